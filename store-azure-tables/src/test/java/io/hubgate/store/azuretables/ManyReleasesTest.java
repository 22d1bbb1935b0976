// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.store.azuretables;

import static org.assertj.core.api.Assertions.assertThat;

import io.hubgate.Answer;
import io.hubgate.CleanupRequest;
import io.hubgate.Hubgate;
import io.hubgate.deployment.Command;
import io.hubgate.deployment.Options;
import io.hubgate.model.Actor;
import io.hubgate.model.AppName;
import io.hubgate.model.RuntimeStatus;
import io.hubgate.model.SlotName;
import io.hubgate.model.TaskHubName;
import io.hubgate.rule.Rule;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** An app that lives through many releases. {@code -Dhubgate.releases=1200} is the number that the record is made for. */
class ManyReleasesTest {
    private static final int RELEASES = Integer.getInteger("hubgate.releases", 32);
    private static final AppName ORDERS = new AppName("orders-prod-weu");
    private static final Actor PIPELINE = Actor.of("orders-cd");

    private static final Duration QUIET = Duration.ofMinutes(30);

    private Instant now = Hub.NOON;

    @Test
    @Rule("S-6")
    void keeps_its_record_small_and_each_release_known() {
        try (AzureTableStores stores =
                TablesFixture.builder(TablesFixture.freshPrefix()).build()) {
            Hubgate hubgate = Hubgate.builder(stores.apps(), stores.instances())
                    .clock(() -> now)
                    .build();
            execute(hubgate, new Command.Declare(ORDERS, Map.of(), Options.NONE));
            int sizeBefore = 0;
            for (int n = 1; n <= RELEASES; n++) {
                release(hubgate, new TaskHubName("orders" + (10_000 + n)));
                sizeBefore = n == 25 ? size(stores) : sizeBefore;
            }
            // Numbers grow by a digit now and then.
            assertThat(size(stores)).isBetween(1, sizeBefore + sizeBefore / 20);
            assertThat(hubgate.releases(hubgate.app(ORDERS).orElseThrow())).hasSize(RELEASES);
        }
    }

    private static int size(AzureTableStores stores) {
        return stores.apps().findApp(ORDERS, Hub.soon()).orElseThrow().value().bytes().length;
    }

    /** A release goes live, is heard, and takes the place of the last one, whose data is given up. */
    private void release(Hubgate hubgate, TaskHubName hub) {
        execute(hubgate, new Command.Stage(ORDERS, SlotName.STAGING, hub, null, false, Options.NONE));
        execute(hubgate, new Command.Swap(ORDERS, SlotName.STAGING, hub, Options.NONE));
        execute(hubgate, new Command.Confirm(ORDERS, hub, Options.NONE));
        hear(hubgate, hub, RuntimeStatus.RUNNING);
        hear(hubgate, hub, RuntimeStatus.COMPLETED);
        now = now.plus(QUIET);
        hubgate.cleanup(CleanupRequest.of(ORDERS, hub), PIPELINE);
    }

    private void hear(Hubgate hubgate, TaskHubName hub, RuntimeStatus status) {
        now = now.plusSeconds(1);
        Traffic.send(hubgate, List.of(Traffic.event(hub, "smoke", status, now)));
    }

    private static void execute(Hubgate hubgate, Command command) {
        assertThat(hubgate.execute(command, PIPELINE)).isInstanceOf(Answer.Accepted.class);
    }
}
