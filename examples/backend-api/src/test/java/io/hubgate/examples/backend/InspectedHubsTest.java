// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.examples.backend;

import static org.assertj.core.api.Assertions.assertThat;

import io.hubgate.examples.backend.contract.ContractHttp;
import io.hubgate.examples.backend.contract.Reply;
import io.hubgate.examples.backend.settings.Setting;
import io.hubgate.rule.Rule;
import io.hubgate.verification.azurite.StorageAccount;
import io.hubgate.verification.azurite.TestStorage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The backend asks the hubs themselves, in a storage account: what it says of them although no event ever came. */
@Timeout(300)
class InspectedHubsTest {
    private static final String STATUS = "/api/apps/orders/slots/staging/status";
    private static final StorageAccount ACCOUNT = TestStorage.sharedAzurite().account();
    private static final Duration AN_HOUR = Duration.ofHours(1);

    private final String hub = TestStorage.freshName("orders");

    private static RunningBackend backend(String connectionString) {
        return RunningBackend.start(Map.of(Setting.TASKHUB_CONNECTION_STRING, connectionString));
    }

    private Reply status(RunningBackend backend, String query) {
        ContractHttp http = backend.http();
        assertThat(http.put("/api/apps/orders", "{\"slots\":{\"production\":null,\"staging\":\"" + hub + "\"}}")
                        .status())
                .isEqualTo(201);
        return http.get(STATUS + query);
    }

    private static void assertUnknown(Reply status, String code) {
        assertThat(status.at("/verdict")).as(status.text()).isEqualTo("UNKNOWN");
        assertThat(status.at("/reasons/0/code")).as(status.text()).isEqualTo(code);
        assertThat(status.at("/reasons/0/fix")).isNotEmpty();
    }

    @Test
    @Rule("R-4")
    void work_that_no_event_told_of_is_named() {
        LaidHub.make(hub, ACCOUNT).owned().waiting("order-1003", "ChargeCard", AN_HOUR);
        try (RunningBackend backend = backend(ACCOUNT.connectionString())) {
            Reply status = status(backend, "");
            assertThat(status.at("/verdict")).as(status.text()).isEqualTo("NOT_READY");
            assertThat(status.at("/confidence")).isEqualTo("TASK_HUB");
            assertThat(status.at("/blockers/0/code")).isEqualTo("INSTANCES_ACTIVE");
            assertThat(status.at("/blockers/0/instances/0/instanceId")).isEqualTo("order-1003");
        }
    }

    @Test
    @Rule("R-3")
    void an_explained_verdict_says_what_each_waits_for_and_what_is_stale() {
        LaidHub laid = LaidHub.make(hub, ACCOUNT).owned().waiting("order-1003", "ChargeCard", AN_HOUR);
        for (int i = 0; i < 30; i++) {
            laid.instance("order-" + i, "Pending", AN_HOUR.minusMinutes(i + 1));
        }
        laid.instance("order-7000", "Running", AN_HOUR)
                .event("order-7000", "ExecutionStarted", -1, "PlaceOrder", AN_HOUR)
                .event("order-7000", "ExecutionCompleted", 1, "PlaceOrder", AN_HOUR);
        try (RunningBackend backend = backend(ACCOUNT.connectionString())) {
            Reply status = status(backend, "?explain=true");
            assertThat(status.text())
                    .contains("\"waitsFor\":[{\"kind\":\"activity\",\"name\":\"ChargeCard\"")
                    .contains("STALE_STATUS");
            assertThat(backend.http().get(STATUS).text())
                    .as("stale rows are told without explain too")
                    .contains("STALE_STATUS");
        }
    }

    @Test
    @Rule("V-4")
    void a_drained_hub_is_ready_whatever_events_were_lost() {
        LaidHub.make(hub, ACCOUNT).instance("order-1003", "Completed", AN_HOUR);
        try (RunningBackend backend = backend(ACCOUNT.connectionString())) {
            new Steps(backend.http()).deliver(Events.running(hub, "order-1003"));
            Reply status = status(backend, "?wait=PT20S");
            assertThat(status.at("/verdict")).as(status.text()).isEqualTo("READY");
            assertThat(status.at("/confidence")).isEqualTo("TASK_HUB");
        }
    }

