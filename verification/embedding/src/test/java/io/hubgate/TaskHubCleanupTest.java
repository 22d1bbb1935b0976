// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate;

import static org.assertj.core.api.Assertions.assertThat;

import io.hubgate.deployment.Command;
import io.hubgate.deployment.Force;
import io.hubgate.deployment.HubData;
import io.hubgate.deployment.Options;
import io.hubgate.deployment.Release;
import io.hubgate.deployment.ReleasePhase;
import io.hubgate.model.Actor;
import io.hubgate.model.AppName;
import io.hubgate.model.SlotName;
import io.hubgate.model.TaskHubName;
import io.hubgate.readiness.Blocker;
import io.hubgate.readiness.BlockerCode;
import io.hubgate.readiness.Confidence;
import io.hubgate.readiness.Intent;
import io.hubgate.readiness.Verdict;
import io.hubgate.rule.Rule;
import io.hubgate.store.AppStore;
import io.hubgate.store.Deadline;
import io.hubgate.store.inmemory.InMemoryAppStore;
import io.hubgate.store.inmemory.InMemoryInstanceStore;
import io.hubgate.taskhub.CleanupOptions;
import io.hubgate.taskhub.CleanupPlan;
import io.hubgate.taskhub.CleanupPlan.Artefact;
import io.hubgate.taskhub.CleanupPlan.Kind;
import io.hubgate.taskhub.CleanupProgress;
import io.hubgate.taskhub.Removal;
import io.hubgate.taskhub.TaskHubCleaner;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The clean-up of hubs themselves after the verdict, over a storage that is a list of names. */
@Rule("P-13")
class TaskHubCleanupTest {
    private static final AppName ORDERS = new AppName("orders");
    private static final TaskHubName OLD = new TaskHubName("orders1");
    private static final TaskHubName LIVE = new TaskHubName("orders2");
    private static final Instant NOW = Instant.parse("2026-11-25T10:00:00Z");
    private static final Actor ACTOR = Actor.of("cleaning");

    private final InMemoryAppStore apps = new InMemoryAppStore();
    private final InMemoryInstanceStore instances = InMemoryInstanceStore.create();
    private final Storage storage = new Storage();
    private Verdict verdict = Verdict.of(Intent.DELETE, NOW, Confidence.TASK_HUB, List.of(), List.of());

    /** A storage of names, with what a test lets happen to it. */
    private static final class Storage implements TaskHubCleaner {
        final List<Artefact> there = new ArrayList<>(List.of(
                new Artefact(Kind.QUEUE, "orders1-workitems", false, 0L),
                new Artefact(Kind.CONTAINER, "orders1-leases", true, null),
                new Artefact(Kind.TABLE, "orders1Instances", true, null)));
        final List<Artefact> kept = new ArrayList<>();

        @Nullable
        Artefact slow;

        @Nullable
        String sign;

        @Override
        public CleanupPlan plan(TaskHubName hub, CleanupOptions options, Deadline deadline) {
            return new CleanupPlan(hub, NOW, there, kept);
        }

        @Override
        public CleanupProgress removeNext(Removal removal, Deadline deadline) {
            if (sign != null) {
                return new CleanupProgress.Resurrected(sign);
            }
            if (removal.next().equals(slow)) {
                return new CleanupProgress.Unfinished(
                        "storage still removes " + removal.next().words());
            }
            there.remove(removal.next());
            return new CleanupProgress.Removed();
        }
    }

    /** The process ends here. */
    private static final class Died extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** A store whose process dies at the n-th write, before or after it. */
    private static AppStore dyingAt(AppStore store, int nth, boolean afterwards, boolean[] died) {
        int[] left = {nth};
        Set<String> writes = Set.of("commit", "create", "replace", "delete");
        return (AppStore) Proxy.newProxyInstance(
                AppStore.class.getClassLoader(), new Class<?>[] {AppStore.class}, (proxy, method, arguments) -> {
                    boolean dies = writes.contains(method.getName()) && --left[0] == 0;
                    died[0] |= dies;
                    if (dies && !afterwards) {
                        throw new Died();
                    }
                    try {
                        Object answer = method.invoke(store, arguments);
                        if (dies) {
                            throw new Died();
                        }
                        return answer;
                    } catch (InvocationTargetException e) {
                        throw e.getTargetException();
                    }
                });
    }

    private CleanupShell shell(AppStore store) {
        Parts parts = Hubgate.builder(store, instances)
                .clock(InstantSource.fixed(NOW))
                .cleaner(storage, CleanupOptions.DEFAULT)
                .parts();
        return new CleanupShell(parts, new CommandShell(parts.shell()), (request, app, hub, deadline) -> verdict);
    }

    /** orders1 is retired and in no slot; orders2 is live. */
    private void retire() {
        Hubgate hubgate =
                Hubgate.builder(apps, instances).clock(InstantSource.fixed(NOW)).build();
        hubgate.execute(
                new Command.Declare(ORDERS, Map.of(SlotName.PRODUCTION, Optional.of(OLD)), Options.NONE), ACTOR);
        hubgate.execute(
                new Command.Declare(
                        ORDERS,
                        Map.of(SlotName.PRODUCTION, Optional.of(LIVE)),
                        Options.NONE.because("moved by hand").forced(new Force("moved by hand", true, ACTOR))),
                ACTOR);
        assertThat(old().phase()).isEqualTo(ReleasePhase.RETIRED);
    }

