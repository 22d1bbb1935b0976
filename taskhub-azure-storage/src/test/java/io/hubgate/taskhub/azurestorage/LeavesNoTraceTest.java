// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.taskhub.azurestorage;

import static org.assertj.core.api.Assertions.assertThat;

import com.azure.data.tables.models.TableItem;
import com.azure.storage.blob.models.BlobContainerItem;
import com.azure.storage.queue.models.QueueItem;
import com.azure.storage.queue.models.QueuesSegmentOptions;
import io.hubgate.model.TaskHubName;
import io.hubgate.rule.Rule;
import io.hubgate.taskhub.Depth;
import io.hubgate.taskhub.FailedLook;
import io.hubgate.taskhub.HubLook;
import io.hubgate.taskhub.Inspection;
import io.hubgate.taskhub.InspectionRequest;
import io.hubgate.taskhub.Trouble;
import io.hubgate.taskhub.azurestorage.access.StorageAccess;
import io.hubgate.verification.azurite.StorageAccount;
import io.hubgate.verification.azurite.TestStorage;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Inspections and what stays of them: nothing. Here also: hubs that are not whole, names that begin alike, two accounts. */
class LeavesNoTraceTest {
    private final StorageAccount account = Inspecting.account();

    private Inspection inspect(String hub) {
        return Inspecting.inspect(
                Inspecting.inspector(account), InspectionRequest.of(new TaskHubName(hub), Depth.WHOLE));
    }

    private static Set<String> everything(StorageAccount account, String ours) {
        Set<String> names = new TreeSet<>();
        Clients.tables(account).listTables().stream().map(TableItem::getName).forEach(names::add);
        Clients.queues(account).listQueues(new QueuesSegmentOptions().setIncludeMetadata(true), null, null).stream()
                .map(QueueItem::getName)
                .forEach(names::add);
        Clients.blobs(account).listBlobContainers().stream()
                .map(BlobContainerItem::getName)
                .forEach(names::add);
        names.removeIf(name -> !name.toLowerCase(Locale.ROOT).startsWith(ours.toLowerCase(Locale.ROOT)));
        return names;
    }

    @Test
    @Rule({"R-18", "R-20"})
    void aMistypedHubIsMissingAndStaysSo() {
        String hub = Inspecting.freshHub();
        assertThat(inspect(hub))
                .isInstanceOfSatisfying(
                        FailedLook.class, look -> assertThat(look.trouble()).isEqualTo(Trouble.HUB_MISSING));
        assertThat(everything(account, hub)).isEmpty();
    }

    @Test
    @Rule("R-18")
    void aWholeHubIsAsItWas() {
        String hub = Inspecting.freshHub();
        new SmallHub(hub, account).create().instance("a", "Running").hidden(0, "TimerFired", "a");
        Set<String> before = everything(account, hub);
        assertThat(inspect(hub)).isInstanceOf(HubLook.class);
        assertThat(everything(account, hub)).isEqualTo(before).hasSize(8);
    }

    @Test
    @Rule("R-20")
    void aHubIsNotMistakenForOneWhoseNameGoesOn() {
        String hub = Inspecting.freshHub();
        new SmallHub(hub + "0", account).create().instance("a", "Running");
        assertThat(inspect(hub))
                .isInstanceOfSatisfying(
                        FailedLook.class, look -> assertThat(look.trouble()).isEqualTo(Trouble.HUB_MISSING));
    }

    @Test
    @Rule("R-20")
    void whatIsLackingIsNamed() {
        String hub = Inspecting.freshHub();
        new SmallHub(hub, account).createTables();
        assertThat(inspect(hub)).isInstanceOfSatisfying(FailedLook.class, look -> {
            assertThat(look.trouble()).isEqualTo(Trouble.HUB_INCOMPLETE);
            assertThat(look.message()).contains("-workitems", "-control-00");
        });
        new SmallHub(hub, account).createQueues(2).announce(3);
        assertThat(inspect(hub))
                .isInstanceOfSatisfying(
                        FailedLook.class,
                        look -> assertThat(look.message())
                                .contains("-control-02")
                                .doesNotContain("-control-01"));
    }

    @Test
    @Rule("R-16")
    void aNumberOfPartitionsThatDoesNotAgreeIsTold() {
        String hub = Inspecting.freshHub();
        new SmallHub(hub, account).create().announce(2);
        assertThat(inspect(hub))
                .isInstanceOfSatisfying(
                        HubLook.class,
                        look -> assertThat(look.layout().agrees()).isFalse());
    }

    @Test
    @Rule("R-20")
    void theNameMayBeInAnyCase() {
        String hub = Inspecting.freshHub();
        new SmallHub(hub, account).create().instance("a", "Running");
        assertThat(inspect(hub.toUpperCase(Locale.ROOT)))
                .isInstanceOfSatisfying(
                        HubLook.class,
                        look -> assertThat(look.rows().activeCount()).isOne());
    }

    @Test
    @Rule("R-20")
    void aTrackingStoreIsReadInItsOwnAccountAndTellsHubsApart() {
        StorageAccount tracking = TestStorage.shared().secondAccount();
        String hub = Inspecting.freshHub();
        String prefix = "T" + TestStorage.freshName("rack");
        SmallHub ours = new SmallHub(hub, account, tracking, prefix)
                .createTables()
                .createQueues(2)
                .announce(2);
        ours.instance("mine", "Running").instance("nobodys", Map.of("RuntimeStatus", "Running", "TaskHubName", ""));
        new SmallHub(hub + "x", account, tracking, prefix).instance("other", "Running");
        AzureStorageInspector inspector = AzureStorageInspector.builder(
                        StorageAccess.ofConnectionString(account.connectionString()), Inspecting.CLOCK)
                .trackingStore(StorageAccess.ofConnectionString(tracking.connectionString()), prefix)
                .httpClient(Clients.HTTP)
                .build();
        Inspection inspection = Inspecting.inspect(inspector, InspectionRequest.of(new TaskHubName(hub), Depth.WHOLE));
        assertThat(inspection).isInstanceOfSatisfying(HubLook.class, look -> {
            assertThat(look.rows().active().stream().map(row -> row.id().value()))
                    .containsExactlyInAnyOrder("mine", "nobodys");
            assertThat(look.layout().sharedTables()).isTrue();
        });
        assertThat(inspect(hub))
                .isInstanceOfSatisfying(
                        FailedLook.class, look -> assertThat(look.trouble()).isEqualTo(Trouble.HUB_INCOMPLETE));
    }
}
