// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.delivery;

import static io.hubgate.delivery.Sample.HUB;
import static io.hubgate.delivery.Sample.LONG;
import static io.hubgate.delivery.Sample.STANDING;
import static io.hubgate.delivery.Sample.START;
import static io.hubgate.delivery.Sample.completed;
import static io.hubgate.delivery.Sample.id;
import static io.hubgate.delivery.Sample.running;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hubgate.delivery.IncomingEvent.Ignored;
import io.hubgate.delivery.IncomingEvent.Malformed;
import io.hubgate.delivery.IncomingEvent.Parsed;
import io.hubgate.error.HubgateException;
import io.hubgate.model.RuntimeStatus;
import io.hubgate.model.TaskHubName;
import io.hubgate.observe.HubgateListener;
import io.hubgate.rule.Rule;
import io.hubgate.store.InstanceBatch;
import io.hubgate.store.StoreFullException;
import io.hubgate.store.StoreUnavailableException;
import io.hubgate.tracking.LifecycleEvent;
import io.hubgate.tracking.QuarantinedEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What becomes of each event of a delivery. */
class IntakeTest {
    private static final TaskHubName GONE = new TaskHubName("Orders401");
    private static final Malformed BAD = new Malformed("it has no instance id", HUB, "{}");

    private final TinyInstanceStore tiny = new TinyInstanceStore(100, 1);
    private final ScriptedStore store = new ScriptedStore(tiny);
    private final Quarantine quarantine = new Quarantine(new TinyShelf(), 3);
    private final Map<TaskHubName, HubPlace> places =
            new HashMap<>(Map.of(HUB, HubPlace.CLAIMED, GONE, HubPlace.CLOSED));
    private final Ears ears = new Ears();
    private final Intake intake = new Intake(
            new GroupCommit(store, CommitLimits.DEFAULT, ears),
            quarantine,
            (hub, deadline) -> places.getOrDefault(hub, HubPlace.UNCLAIMED),
            STANDING,
            ears);

    /** Writes down what it hears. */
    @NullMarked
    private static final class Ears implements HubgateListener {
        private final List<String> heard = new ArrayList<>();

        @Override
        public void deliveryTaken(int accepted, int ignored, int quarantined) {
            heard.add("taken " + accepted + " " + ignored + " " + quarantined);
        }

        @Override
        public void deliveryFailed(int events, HubgateException cause) {
            heard.add("failed " + events + " " + cause.code());
        }

        @Override
        public void eventQuarantined(@Nullable TaskHubName hub, String reason) {
            heard.add("quarantined " + hub);
        }

        @Override
        public void lateStart(LifecycleEvent event) {
            heard.add("late " + event.hub() + " " + event.instance());
        }
    }

    private DeliveryReport take(IncomingEvent... events) {
        return intake.take(List.of(events), LONG);
    }

    private static LifecycleEvent in(TaskHubName hub, String id) {
        return new LifecycleEvent(hub, id(id), Sample.PLACE_ORDER, RuntimeStatus.RUNNING, START, "");
    }

    private List<QuarantinedEvent> quarantined() {
        return quarantine.list(null, 100, LONG).items();
    }

    @Nested
    class Take {
        @Test
        @Rule("E-1")
        void what_is_understood_is_stored_and_the_rest_is_counted() {
            DeliveryReport report = take(
                    new Parsed(running("order-1", 0)),
                    new Ignored("Microsoft.Storage.BlobCreated"),
                    BAD,
                    new Parsed(completed("order-1", 5)));

            assertThat(report).isEqualTo(new DeliveryReport(2, 1, 1));
            assertThat(tiny.get(HUB, id("order-1")).isActive()).isFalse();
            assertThat(tiny.get(HUB, id("order-1")).receivedAt()).isEqualTo(START);
            assertThat(quarantined()).hasSize(1);
            assertThat(ears.heard).containsExactly("quarantined Orders420", "taken 2 1 1");
        }

