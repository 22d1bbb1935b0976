// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.examples.backend;

import static org.assertj.core.api.Assertions.assertThat;

import io.hubgate.Hubgate;
import io.hubgate.examples.backend.contract.ContractHttp;
import io.hubgate.examples.backend.contract.Reply;
import io.hubgate.examples.backend.settings.Setting;
import io.hubgate.rule.Rule;
import io.hubgate.store.azuretables.AzureTableStores;
import io.hubgate.verification.azurite.Azurite;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Backends that share an account: at the same time, and one after the other with a time between. */
@Timeout(600)
class SharedAccountTest {
    private static final Duration OUTAGE = Duration.ofHours(2);
    private static final Duration START = Duration.ofMinutes(10);
    private static final String GATE = "/api/apps/orders/slots/staging/gate";

    private Azurite azurite;

    @BeforeEach
    void startAzurite() {
        azurite = Azurite.inMemory();
    }

    @AfterEach
    void endAzurite() {
        azurite.close();
    }

    private RunningBackend backend() {
        return RunningBackend.start(Map.of(
                Setting.STORE,
                "azure-tables",
                Setting.STORAGE_CONNECTION_STRING,
                azurite.account().connectionString()));
    }

    @Test
    @Rule({"S-4", "P-3"})
    void each_sees_at_once_what_the_other_decided_and_heard() {
        try (RunningBackend one = backend();
                RunningBackend other = backend()) {
            Steps here = new Steps(one.http());
            Steps there = new Steps(other.http());
            here.declare("orders");
            assertThat(there.stage("orders", "orders1").next()).isEqualTo("deploy");
            assertThat(here.step("orders", "swap", "orders1").next()).isEqualTo("swap-slots");
            assertThat(there.step("orders", "confirm", "orders1").next()).isEqualTo("nothing");
            here.deliver(Events.running("orders0", "order-1"));
            Reply refused = there.stage("orders", "orders2");
            assertThat(refused.code()).isEqualTo("NOT_READY");
            assertThat(refused.at("/verdict/blockers/0/instances/0/instanceId")).isEqualTo("order-1");
            there.deliver(Events.completed("orders0", "order-1"));
            assertThat(here.stage("orders", "orders2").next()).isEqualTo("deploy");
            assertThat(here.stage("orders", "orders3").code()).isEqualTo("DEPLOYMENT_OPEN");
        }
    }

    @Test
    @Rule("R-10")
    void a_time_without_any_backend_is_waited_out_unless_another_one_was_there() {
        Instant now = InstantSource.system().instant();
        try (AzureTableStores stores = AzureTableStores.builder()
                .connectionString(azurite.account().connectionString())
                .build()) {
            live(stores, now.minus(OUTAGE));
            try (RunningBackend after = backend()) {
                Steps steps = new Steps(after.http());
                steps.deploySecond("orders");
                steps.deliver(Events.running("orders0", "order-1"), Events.completed("orders0", "order-1"));
                assertThat(readyAt(after.http())).isAfter(now.plus(OUTAGE).minus(START));
            }
            live(
                    stores,
                    now.minus(OUTAGE),
                    now.minus(OUTAGE.dividedBy(2)),
                    InstantSource.system().instant());
            try (RunningBackend again = backend()) {
                // What is missed while a process starts is waited out as well.
                assertThat(readyAt(again.http())).isBefore(now.plus(START));
            }
        }
    }

    private static Instant readyAt(ContractHttp http) {
        Reply gate = http.get(GATE);
        if (gate.at("/verdict").equals("READY")) {
            return Instant.parse(gate.at("/checkedAt"));
        }
        assertThat(gate.at("/verdict")).isEqualTo("NOT_READY");
        assertThat(gate.at("/blockers/0/code")).isEqualTo("SETTLING");
        return Instant.parse(gate.at("/blockers/0/readyAt"));
    }

    /** A backend that gave its signs of life at these times. */
    private static void live(AzureTableStores stores, Instant... signs) {
        Instant[] now = {signs[0]};
        Hubgate hubgate = Hubgate.builder(stores.apps(), stores.instances())
                .clock(() -> now[0])
                .signsOfLife(OUTAGE.dividedBy(2))
                .build();
        for (Instant sign : signs) {
            now[0] = sign;
            hubgate.giveSignOfLife();
        }
    }
}
