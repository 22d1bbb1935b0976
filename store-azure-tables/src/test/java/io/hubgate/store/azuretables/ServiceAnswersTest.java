// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.store.azuretables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.hubgate.error.ErrorCode;
import io.hubgate.error.HubgateException;
import io.hubgate.model.TaskHubName;
import io.hubgate.rule.Rule;
import io.hubgate.store.AppStore;
import io.hubgate.store.Deadline;
import io.hubgate.store.Document;
import io.hubgate.store.DocumentKey;
import io.hubgate.store.Revision;
import io.hubgate.store.Shelf;
import io.hubgate.store.StoreUnavailableException;
import io.hubgate.store.UnknownOutcomeException;
import io.hubgate.store.WriteResult;
import io.hubgate.store.azuretables.FakeService.Answer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the service answers and Azurite does not. */
class ServiceAnswersTest {
    private static final DocumentKey KEY = new DocumentKey(Shelf.CLAIMS, "orders417");
    private static final Document DOCUMENT = new Document("{}".getBytes(StandardCharsets.US_ASCII));
    private static final Revision SEEN = new Revision("W/\"seen\"");
    private static final Answer CREATED = Answer.json(204, "").with("ETag", "W/\"new\"");

    private static Deadline within(Duration time) {
        return Deadline.in(time, InstantSource.system());
    }

    private static String documentRow(String key) {
        return "{\"PartitionKey\":\"apps\",\"RowKey\":\"" + key + "\",\"odata.etag\":\"W/\\\"1\\\"\",\"F\":1,\"L\":2,"
                + "\"W\":\"w\",\"D0@odata.type\":\"Edm.Binary\",\"D0\":\"e30=\"}";
    }

    private static Answer page(String... rows) {
        return Answer.json(200, "{\"value\":[" + String.join(",", rows) + "]}");
    }

    private static Answer goOn(Answer page) {
        return page.with("x-ms-continuation-NextPartitionKey", "next").with("x-ms-continuation-NextRowKey", "row");
    }

    @Nested
    class AnEmptyPageThatIsNotTheLast {
        @Test
        @Rule("S-12")
        void is_no_end_of_a_listing() {
            FakeService service = FakeService.saying(goOn(page()), goOn(page()), page(documentRow("a!orders")));
            try (AzureTableStores stores = service.stores()) {
                assertThat(stores.apps().listApps(null, 10, Hub.soon()).items()).hasSize(1);
            }
            assertThat(service.calls()).hasSize(3);
            assertThat(service.calls().get(2).text()).contains("NextPartitionKey=next", "NextRowKey=row");
        }

        @Test
        @Rule("S-8")
        void hides_no_active_instance() {
            String directory =
                    "{\"PartitionKey\":\"orders417\",\"RowKey\":\"hub\",\"odata.etag\":\"W/\\\"1\\\"\",\"F\":1,"
                            + "\"S\":\"OPEN\",\"T\":\"hubgatexorders4171234567\",\"P\":2}";
            FakeService service = new FakeService(call -> {
                if (call.text().contains("hubgatehubs")) {
                    return Answer.json(200, directory);
                }
                if (call.text().contains("NextPartitionKey")) {
                    return page(summary("order-1"));
                }
                return call.text().contains("RowKey='0'") ? Answer.json(200, summary("order-1")) : goOn(page());
            });
            try (AzureTableStores stores = service.stores()) {
                assertThat(new Hub(stores.instances(), new TaskHubName("orders417")).active())
                        .containsExactly("order-1");
            }
        }

        private String summary(String active) {
            String text = new RecordText(
                            Hub.record(new TaskHubName("orders417"), active, io.hubgate.model.RuntimeStatus.RUNNING),
                            Placing.INLINE,
                            "")
                    .encode();
            return "{\"PartitionKey\":\"0\",\"RowKey\":\"0\",\"odata.etag\":\"W/\\\"1\\\"\",\"F\":1,\"W\":\"w\",\"M\":\"\","
                    + "\"T\":\"2026-11-23T12:00:00Z|2026-11-23T12:00:00Z|2026-11-23T12:00:00Z||0|0|\",\"A\":\""
                    + active + "=" + text + "\"}";
        }
    }

    @Nested
    @Rule("S-2")
    class AWrite {
        @Test
        void whose_condition_is_not_met_is_a_lost_race() {
            FakeService service = FakeService.saying(
                    Answer.batch(Answer.error(412, "UpdateConditionNotSatisfied")),
                    Answer.error(404, "ResourceNotFound"));
            try (AzureTableStores stores = service.stores()) {
                assertThat(stores.apps().replace(KEY, SEEN, DOCUMENT, Hub.soon()))
                        .isInstanceOf(WriteResult.RevisionMismatch.class);
            }
        }

