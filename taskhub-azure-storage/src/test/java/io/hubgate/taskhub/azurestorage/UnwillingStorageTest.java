// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.taskhub.azurestorage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.azure.core.http.HttpMethod;
import io.hubgate.error.InvalidValueException;
import io.hubgate.model.TaskHubName;
import io.hubgate.readiness.EventEvidence;
import io.hubgate.readiness.HubCase;
import io.hubgate.readiness.HubEvidence;
import io.hubgate.readiness.HubMemory;
import io.hubgate.readiness.Intent;
import io.hubgate.readiness.ReadinessPolicy;
import io.hubgate.readiness.ReadinessRules;
import io.hubgate.readiness.Reason;
import io.hubgate.readiness.ReasonCode;
import io.hubgate.readiness.Standing;
import io.hubgate.readiness.Verdict;
import io.hubgate.rule.Rule;
import io.hubgate.store.Deadline;
import io.hubgate.taskhub.Depth;
import io.hubgate.taskhub.FailedLook;
import io.hubgate.taskhub.HubLook;
import io.hubgate.taskhub.Inspection;
import io.hubgate.taskhub.InspectionRequest;
import io.hubgate.taskhub.Trouble;
import io.hubgate.taskhub.azurestorage.FakeStorage.Answer;
import io.hubgate.taskhub.azurestorage.access.StorageAccess;
import io.hubgate.taskhub.azurestorage.access.StorageEndpoints;
import java.io.UncheckedIOException;
import java.net.SocketTimeoutException;
import java.net.URLDecoder;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What the real service does and an emulator does not. */
class UnwillingStorageTest {
    private final ZonedDateTime now = Inspecting.CLOCK.instant().atZone(ZoneOffset.UTC);

    private @Nullable FakeStorage storage;

    private Inspection inspect(Depth depth, Duration time, Function<String, @Nullable Answer> extra) {
        storage = new FakeStorage(now, extra);
        AzureStorageInspector inspector = AzureStorageInspector.builder(
                        StorageAccess.ofConnectionString(FakeStorage.CONNECTION), Inspecting.CLOCK)
                .httpClient(storage)
                .build();
        return inspector.inspect(
                InspectionRequest.of(new TaskHubName("ordersHUB"), depth), Deadline.in(time, Inspecting.CLOCK));
    }

    private Inspection inspect(Function<String, @Nullable Answer> extra) {
        return inspect(Depth.WHOLE, Duration.ofSeconds(20), extra);
    }

    private static FailedLook failed(Inspection inspection) {
        assertThat(inspection).isInstanceOf(FailedLook.class);
        return (FailedLook) inspection;
    }

    private static String row(String id) {
        return "{\"PartitionKey\":\"" + id + "\",\"RowKey\":\"\",\"RuntimeStatus\":\"Running\","
                + "\"Timestamp@odata.type\":\"Edm.DateTime\",\"Timestamp\":\"2026-01-01T00:00:00Z\"}";
    }

    private static boolean isScan(String address) {
        return address.contains("OrdersHubInstances") && address.contains("PartitionKey ge 'h'");
    }

    @Nested
    class OfScans {
        @Test
        @Rule("R-11")
        void anEmptyPageWithATokenIsNotTheEnd() {
            Inspection inspection = inspect(address -> {
                if (!isScan(address)) {
                    return null;
                }
                if (address.contains("NextPartitionKey=third")) {
                    return Answer.json("{\"value\":[" + row("late-1") + "]}");
                }
                String next = address.contains("NextPartitionKey=second") ? "third" : "second";
                return Answer.json("{\"value\":[]}")
                        .with("x-ms-continuation-NextPartitionKey", next)
                        .with("x-ms-continuation-NextRowKey", "");
            });
            assertThat(inspection)
                    .isInstanceOfSatisfying(
                            HubLook.class,
                            look -> assertThat(look.rows().active()).hasSize(1));
        }