    private Release old() {
        return Hubgate.builder(apps, instances)
                .clock(InstantSource.fixed(NOW))
                .build()
                .app(ORDERS)
                .orElseThrow()
                .release(OLD)
                .orElseThrow();
    }

    private static CleanupRequest request(boolean dryRun, boolean mayRemove) {
        return new CleanupRequest(ORDERS, LIVE, Set.of(), dryRun, false, true, mayRemove, Options.NONE);
    }

    private CleanupResult clean(AppStore store, CleanupRequest request) {
        CleanupAnswer answer = shell(store).cleanup(request, ACTOR);
        return ((CleanupAnswer.Done) answer).results().get(0);
    }

    private CleanupResult clean() {
        return clean(apps, request(false, true));
    }

    @Test
    void removesTheHubAndSaysSo() {
        retire();
        CleanupResult result = clean();
        assertThat(result.outcome()).isEqualTo(CleanupResult.Outcome.REMOVED);
        assertThat(result.scope()).isEqualTo(CleanupScope.TASK_HUB);
        assertThat(storage.there).isEmpty();
        assertThat(old().phase()).isEqualTo(ReleasePhase.DELETED);
        assertThat(old().hubData()).isEqualTo(HubData.REMOVED);
    }

    @Test
    void rowsThatStayInSharedTablesLeaveData() {
        retire();
        storage.kept.add(new Artefact(Kind.SHARED_ROWS, "DurableTaskInstances", true, null));
        assertThat(clean().leaves()).containsExactly("rows in the shared table DurableTaskInstances");
        assertThat(old().hubData()).isEqualTo(HubData.LEFT);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whereverItDiesTheNextCallGoesOn(boolean afterwards) {
        int nth = 0;
        boolean[] died = {true};
        while (died[0]) {
            nth++;
            TaskHubCleanupTest world = new TaskHubCleanupTest();
            world.retire();
            died[0] = false;
            try {
                world.clean(dyingAt(world.apps, nth, afterwards, died), request(false, true));
            } catch (Died e) {
                assertThat(died[0]).isTrue();
            }
            List<CleanupResult> again =
                    ((CleanupAnswer.Done) world.shell(world.apps).cleanup(request(false, true), ACTOR)).results();
            assertThat(again).extracting(CleanupResult::outcome).allMatch(CleanupResult.Outcome.REMOVED::equals);
            assertThat(world.storage.there).as("died at write %d", nth).isEmpty();
            assertThat(world.old().phase()).isEqualTo(ReleasePhase.DELETED);
            assertThat(world.old().hubData()).isEqualTo(HubData.REMOVED);
        }
        assertThat(nth).isGreaterThan(6);
    }

    @Test
    void whatTheServiceStillRemovesIsAskedForAgain() {
        retire();
        storage.slow = storage.there.get(1);
        CleanupResult result = clean();
        assertThat(result.outcome()).isEqualTo(CleanupResult.Outcome.REMOVING);
        assertThat(result.failure()).contains("still removes container orders1-leases");
        assertThat(result.removal())
                .isNotNull()
                .satisfies(r -> assertThat(r.gone()).hasSize(1));
        storage.slow = null;
        assertThat(clean().outcome()).isEqualTo(CleanupResult.Outcome.REMOVED);
    }

    @Test
    void aHubThatLivesAgainIsRetiredAgain() {
        retire();
        storage.slow = storage.there.get(1);
        clean();
        storage.sign = "a host owns orders1-control-00";
        CleanupResult result = clean();
        assertThat(result.outcome()).isEqualTo(CleanupResult.Outcome.FAILED);
        assertThat(result.code()).isEqualTo(CleanupResult.FailureCode.HUB_RESURRECTED);
        assertThat(old().phase()).isEqualTo(ReleasePhase.RETIRED);
        assertThat(storage.there).hasSize(2);
    }

    @Test
    void aDryRunAndAKeyWithoutTheRoleRemoveNothing() {
        retire();
        for (CleanupRequest request : List.of(request(true, true), request(false, false))) {
            CleanupResult result = clean(apps, request);
            assertThat(result.outcome()).isEqualTo(CleanupResult.Outcome.PLANNED);
            assertThat(result.removal())
                    .isNotNull()
                    .satisfies(r -> assertThat(r.left()).hasSize(3));
        }
        assertThat(storage.there).hasSize(3);
        assertThat(old().phase()).isEqualTo(ReleasePhase.RETIRED);
    }

    @Test
    void whatMayNotBeRemovedIsKept() {
        retire();
        verdict = Verdict.of(
                Intent.DELETE,
                NOW,
                Confidence.TASK_HUB,
                List.of(Blocker.of(BlockerCode.ENTITIES_PRESENT, OLD, "it holds entities", "look", null)),
                List.of());
        assertThat(clean().outcome()).isEqualTo(CleanupResult.Outcome.KEPT);
        assertThat(storage.there).hasSize(3);
    }
}