    @Test
    @Rule("R-18")
    void a_mistyped_hub_is_missing_and_nothing_is_made() {
        LaidHub.make(hub + "x", ACCOUNT);
        Map<String, String> before = Inventory.of(ACCOUNT, hub);
        try (RunningBackend backend = backend(ACCOUNT.connectionString())) {
            assertUnknown(status(backend, ""), "HUB_MISSING");
            assertThat(backend.http().get(STATUS + "?explain=true").at("/verdict"))
                    .isEqualTo("UNKNOWN");
        }
        assertThat(Inventory.of(ACCOUNT, hub)).isEqualTo(before);
    }

    @Test
    @Rule("R-20")
    void a_wrong_key_is_access_denied() {
        LaidHub.make(hub, ACCOUNT);
        String wrong = ACCOUNT.connectionString()
                .replaceFirst("AccountKey=[^;]*", "AccountKey=d3Jvbmctd3Jvbmctd3Jvbmctd3Jvbmc=");
        try (RunningBackend backend = backend(wrong)) {
            Reply status = status(backend, "");
            assertUnknown(status, "ACCESS_DENIED");
            assertThat(status.text()).doesNotContain("d3Jvbmct");
        }
    }

    @Test
    @Rule("R-20")
    void an_account_that_is_away_is_unreachable() {
        // Nothing listens on the port of discard.
        String away = ACCOUNT.connectionString().replaceAll("127\\.0\\.0\\.1:\\d+", "127.0.0.1:9");
        try (RunningBackend backend = backend(away)) {
            assertUnknown(status(backend, ""), "UNREACHABLE");
        }
    }

    @Test
    @Rule("R-20")
    void apps_with_accounts_and_prefixes_of_their_own_are_looked_at_there(@TempDir Path directory) throws IOException {
        StorageAccount other = TestStorage.sharedAzurite().secondAccount();
        String prefix = TestStorage.freshName("rows");
        LaidHub.make(hub, prefix, other).owned().waiting("order-1003", "ChargeCard", AN_HOUR);
        Path file = Files.writeString(
                directory.resolve("accounts.json"),
                "{\"accounts\":[{\"apps\":[\"ord*\"],\"connectionString\":\"" + other.connectionString()
                        + "\",\"trackingPrefix\":\"" + prefix + "\"}]}");
        try (RunningBackend backend = RunningBackend.start(Map.of(
                Setting.TASKHUB_CONNECTION_STRING,
                ACCOUNT.connectionString(),
                Setting.TASKHUB_ACCOUNTS_FILE,
                file.toString()))) {
            Reply status = status(backend, "");
            assertThat(status.at("/blockers/0/instances/0/instanceId"))
                    .as(status.text())
                    .isEqualTo("order-1003");
            assertThat(backend.http()
                            .put("/api/apps/till", "{\"slots\":{\"production\":null,\"staging\":\"till" + hub + "\"}}")
                            .status())
                    .isEqualTo(201);
            assertUnknown(backend.http().get("/api/apps/till/slots/staging/status"), "HUB_MISSING");
        }
    }

    @Test
    @Rule("R-20")
    void an_app_for_which_no_account_is_named_is_never_taken_for_drained(@TempDir Path directory) throws IOException {
        Path file = Files.writeString(
                directory.resolve("accounts.json"),
                "{\"accounts\":[{\"apps\":[\"till\"],\"connectionString\":\"" + ACCOUNT.connectionString() + "\"}]}");
        try (RunningBackend backend = RunningBackend.start(Map.of(Setting.TASKHUB_ACCOUNTS_FILE, file.toString()))) {
            assertUnknown(status(backend, ""), "UNSUPPORTED_BACKEND");
        }
    }
}
