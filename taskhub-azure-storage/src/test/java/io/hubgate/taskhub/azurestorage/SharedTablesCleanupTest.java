// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.taskhub.azurestorage;

import static org.assertj.core.api.Assertions.assertThat;

import com.azure.core.http.HttpMethod;
import com.azure.core.http.policy.HttpPipelinePolicy;
import io.hubgate.rule.Rule;
import io.hubgate.taskhub.CleanupOptions;
import io.hubgate.taskhub.CleanupPlan;
import io.hubgate.taskhub.CleanupPlan.Artefact;
import io.hubgate.taskhub.CleanupPlan.Kind;
import io.hubgate.taskhub.CleanupProgress;
import io.hubgate.taskhub.Removal;
import io.hubgate.taskhub.azurestorage.access.StorageAccess;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a cleaner removes of tables that other hubs use too. */
@Rule("P-13")
class SharedTablesCleanupTest extends Cleaning {
    private final String prefix = Inspecting.freshHub().substring(0, 20);
    private final SmallHub ours =
            new SmallHub(name, account, account, prefix).createTables().createQueues(1);
    private final SmallHub others = new SmallHub(name + "0", account, account, prefix);

    SharedTablesCleanupTest() {
        ours.instance("a", "Completed").event("a", "ExecutionStarted", Map.of());
        others.instance("b", "Running").event("b", "ExecutionStarted", Map.of());
        // Rows of old engines name no hub, so nobody knows whose they are.
        others.instance("@counter@c", Map.of("RuntimeStatus", "Running", "TaskHubName", ""));
    }

    private AzureStorageCleaner cleaner() {
        return builder()
                .trackingStore(StorageAccess.ofConnectionString(account.connectionString()), prefix)
                .build();
    }

    @Test
    void rowsAreKeptByDefault() {
        Map<String, String> tables = Inventory.of(account, prefix);
        Removal begun = begun(cleaner(), ours.name(), CleanupOptions.DEFAULT);
        assertThat(begun.plan().kept()).extracting(Artefact::kind).containsOnly(Kind.SHARED_ROWS);
        carryOn(cleaner(), begun);
        assertThat(Inventory.of(account, prefix)).isEqualTo(tables);
        assertThat(Inventory.of(account, name)).isEmpty();
    }

    @Test
    void exactlyTheHubsRowsGoWhereItIsOptedIn() {
        carryOn(cleaner(), begun(cleaner(), ours.name(), new CleanupOptions(true)));
        Map<String, String> left = Inventory.of(account, prefix);
        assertThat(left.get("table " + prefix + "Instances"))
                .contains("b|", "@counter@c|")
                .doesNotContain("a|");
        assertThat(left.get("table " + prefix + "History")).contains("b|").doesNotContain("a|");
    }

    @Test
    void aRowThatChangesMeanwhileStays() {
        HttpPipelinePolicy meddler = (context, next) -> {
            if (context.getHttpRequest().getHttpMethod() == HttpMethod.DELETE
                    && context.getHttpRequest().getUrl().getPath().contains(prefix + "Instances")) {
                ours.instance("a", "Running");
            }
            return next.process();
        };
        AzureStorageCleaner meddled = builder()
                .trackingStore(StorageAccess.ofConnectionString(account.connectionString()), prefix)
                .addPolicy(meddler)
                .build();
        Removal removal = begun(meddled, ours.name(), new CleanupOptions(true));
        while (removal.left().size() > 1) {
            assertThat(meddled.removeNext(removal, soon())).isInstanceOf(CleanupProgress.Removed.class);
            removal = removal.further();
        }
        assertThat(meddled.removeNext(removal, soon())).isInstanceOf(CleanupProgress.Unfinished.class);
        assertThat(Inventory.of(account, prefix).get("table " + prefix + "Instances"))
                .contains("a|");
    }

    @Test
    void aTableUnderTheHubsOwnNameMayBeOthersTrackingStore() {
        SmallHub owner = new SmallHub(prefix, account).createQueues(1);
        CleanupPlan plan = builder().build().plan(owner.name(), CleanupOptions.DEFAULT, soon());
        assertThat(plan.kept()).extracting(Artefact::name).containsExactly(prefix + "History", prefix + "Instances");
    }
}
