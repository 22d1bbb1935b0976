// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.delivery;

import static io.hubgate.delivery.Sample.HUB;
import static io.hubgate.delivery.Sample.LONG;
import static io.hubgate.delivery.Sample.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hubgate.delivery.IncomingEvent.Malformed;
import io.hubgate.error.ErrorCode;
import io.hubgate.model.TaskHubName;
import io.hubgate.rule.Rule;
import io.hubgate.store.Document;
import io.hubgate.store.DocumentKey;
import io.hubgate.store.Page;
import io.hubgate.store.Shelf;
import io.hubgate.store.StoreFullException;
import io.hubgate.store.StoreUnavailableException;
import io.hubgate.tracking.QuarantineId;
import io.hubgate.tracking.QuarantinedEvent;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class QuarantineTest {
    private static final TaskHubName OTHER = new TaskHubName("Orders421");

    private final TinyShelf shelf = new TinyShelf();
    private final Quarantine quarantine = new Quarantine(shelf, 5);

    private static Malformed bad(TaskHubName hub) {
        return new Malformed("it has no instance id", hub, "{\"data\":{}}");
    }

    private static Malformed badForAll() {
        return new Malformed("it is no object", null, "17");
    }

    private List<QuarantinedEvent> all() {
        return quarantine.list(null, 1_000, LONG).items();
    }

    @Nested
    @Rule("E-2")
    class Add {
        @Test
        void what_is_put_aside_can_be_read() {
            quarantine.add(List.of(bad(HUB)), at(7), LONG);

            QuarantinedEvent event = all().get(0);
            assertThat(event.receivedAt()).isEqualTo(at(7));
            assertThat(event.reason()).isEqualTo("it has no instance id");
            assertThat(event.hub()).isEqualTo(HUB);
            assertThat(event.excerpt()).isEqualTo("{\"data\":{}}");
        }

        @Test
        void equal_events_are_put_aside_each() {
            quarantine.add(List.of(bad(HUB), bad(HUB), bad(HUB)), at(7), LONG);

            assertThat(all())
                    .extracting(QuarantinedEvent::id)
                    .doesNotHaveDuplicates()
                    .hasSize(3);
        }

        @Test
        void beyond_the_cap_nothing_of_a_delivery_is_taken_and_it_says_what_to_do() {
            quarantine.add(Collections.nCopies(3, bad(HUB)), at(7), LONG);

            assertThatThrownBy(() -> quarantine.add(Collections.nCopies(3, bad(HUB)), at(8), LONG))
                    .isInstanceOf(StoreFullException.class)
                    .extracting(e -> ((StoreFullException) e).fix())
                    .asString()
                    .contains("dismiss");
            assertThat(all()).hasSize(3);
            quarantine.add(Collections.nCopies(2, bad(HUB)), at(9), LONG);
            assertThat(all()).hasSize(5);
        }

        @ParameterizedTest
        @EnumSource(
                value = TinyShelf.Trouble.class,
                names = {"REQUEST_LOST", "REPLY_LOST"})
        @Rule("S-2")
        void an_unknown_outcome_leaves_exactly_one(TinyShelf.Trouble trouble) {
            shelf.next(trouble);
            quarantine.add(List.of(bad(HUB)), at(7), LONG);

            assertThat(all()).hasSize(1);
        }

        @Test
        void a_store_that_is_away_is_said_to_be() {
            shelf.next(TinyShelf.Trouble.AWAY);

            assertThatThrownBy(() -> quarantine.add(List.of(bad(HUB)), at(7), LONG))
                    .isInstanceOf(StoreUnavailableException.class);
        }

        @Test
        void an_answer_that_is_always_lost_is_given_up() {
            for (int i = 0; i < 50; i++) {
                shelf.next(TinyShelf.Trouble.REQUEST_LOST);
            }

            assertThatThrownBy(() -> quarantine.add(List.of(bad(HUB)), at(7), LONG))
                    .isInstanceOf(StoreUnavailableException.class)
                    .extracting(e -> ((StoreUnavailableException) e).code())
                    .isEqualTo(ErrorCode.STORE_UNAVAILABLE);
        }
    }

    @Nested
    class ListThem {
        @Test
        void they_come_in_the_order_of_receipt_page_by_page() {
            quarantine.add(List.of(bad(OTHER)), at(900_000), LONG);
            quarantine.add(List.of(bad(HUB), bad(HUB)), at(0), LONG);
            Page<QuarantinedEvent> first = quarantine.list(null, 2, LONG);
            Page<QuarantinedEvent> second = quarantine.list(new QuarantineId(String.valueOf(first.next())), 2, LONG);

            assertThat(first.items()).extracting(QuarantinedEvent::receivedAt).containsExactly(at(0), at(0));
            assertThat(second.items()).extracting(QuarantinedEvent::receivedAt).containsExactly(at(900_000));
            assertThat(second.next()).isNull();
        }
    }

    @Nested
    @Rule("R-8")
    class CountFor {
        @Test
        void those_that_name_the_hub_and_those_that_name_none_count() {
            quarantine.add(List.of(bad(HUB), bad(OTHER), badForAll()), at(7), LONG);

            assertThat(quarantine.countFor(new TaskHubName("ORDERS420"), LONG)).isEqualTo(2);
            assertThat(quarantine.countFor(new TaskHubName("Orders999"), LONG)).isEqualTo(1);
        }

        @Test
        void several_hubs_are_counted_at_once_as_one_by_one() {
            quarantine.add(List.of(bad(HUB), bad(OTHER), badForAll()), at(7), LONG);

            assertThat(quarantine.countsFor(List.of(HUB, new TaskHubName("Orders999")), LONG))
                    .containsExactlyInAnyOrderEntriesOf(Map.of(HUB, 2, new TaskHubName("Orders999"), 1));
        }

        @Test
        void one_that_cannot_be_read_counts_against_every_hub_and_says_why() {
            DocumentKey key = new DocumentKey(Shelf.QUARANTINE, "20261123t051812501234567-00000000-abcdef01");
            shelf.create(key, new Document("{\"f\":999,\"x\":1}".getBytes(StandardCharsets.US_ASCII)), LONG);

            assertThat(quarantine.countFor(HUB, LONG)).isEqualTo(1);
            assertThat(all().get(0).reason()).contains("999");
        }
    }

    @Nested
    class Dismiss {
        @Test
        void what_is_dismissed_is_gone_and_a_second_time_changes_nothing() {
            quarantine.add(List.of(bad(HUB), bad(OTHER)), at(7), LONG);
            QuarantineId id = all().get(0).id();

            assertThat(quarantine.dismiss(id, LONG)).isTrue();
            assertThat(quarantine.dismiss(id, LONG)).isFalse();
            assertThat(all()).hasSize(1);
        }

        @ParameterizedTest
        @EnumSource(
                value = TinyShelf.Trouble.class,
                names = {"REQUEST_LOST", "REPLY_LOST"})
        void an_unknown_outcome_ends_dismissed(TinyShelf.Trouble trouble) {
            quarantine.add(List.of(bad(HUB)), at(7), LONG);
            shelf.next(trouble);

            assertThat(quarantine.dismiss(all().get(0).id(), LONG)).isTrue();
            assertThat(all()).isEmpty();
        }
    }
}