        @Test
        @Rule("R-12")
        void theFilterKeepsRowsWithoutAStatus() {
            inspect(address -> null);
            assertThat(sent())
                    .filteredOn(address -> address.contains("OrdersHubInstances"))
                    .isNotEmpty()
                    .allSatisfy(address -> assertThat(address)
                            .contains("not (RuntimeStatus eq 'Completed' or")
                            .contains("Timestamp gt datetime'")
                            .doesNotContain("RuntimeStatus ne"));
        }

        @Test
        @Rule("R-23")
        void noPayloadIsEverAskedFor() {
            inspect(address -> null);
            assertThat(sent())
                    .filteredOn(address -> address.contains("Instances(") || address.contains("History("))
                    .isNotEmpty()
                    .allSatisfy(address -> assertThat(address)
                            .contains("$select=PartitionKey,RowKey,Timestamp")
                            .doesNotContain("Input")
                            .doesNotContain("Output"));
        }

        @Test
        @Rule("R-18")
        void nothingButReadingIsSent() {
            inspect(address -> null);
            assertThat(current().requests)
                    .allSatisfy(request -> assertThat(request.getHttpMethod()).isIn(HttpMethod.GET, HttpMethod.HEAD));
        }

        private List<String> sent() {
            return current().requests.stream()
                    .map(request -> URLDecoder.decode(request.getUrl().toString(), StandardCharsets.UTF_8))
                    .toList();
        }

        private FakeStorage current() {
            return Objects.requireNonNull(storage);
        }
    }

    @Nested
    @Rule("R-20")
    class OfTrouble {
        @Test
        void aRefusalNamesTheMissingRole() {
            FailedLook tables = failed(inspect(address ->
                    address.contains(".table.") ? Answer.status(403, "AuthorizationPermissionMismatch") : null));
            assertThat(tables.trouble()).isEqualTo(Trouble.ACCESS_DENIED);
            assertThat(tables.fix()).contains("Storage Table Data Reader");
            FailedLook queues = failed(inspect(address ->
                    address.contains(".queue.") ? Answer.status(403, "AuthorizationPermissionMismatch") : null));
            assertThat(queues.fix()).contains("Storage Queue Data Reader");
            FailedLook blobs = failed(inspect(address ->
                    address.contains(".blob.") ? Answer.status(403, "AuthorizationPermissionMismatch") : null));
            assertThat(blobs.fix()).contains("Storage Blob Data Reader");
        }

        /** Five kinds of answer, five reasons, and none of them is READY. */
        @Test
        void eachKindOfAnswerIsAReasonOfItsOwn() {
            Map<Trouble, Function<String, @Nullable Answer>> kinds = new EnumMap<>(Trouble.class);
            kinds.put(Trouble.ACCESS_DENIED, scan -> Answer.status(403, "AuthorizationPermissionMismatch"));
            kinds.put(Trouble.HUB_INCOMPLETE, scan -> Answer.status(404, "TableNotFound"));
            kinds.put(Trouble.THROTTLED, scan -> Answer.status(503, "ServerBusy"));
            kinds.put(Trouble.UNREACHABLE, scan -> {
                throw new UncheckedIOException(new SocketTimeoutException("timeout"));
            });
            kinds.put(Trouble.UNREADABLE, scan -> Answer.json("<html>sign in</html>"));
            kinds.forEach((trouble, answer) -> {
                FailedLook look = failed(inspect(
                        Depth.WHOLE, Duration.ofSeconds(2), address -> isScan(address) ? answer.apply(address) : null));
                assertThat(look.trouble()).isEqualTo(trouble);
                assertThat(verdict(look).outcome()).isEqualTo("UNKNOWN");
                assertThat(verdict(look).basis().reasons())
                        .extracting(Reason::code)
                        .containsExactly(ReasonCode.valueOf(trouble.name()));
            });
        }

