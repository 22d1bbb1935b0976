// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.taskhub.azurestorage;

import static org.assertj.core.api.Assertions.assertThat;

import com.azure.core.http.HttpMethod;
import com.azure.storage.blob.specialized.BlobLeaseClientBuilder;
import io.hubgate.error.HubgateException;
import io.hubgate.rule.Rule;
import io.hubgate.taskhub.CleanupOptions;
import io.hubgate.taskhub.CleanupPlan;
import io.hubgate.taskhub.CleanupPlan.Artefact;
import io.hubgate.taskhub.CleanupPlan.Kind;
import io.hubgate.taskhub.CleanupProgress;
import io.hubgate.taskhub.Removal;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a cleaner removes in Azurite, and above all what it does not. */
@Rule("P-13")
class AzureStorageCleanerTest extends Cleaning {
    @Nested
    class Removing {
        @Test
        void takesAllThatIsTheHubsAndNothingElse() {
            whole(name + "0");
            whole(name + "History");
            Clients.queues(account).createQueue(name.toLowerCase(Locale.ROOT) + "-control-100");
            Clients.queues(account).createQueue(name.toLowerCase(Locale.ROOT) + "-workitems-old");
            Clients.blobs(account).createBlobContainer(name.toLowerCase(Locale.ROOT) + "-leases-old");
            Clients.tables(account).createTable(name + "InstancesOld");
            Map<String, String> others = Inventory.of(account, name);
            SmallHub hub = whole(name);

            AzureStorageCleaner cleaner = builder().build();
            Removal begun = begun(cleaner, hub.name(), CleanupOptions.DEFAULT);
            assertThat(begun.plan().artefacts())
                    .extracting(Artefact::kind)
                    .containsSubsequence(
                            Kind.QUEUE, Kind.CONTAINER, Kind.TABLE, Kind.CONTAINER, Kind.TABLE, Kind.TABLE);
            assertThat(begun.plan().artefacts())
                    .extracting(Artefact::name)
                    .contains(hub.control(7))
                    .endsWith(name + "History", name + "Instances");
            assertThat(begun.plan().kept()).isEmpty();
            carryOn(cleaner, begun);

            assertThat(Inventory.of(account, name)).isEqualTo(others);
            assertThat(cleaner.plan(hub.name(), CleanupOptions.DEFAULT, soon()).isEmpty())
                    .isTrue();
        }

        @Test
        void planningWritesNothing() {
            SmallHub hub = whole(name).message(0, "EventRaised", "done");
            Map<String, String> before = Inventory.of(account, name);
            Killer watcher = Killer.none();
            CleanupPlan plan = cleaner(watcher).plan(hub.name(), CleanupOptions.DEFAULT, soon());
            assertThat(plan.artefacts()).contains(new Artefact(Kind.QUEUE, hub.control(0), false, 1L));
            assertThat(watcher.seen)
                    .isNotEmpty()
                    .allMatch(method -> method == HttpMethod.GET || method == HttpMethod.HEAD);
            assertThat(Inventory.of(account, name)).isEqualTo(before);
        }

        @Test
        void whatIsGoneAlreadyCountsAsRemoved() {
            SmallHub hub = whole(name);
            AzureStorageCleaner cleaner = builder().build();
            Removal begun = begun(cleaner, hub.name(), CleanupOptions.DEFAULT);
            carryOn(cleaner, begun);
            // The record of what was removed is lost, as after a crash.
            carryOn(cleaner, begun);
            assertThat(Inventory.of(account, name)).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(booleans = {false, true})
        void killedAtAnyRemovalItGoesOn(boolean afterwards) {
            for (int nth = 1; ; nth++) {
                SmallHub hub = small(name + "k" + nth);
                Killer killer = new Killer(nth, true, afterwards);
                Removal reached =
                        untilKilled(cleaner(killer), begun(builder().build(), hub.name(), CleanupOptions.DEFAULT));
                carryOn(builder().build(), reached);
                assertThat(Inventory.of(account, name + "k" + nth))
                        .as("killed at removal %d", nth)
                        .isEmpty();
                if (!killer.hasKilled()) {
                    assertThat(nth).isEqualTo(8);
                    return;
                }
            }
        }

        @ParameterizedTest
        @ValueSource(ints = {1, 4, 9, 14, 23, 38})
        void killedAtAnyRequestItGoesOn(int nth) {
            SmallHub hub = small(name);
            Killer killer = new Killer(nth, false, nth % 2 == 0);
            Removal reached =
                    untilKilled(cleaner(killer), begun(builder().build(), hub.name(), CleanupOptions.DEFAULT));
            assertThat(killer.hasKilled()).isTrue();
            carryOn(builder().build(), reached);
            assertThat(Inventory.of(account, name)).isEmpty();
        }

        private static Removal untilKilled(AzureStorageCleaner cleaner, Removal begun) {
            Removal removal = begun;
            try {
                while (!removal.isDone()) {
                    assertThat(cleaner.removeNext(removal, soon())).isInstanceOf(CleanupProgress.Removed.class);
                    removal = removal.further();
                }
            } catch (HubgateException killed) {
                assertThat(killed).hasMessage("killed here");
            }
            return removal;
        }
    }

    @Nested
    class OfAHubThatLives {
        private final SmallHub hub = whole(name);
        private final AzureStorageCleaner cleaner = builder().build();
        private final Removal begun = begun(cleaner, hub.name(), CleanupOptions.DEFAULT);

        private void refuses(Removal removal, String sign) {
            Map<String, String> before = Inventory.of(account, name);
            assertThat(cleaner.removeNext(removal, soon()))
                    .isInstanceOfSatisfying(
                            CleanupProgress.Resurrected.class,
                            alive -> assertThat(alive.sign()).contains(sign));
            assertThat(Inventory.of(account, name)).isEqualTo(before);
        }

        @Test
        @Rule("R-17")
        void aHostThatOwnsAPartitionStopsIt() {
            hub.partition(1, "host", Inspecting.CLOCK.instant().plusSeconds(60));
            refuses(begun, "a host owns");
        }

        @Test
        @Rule("R-17")
        void aLeasedBlobStopsIt() {
            hub.lease("ownership", 1, true);
            refuses(begun, "a host owns ownership/");
        }

        @Test
        @Rule("R-17")
        void aLeasedContainerStopsIt() {
            new BlobLeaseClientBuilder()
                    .containerClient(
                            Clients.blobs(account).getBlobContainerClient(name.toLowerCase(Locale.ROOT) + "-applease"))
                    .buildClient()
                    .acquireLease(60);
            refuses(begun, "-applease is leased");
        }

        @Test
        void aNewMessageStopsItEvenIfItIsHidden() {
            hub.hidden(0, "TimerFired", "done");
            refuses(begun, "holds more messages");
        }

        @Test
        void aNewRowStopsIt() {
            CleanupPlan plan = begun.plan();
            Removal older = Removal.begin(
                    new CleanupPlan(hub.name(), plan.madeAt().minusSeconds(60), plan.artefacts(), plan.kept()),
                    Instant.EPOCH);
            refuses(older, "is newer than the plan");
        }

        @Test
        void anArtefactThatWasMadeAgainStopsIt() {
            assertThat(cleaner.removeNext(begun, soon())).isInstanceOf(CleanupProgress.Removed.class);
            hub.createQueues(1);
            refuses(begun.further(), "was removed and is there again");
        }
    }
}
