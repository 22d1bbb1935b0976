// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.store.azuretables;

import static org.assertj.core.api.Assertions.assertThat;

import io.hubgate.Hubgate;
import io.hubgate.deployment.Command;
import io.hubgate.deployment.Options;
import io.hubgate.model.Actor;
import io.hubgate.model.AppName;
import io.hubgate.model.SlotName;
import io.hubgate.model.TaskHubName;
import io.hubgate.rule.Rule;
import io.hubgate.verification.azurite.TestStorage;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Two processes that write the same hub of one account at the same time. */
class TwoProcessesTest {
    private static final TaskHubName HUB = new TaskHubName("orders417");
    private static final int INSTANCES = 80;
    private static final int EVENTS = 600;
    private static final int DELIVERY = 7;

    @Test
    @Rule({"S-4", "S-5"})
    void together_leave_what_the_model_says() throws Exception {
        long seed = Long.getLong("hubgate.seed", new Random().nextLong());
        System.out.println("-Dhubgate.seed=" + seed);
        String prefix = TablesFixture.freshPrefix();
        String account = TestStorage.shared().account().connectionString();
        Process other = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Sender.class.getName(),
                        account,
                        prefix,
                        Long.toString(seed))
                .redirectErrorStream(true)
                .redirectOutput(Path.of("target", "other-process.log").toFile())
                .start();
        try (AzureTableStores stores = TablesFixture.builder(prefix).build()) {
            Sender.send(stores, seed, 0);
            assertThat(other.waitFor(2, TimeUnit.MINUTES)).isTrue();
            assertThat(other.exitValue())
                    .as("the other; target/other-process.log")
                    .isZero();
            assertThat(new Hub(stores.instances(), HUB).active())
                    .isEqualTo(Traffic.seeded(HUB, seed, INSTANCES, EVENTS).active());
            AppName app = new AppName("orders-prod-weu");
            assertThat(hubgate(stores).decisions(app, Long.MAX_VALUE, 10)).hasSize(1);
        } finally {
            other.destroyForcibly();
        }
    }

    private static Hubgate hubgate(AzureTableStores stores) {
        return Hubgate.builder(stores.apps(), stores.instances()).build();
    }

    /** The other process: sends its half of the events. */
    static final class Sender {
        private Sender() {}

        public static void main(String[] arguments) {
            try (AzureTableStores stores = AzureTableStores.builder()
                    .connectionString(arguments[0])
                    .tablePrefix(arguments[1])
                    .build()) {
                send(stores, Long.parseLong(arguments[2]), 1);
            }
        }

        static void send(AzureTableStores stores, long seed, int half) {
            Hubgate hubgate = hubgate(stores);
            hubgate.execute(
                    new Command.Declare(
                            new AppName("orders-prod-weu"), Map.of(SlotName.STAGING, Optional.of(HUB)), Options.NONE),
                    Actor.of("test"));
            Traffic.seeded(HUB, seed, INSTANCES, EVENTS)
                    .deliveries(half, 2, DELIVERY)
                    .forEach(some -> Traffic.send(hubgate, some));
        }
    }
}