        /** On a hub that once was in production and whose events show nothing. */
        private Verdict verdict(Inspection look) {
            TaskHubName hub = look.hub();
            Instant at = look.endedAt();
            Standing standing = new Standing(
                    hub,
                    Standing.Kind.HELD_PRODUCTION,
                    false,
                    true,
                    at.minus(Duration.ofDays(2)),
                    at.minus(Duration.ofDays(1)),
                    null);
            EventEvidence events = new EventEvidence(hub, at, List.of(), null, 0, null);
            return ReadinessRules.standard()
                    .judge(new HubCase(
                            Intent.OVERWRITE,
                            standing,
                            events,
                            new HubEvidence(look, HubMemory.NONE),
                            List.of(),
                            ReadinessPolicy.DEFAULT,
                            at));
        }

        @Test
        void aServiceThatIsBusyUntilTheEndIsThrottled() {
            FailedLook look = failed(inspect(
                    Depth.WHOLE,
                    Duration.ofSeconds(2),
                    address -> isScan(address) ? Answer.status(503, "ServerBusy") : null));
            assertThat(look.trouble()).isEqualTo(Trouble.THROTTLED);
        }

        @Test
        void aServiceThatAsksForPatienceGetsIt() {
            AtomicInteger refusals = new AtomicInteger();
            Inspection inspection = inspect(address -> isScan(address) && refusals.incrementAndGet() <= 2
                    ? Answer.status(429, "TooManyRequests").with("x-ms-retry-after-ms", "50")
                    : null);
            assertThat(inspection).isInstanceOf(HubLook.class);
            assertThat(refusals).hasValue(3);
        }

        @Test
        void aWaitBeyondTheDeadlineIsNotBegun() {
            FailedLook look = failed(inspect(address ->
                    isScan(address) ? Answer.status(503, "ServerBusy").with("Retry-After", "3600") : null));
            assertThat(look.trouble()).isEqualTo(Trouble.THROTTLED);
        }

        @Test
        void noConnectionIsUnreachable() {
            FailedLook look = failed(inspect(address -> {
                throw new UncheckedIOException(new UnknownHostException("fake"));
            }));
            assertThat(look.trouble()).isEqualTo(Trouble.UNREACHABLE);
            assertThat(look.message()).contains("its name is not known");
        }

        @Test
        void garbageIsUnreadableWhereverItComes() {
            for (String garbage : new String[] {"<html>sign in</html>", "{}", "{\"value\":[{", "nonsense"}) {
                for (String place : new String[] {"/Tables", "OrdersHubInstances", "OrdersHubPartitions"}) {
                    assertThat(inspect(address -> address.contains(place) ? Answer.json(garbage) : null))
                            .as(garbage + " at " + place)
                            .isInstanceOfSatisfying(
                                    FailedLook.class,
                                    look -> assertThat(look.trouble()).isEqualTo(Trouble.UNREADABLE));
                }
            }
        }

        @Test
        void nothingOfTheHubIsMissing() {
            assertThat(failed(inspect(address -> {
                                if (address.contains("/Tables")) {
                                    return Answer.json("{\"value\":[{\"TableName\":\"OrdersHub1Instances\"}]}");
                                }
                                return address.contains(".queue.")
                                        ? Answer.json(
                                                "<?xml version=\"1.0\"?><EnumerationResults><Queues/><NextMarker/></EnumerationResults>")
                                        : null;
                            }))
                            .trouble())
                    .isEqualTo(Trouble.HUB_MISSING);
        }

        @Test
        void aSecondaryEndpointIsRefused() {
            assertThatThrownBy(() -> StorageEndpoints.of("orders-secondary"))
                    .isInstanceOf(InvalidValueException.class)
                    .hasMessageContaining("secondary");
        }

        @Test
        void aBadConnectionStringIsNotRepeated() {
            assertThatThrownBy(() -> StorageAccess.ofConnectionString("AccountName;AccountKey=c2VjcmV0"))
                    .isInstanceOf(InvalidValueException.class)
                    .hasNoCause()
                    .hasMessageNotContaining("c2VjcmV0");
        }
    }
}