        @Test
        void into_a_table_that_is_on_its_way_out_waits_for_its_end() {
            FakeService service = FakeService.saying(
                    Answer.batch(Answer.error(404, "TableNotFound")),
                    Answer.error(409, "TableBeingDeleted"),
                    Answer.error(409, "TableBeingDeleted"),
                    CREATED,
                    Answer.batch(CREATED));
            try (AzureTableStores stores = service.stores()) {
                assertThat(create(stores.apps(), Hub.soon()))
                        .isEqualTo(new WriteResult.Written(new Revision("W/\"new\"")));
            }
        }

        @Test
        void into_a_table_that_stays_on_its_way_out_did_not_happen() {
            FakeService service = FakeService.saying(
                    Answer.batch(Answer.error(404, "TableNotFound")), Answer.error(409, "TableBeingDeleted"));
            try (AzureTableStores stores = service.stores()) {
                assertThatThrownBy(() -> create(stores.apps(), within(Duration.ofMillis(300))))
                        .isInstanceOf(StoreUnavailableException.class)
                        .isNotInstanceOf(UnknownOutcomeException.class);
            }
        }

        @ParameterizedTest
        @ValueSource(ints = {408, 500, 502, 504})
        void after_which_the_service_is_confused_may_have_happened_and_is_not_repeated(int status) {
            FakeService service = FakeService.saying(Answer.error(status, "OperationTimedOut"));
            try (AzureTableStores stores = service.stores()) {
                assertThatThrownBy(() -> create(stores.apps(), Hub.soon())).isInstanceOf(UnknownOutcomeException.class);
            }
            assertThat(service.calls()).hasSize(1);
        }

        @Test
        void that_is_too_large_for_the_service_is_refused_once_and_says_so() {
            FakeService service = FakeService.saying(Answer.xml(413, "RequestBodyTooLarge"));
            try (AzureTableStores stores = service.stores()) {
                Throwable thrown = catchThrowable(() -> create(stores.apps(), Hub.soon()));
                assertThat(thrown)
                        .isInstanceOfSatisfying(
                                HubgateException.class,
                                e -> assertThat(e.code()).isEqualTo(ErrorCode.INTERNAL))
                        .hasMessageContaining("413");
            }
            assertThat(service.calls()).hasSize(1);
        }
    }

    private static WriteResult create(AppStore apps, Deadline deadline) {
        return apps.create(KEY, DOCUMENT, deadline);
    }

    @Nested
    class ARefusal {
        @Test
        void is_told_apart_from_an_outage_whatever_its_form() {
            for (Answer answer : List.of(
                    Answer.error(403, "AuthorizationPermissionMismatch"),
                    Answer.xml(403, "AuthenticationFailed"),
                    Answer.xml(401, "InvalidAuthenticationInfo"))) {
                FakeService service = FakeService.saying(answer);
                try (AzureTableStores stores = service.stores()) {
                    assertThatThrownBy(() -> stores.check(Hub.soon())).isInstanceOf(AccessDeniedException.class);
                    assertThatThrownBy(() -> create(stores.apps(), Hub.soon()))
                            .isInstanceOf(AccessDeniedException.class);
                    assertThatThrownBy(() -> stores.apps().listApps(null, 10, Hub.soon()))
                            .isInstanceOf(AccessDeniedException.class);
                }
                assertThat(service.calls()).hasSize(3);
            }
        }
    }

    @Nested
    @Rule("S-13")
    class AServiceThatHasTooMuchToDo {
        private final Answer busy = Answer.error(503, "ServerBusy").with("Retry-After", "1");

        @Test
        void is_asked_again_when_it_says_so_and_not_before() {
            FakeService service = FakeService.saying(busy, Answer.batch(CREATED));
            try (AzureTableStores stores = service.stores()) {
                assertThat(create(stores.apps(), Hub.soon()).isWritten()).isTrue();
            }
            assertThat(service.calls()).hasSize(2);
            long pause = service.calls().get(1).at() - service.calls().get(0).at();
            assertThat(Duration.ofNanos(pause)).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
        }

        @Test
        void is_not_waited_for_beyond_the_deadline() {
            FakeService service = FakeService.saying(busy);
            try (AzureTableStores stores = service.stores()) {
                assertThatThrownBy(() -> create(stores.apps(), within(Duration.ofMillis(900))))
                        .isInstanceOf(StoreUnavailableException.class);
            }
            assertThat(service.calls()).hasSize(1);
        }
    }

    @Nested
    class ARead {
        @Test
        @Rule("S-13")
        void is_asked_again_whatever_went_wrong() {
            FakeService service = FakeService.saying(
                    Answer.error(500, "InternalError"),
                    Answer.error(504, "OperationTimedOut"),
                    page(documentRow("a!orders")));
            try (AzureTableStores stores = service.stores()) {
                assertThat(stores.apps().listApps(null, 10, Hub.soon()).items()).hasSize(1);
            }
        }
    }
}
