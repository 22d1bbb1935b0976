// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.taskhub.azurestorage;

import static org.assertj.core.api.Assertions.assertThat;

import com.azure.core.http.policy.HttpPipelinePolicy;
import com.azure.core.util.BinaryData;
import io.hubgate.model.TaskHubName;
import io.hubgate.store.Deadline;
import io.hubgate.taskhub.CleanupOptions;
import io.hubgate.taskhub.CleanupPlan;
import io.hubgate.taskhub.CleanupProgress;
import io.hubgate.taskhub.Removal;
import io.hubgate.taskhub.azurestorage.access.RequestRates;
import io.hubgate.taskhub.azurestorage.access.StorageAccess;
import io.hubgate.verification.azurite.StorageAccount;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** What the tests of the cleaner have in common: a fresh name, hubs under it, and a cleaner that does not wait its turn. */
abstract class Cleaning {
    final StorageAccount account = Inspecting.account();
    final String name = Inspecting.freshHub().substring(0, 20);

    /** A clock that runs fast, so that no request waits for its turn. */
    private static RequestRates unhurried() {
        AtomicLong second = new AtomicLong();
        return new RequestRates(() -> Instant.EPOCH.plusSeconds(second.incrementAndGet()));
    }

    AzureStorageCleaner cleaner(HttpPipelinePolicy policy) {
        return builder().addPolicy(policy).build();
    }

    AzureStorageCleaner.Builder builder() {
        return AzureStorageCleaner.builder(
                        StorageAccess.ofConnectionString(account.connectionString()), Inspecting.CLOCK)
                .requestRates(unhurried())
                .httpClient(Clients.HTTP);
    }

    static Deadline soon() {
        return Deadline.in(Duration.ofSeconds(30), Inspecting.CLOCK);
    }

    /** A plan as it is after a second: the service's header has whole seconds, and rows of the same second would count as newer. */
    static Removal begun(AzureStorageCleaner cleaner, TaskHubName hub, CleanupOptions options) {
        CleanupPlan plan = cleaner.plan(hub, options, soon());
        CleanupPlan later = new CleanupPlan(hub, plan.madeAt().plusSeconds(2), plan.artefacts(), plan.kept());
        return Removal.begin(later, Instant.EPOCH);
    }

    /** Goes on until the end, as the shell does; what was reached is returned where it does not come to it. */
    static Removal carryOn(AzureStorageCleaner cleaner, Removal begun) {
        Removal removal = begun;
        while (!removal.isDone()) {
            assertThat(cleaner.removeNext(removal, soon())).isInstanceOf(CleanupProgress.Removed.class);
            removal = removal.further();
        }
        return removal;
    }

    /** A hub with all that engines of any version leave. */
    SmallHub whole(String hub) {
        SmallHub small =
                new SmallHub(hub, account).create().createQueues(2).announce(2).lease("intent", 0, false);
        small.instance("done", "Completed").event("done", "ExecutionStarted", Map.of());
        Clients.queues(account).getQueueClient(small.control(7)).createIfNotExists();
        blob(hub, "largemessages");
        blob(hub, "applease");
        return small;
    }

    /** One artefact of each kind and place, so that being killed at each takes little time. */
    SmallHub small(String hub) {
        SmallHub small =
                new SmallHub(hub, account).createTables().createQueues(1).announce(1);
        Clients.tables(account).createTableIfNotExists(hub + "Partitions");
        blob(hub, "largemessages");
        return small;
    }

    private void blob(String hub, String suffix) {
        Clients.blobs(account)
                .createBlobContainerIfNotExists(hub.toLowerCase(Locale.ROOT) + "-" + suffix)
                .getBlobClient("blob")
                .upload(BinaryData.fromString("{}"), true);
    }
}