        @Test
        void an_empty_delivery_is_taken() {
            assertThat(take()).isEqualTo(new DeliveryReport(0, 0, 0));
        }

        @Test
        void entities_are_tracked_like_instances() {
            take(new Parsed(in(HUB, "@sales@today")));

            assertThat(tiny.all(HUB)).containsOnlyKeys(id("@sales@today"));
        }

        @Test
        @Rule("E-1")
        void a_delivery_that_the_store_did_not_take_fails_and_may_come_again() {
            store.next((batch, write) -> {
                throw new StoreUnavailableException("away");
            });
            assertThatThrownBy(() -> take(new Parsed(running("order-1", 0)), BAD))
                    .isInstanceOf(StoreUnavailableException.class);
            assertThat(quarantined()).isEmpty();
            take(new Parsed(running("order-1", 0)), BAD);

            assertThat(tiny.all(HUB)).hasSize(1);
            assertThat(ears.heard)
                    .containsExactly("failed 2 STORE_UNAVAILABLE", "quarantined Orders420", "taken 1 0 1");
        }
    }

    @Nested
    @Rule("E-2")
    class NotUnderstood {
        @Test
        void a_time_up_to_ten_minutes_ahead_is_taken_and_one_beyond_is_quarantined() {
            int tenMinutes = (int) Duration.ofMinutes(10).toMillis();
            DeliveryReport report =
                    take(new Parsed(running("order-1", tenMinutes)), new Parsed(running("order-2", tenMinutes + 1)));

            assertThat(report).isEqualTo(new DeliveryReport(1, 0, 1));
            assertThat(tiny.all(HUB)).containsOnlyKeys(id("order-1"));
            assertThat(quarantined().get(0).hub()).isEqualTo(HUB);
            assertThat(quarantined().get(0).excerpt()).contains("order-2");
        }

        @Test
        void a_full_quarantine_refuses_the_delivery_and_its_neighbours_are_in_all_the_same() {
            List<IncomingEvent> events = new ArrayList<>(Collections.nCopies(4, BAD));
            events.add(new Parsed(running("order-1", 0)));

            assertThatThrownBy(() -> intake.take(events, LONG)).isInstanceOf(StoreFullException.class);
            assertThat(tiny.all(HUB)).hasSize(1);
        }
    }

    @Nested
    @Rule("E-7")
    class Places {
        @Test
        void events_of_a_hub_that_nobody_claimed_are_kept_as_such() {
            take(new Parsed(in(new TaskHubName("Orders500"), "order-1")), new Parsed(running("order-2", 0)));

            assertThat(tiny.batches()).extracting(InstanceBatch::claimed).containsExactly(false, true);
        }

        @Test
        void events_of_a_closed_hub_are_acknowledged_reported_and_not_stored() {
            DeliveryReport report = take(
                    new Parsed(in(GONE, "order-1")), new Parsed(in(HUB, "order-2")), new Parsed(in(GONE, "order-3")));

            assertThat(report).isEqualTo(new DeliveryReport(3, 0, 0));
            assertThat(tiny.all(GONE)).isEmpty();
            assertThat(tiny.all(HUB)).hasSize(1);
            assertThat(ears.heard).containsExactly("late Orders401 order-1", "late Orders401 order-3", "taken 3 0 0");
        }

        @Test
        void a_directory_that_cannot_tell_fails_the_delivery() {
            Intake unsure = new Intake(
                    new GroupCommit(store, CommitLimits.DEFAULT, ears),
                    quarantine,
                    (hub, deadline) -> {
                        throw new StoreUnavailableException("away");
                    },
                    STANDING,
                    ears);

            assertThatThrownBy(() -> unsure.take(List.of(new Parsed(running("order-1", 0))), LONG))
                    .isInstanceOf(StoreUnavailableException.class);
            assertThat(tiny.all(HUB)).isEmpty();
        }
    }
}
