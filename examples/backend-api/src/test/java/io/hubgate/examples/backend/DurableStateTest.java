// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.examples.backend;

import static org.assertj.core.api.Assertions.assertThat;

import io.hubgate.examples.backend.contract.ContractHttp;
import io.hubgate.examples.backend.contract.Reply;
import io.hubgate.rule.Rule;
import io.hubgate.verification.azurite.Azurite;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The backend with its state in a storage account: a process that is killed, and an account that goes away. */
@Timeout(300)
class DurableStateTest {
    private static final String STATUS = "/api/apps/orders/slots/staging/status";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private Azurite azurite;

    @BeforeEach
    void startAzurite() {
        azurite = Azurite.inMemory();
    }

    @AfterEach
    void endAzurite() {
        azurite.close();
    }

    private BackendProcess backend() {
        return BackendProcess.start(Map.of(
                "HUBGATE_STORE", "azure-tables",
                "HUBGATE_STORAGE_CONNECTION_STRING", azurite.account().connectionString(),
                "HUBGATE_SETTLE_WINDOW", "PT0S"));
    }

    private static void declare(ContractHttp http) {
        assertThat(http.put("/api/apps/orders", "{\"slots\":{\"production\":\"orders420\",\"staging\":\"orders419\"}}")
                        .status())
                .isEqualTo(201);
    }

    private static Reply deliver(ContractHttp http, String event) {
        return http.post("/api/events", Events.delivery(event));
    }

    /** Asks until the answer has a status; each question waits for its answer, so this is no busy loop of long standing. */
    private static void awaitReady(ContractHttp http) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (http.get("/readyz").status() != 200) {
            assertThat(System.nanoTime()).as("time until ready").isLessThan(end);
        }
    }

    @Test
    @Rule("S-4")
    void a_backend_that_was_killed_continues_where_it_stopped() {
        try (BackendProcess first = backend()) {
            awaitReady(first.http());
            declare(first.http());
            assertThat(deliver(first.http(), Events.running("orders419", "order-1"))
                            .status())
                    .isEqualTo(200);
            first.kill();
        }
        try (BackendProcess second = backend()) {
            Reply status = second.http().get(STATUS);
            assertThat(status.at("/verdict")).isEqualTo("NOT_READY");
            assertThat(status.at("/blockers/0/instances/0/instanceId")).isEqualTo("order-1");
            assertThat(second.http().get("/api/apps/orders/decisions").at("/decisions/0/command"))
                    .isEqualTo("declare");
        }
    }

    @Test
    @Rule("E-1")
    void while_the_account_is_away_it_lives_is_not_ready_and_keeps_nothing() {
        azurite.stop();
        try (BackendProcess backend = backend()) {
            ContractHttp http = backend.http();
            assertThat(http.get("/healthz").status()).isEqualTo(200);
            assertUnavailable(http.get("/readyz"));
            assertUnavailable(deliver(http, Events.running("orders419", "order-1")));
            azurite.start();
            awaitReady(http);
            assertThat(deliver(http, Events.running("orders419", "order-1")).status())
                    .isEqualTo(200);
            azurite.stop();
            assertUnavailable(http.get("/readyz"));
        }
    }

    private static void assertUnavailable(Reply reply) {
        assertThat(reply.status()).isEqualTo(503);
        assertThat(reply.code()).isEqualTo("STORE_UNAVAILABLE");
        assertThat(reply.header("Retry-After")).isNotEmpty();
    }
}
