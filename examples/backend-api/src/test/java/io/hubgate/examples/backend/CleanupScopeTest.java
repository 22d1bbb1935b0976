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
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a clean-up over HTTP may remove, by setting and role. */
@Timeout(120)
@Rule("P-13")
class CleanupScopeTest {
    private static final StorageAccount ACCOUNT = TestStorage.sharedAzurite().account();
    private static final String CLEAN = "/api/apps/orders/cleanup";

    private final String hub = TestStorage.freshName("orders");

    @TempDir
    private Path directory;

    private RunningBackend backend(Map<Setting, String> more) throws IOException {
        String keys = List.of("deploy", "cleanup", "admin").stream()
                .map(role -> "{\"name\":\"" + role + "\",\"role\":\"" + role + "\",\"key\":\"" + key(role) + "\"}")
                .collect(Collectors.joining(","));
        Path file = Files.writeString(directory.resolve("keys.json"), "{\"keys\":[" + keys + "]}");
        Map<Setting, String> settings = new EnumMap<>(Map.of(
                Setting.TASKHUB_CONNECTION_STRING, ACCOUNT.connectionString(),
                Setting.GRACE_PERIOD, "PT0S",
                Setting.KEYS_FILE, file.toString()));
        settings.putAll(more);
        return RunningBackend.start(settings);
    }

    private static String key(String role) {
        return role + "-".repeat(20);
    }

    /** A drained hub that staging held. */
    private void retire(RunningBackend backend) {
        LaidHub.make(hub, ACCOUNT).instance("order-1", "Completed", Duration.ofHours(1));
        ContractHttp admin = backend.http().key(key("admin"));
        assertThat(admin.put("/api/apps/orders", "{\"slots\":{\"production\":null,\"staging\":\"" + hub + "\"}}")
                        .status())
                .isEqualTo(201);
        assertThat(admin.get("/api/apps/orders/slots/staging/status?wait=PT20S").at("/verdict"))
                .isEqualTo("READY");
        assertThat(admin.put("/api/apps/orders", "{\"slots\":{\"staging\":null},\"reason\":\"taken out by hand\"}")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void a_deploy_key_learns_the_plan_and_a_cleanup_key_that_two_looks_are_needed() throws IOException {
        try (RunningBackend backend = backend(Map.of(Setting.CLEANUP_SCOPE, "task-hub"))) {
            retire(backend);
            Map<String, String> before = Inventory.of(ACCOUNT, hub);
            Reply plan = backend.http().key(key("deploy")).post(CLEAN, "{\"dryRun\":true}");
            assertThat(plan.at("/results/0/outcome")).as(plan.text()).isEqualTo("PLANNED");
            assertThat(plan.at("/results/0/scope")).isEqualTo("TASK_HUB");
            assertThat(plan.json().at("/results/0/plan/artefacts")).hasSize(5);
            Reply kept = backend.http().key(key("cleanup")).post(CLEAN, "{}");
            assertThat(kept.at("/results/0/outcome")).as(kept.text()).isEqualTo("KEPT");
            assertThat(kept.at("/results/0/verdict/blockers/0/code")).isEqualTo("HOST_ACTIVE");
            assertThat(kept.at("/results/0/verdict/blockers/0/readyAt")).isNotEmpty();
            assertThat(backend.http()
                            .key(key("cleanup"))
                            .post(CLEAN, "{\"dropEntities\":true}")
                            .status())
                    .isEqualTo(403);
            assertThat(Inventory.of(ACCOUNT, hub)).isEqualTo(before);
        }
    }

    @Test
    void without_the_setting_only_our_own_data_goes() throws IOException {
        try (RunningBackend backend = backend(Map.of())) {
            retire(backend);
            Map<String, String> before = Inventory.of(ACCOUNT, hub);
            Reply removed = backend.http().key(key("deploy")).post(CLEAN, "{}");
            assertThat(removed.at("/results/0/outcome")).as(removed.text()).isEqualTo("REMOVED");
            assertThat(removed.at("/results/0/scope")).isEqualTo("TRACKING");
            assertThat(removed.at("/warnings/0/code")).isEqualTo("NO_CLEANER");
            assertThat(Inventory.of(ACCOUNT, hub)).isEqualTo(before);
        }
    }
}
