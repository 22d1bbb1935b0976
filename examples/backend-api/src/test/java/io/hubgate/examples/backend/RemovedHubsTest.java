// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.examples.backend;

import static org.assertj.core.api.Assertions.assertThat;

import io.hubgate.CleanupAnswer;
import io.hubgate.CleanupRequest;
import io.hubgate.CleanupResult;
import io.hubgate.CleanupResult.Outcome;
import io.hubgate.CleanupScope;
import io.hubgate.Hubgate;
import io.hubgate.deployment.Command;
import io.hubgate.deployment.Force;
import io.hubgate.deployment.Options;
import io.hubgate.deployment.ReleasePhase;
import io.hubgate.model.Actor;
import io.hubgate.model.AppName;
import io.hubgate.model.SlotName;
import io.hubgate.model.TaskHubName;
import io.hubgate.readiness.BlockerCode;
import io.hubgate.readiness.ReadinessPolicy;
import io.hubgate.rule.Rule;
import io.hubgate.store.inmemory.InMemoryAppStore;
import io.hubgate.store.inmemory.InMemoryInstanceStore;
import io.hubgate.taskhub.CleanupOptions;
import io.hubgate.taskhub.azurestorage.AzureStorageCleaner;
import io.hubgate.taskhub.azurestorage.AzureStorageInspector;
import io.hubgate.taskhub.azurestorage.access.RequestRates;
import io.hubgate.taskhub.azurestorage.access.StorageAccess;
import io.hubgate.verification.azurite.Fault;
import io.hubgate.verification.azurite.FaultProxy;
import io.hubgate.verification.azurite.Faults;
import io.hubgate.verification.azurite.StorageAccount;
import io.hubgate.verification.azurite.StorageAccount.Service;
import io.hubgate.verification.azurite.TestStorage;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * A retired hub in a storage account, from the first question to its removal, with the look, the rules, the record and the cleaner together. The
 * minute between two looks for hosts is let pass. With {@code -Dhubgate.cleanup.faults=all} each deletion meets each fault; otherwise the last of each service one of them.
 */
@Timeout(300)
@Rule("P-13")
class RemovedHubsTest {
    private static final StorageAccount ACCOUNT = TestStorage.sharedAzurite().account();
    private static final boolean ALL = "all".equals(System.getProperty("hubgate.cleanup.faults"));
    private static final AppName ORDERS = new AppName("orders");
    private static final Actor OPERATOR = Actor.of("operator");
    private static final Duration DONE = Duration.ofHours(1);

    private final String old = TestStorage.freshName("orders");
    private final TaskHubName hub = new TaskHubName(old.substring(0, 38));
    private final LaterStorage later = new LaterStorage();
    private final Map<Service, FaultProxy> proxies = new EnumMap<>(Service.class);
    private final StorageAccount account = through(ACCOUNT);
    private final Hubgate hubgate = hubgate();

    private StorageAccount through(StorageAccount direct) {
        StorageAccount through = direct;
        for (Service service : Service.values()) {
            FaultProxy proxy = FaultProxy.before(direct.endpoint(service));
            proxies.put(service, proxy);
            through = through.through(service, proxy);
        }
        return through;
    }

    private FaultProxy proxy(Service service) {
        return Objects.requireNonNull(proxies.get(service));
    }

    private Hubgate hubgate() {
        AtomicLong second = new AtomicLong();
        RequestRates unhurried = new RequestRates(() -> Instant.EPOCH.plusSeconds(second.incrementAndGet()));
        StorageAccess access = StorageAccess.ofConnectionString(account.connectionString());
        return Hubgate.builder(new InMemoryAppStore(), InMemoryInstanceStore.create())
                .policy(new ReadinessPolicy(Duration.ZERO, Duration.ofSeconds(30), Duration.ZERO, 5))
                .patience(Duration.ofSeconds(60))
                .clock(later)
                .inspector(AzureStorageInspector.builder(access, later)
                        .requestRates(unhurried)
                        .addPolicy(later)
                        .build())
                .cleaner(
                        AzureStorageCleaner.builder(access, later)
                                .requestRates(unhurried)
                                .addPolicy(later)
                                .build(),
                        CleanupOptions.DEFAULT)
                .build();
    }

    @AfterEach
    void close() {
        proxies.values().forEach(FaultProxy::close);
    }

    private LaidHub drained() {
        return LaidHub.make(hub.value(), ACCOUNT).containers().instance("order-1", "Completed", DONE);
    }

    /** The hub was in production and is in no slot now; the look of that moment is too old to be used again, however slow it was. */
    private void retire() {
        declare(hub, Options.NONE);
        declare(
                new TaskHubName(hub + "next"),
                Options.NONE.because("moved by hand").forced(new Force("moved by hand", true, OPERATOR)));
        later.pass(Duration.ofSeconds(31));
    }

    private void declare(TaskHubName live, Options options) {
        hubgate.execute(new Command.Declare(ORDERS, Map.of(SlotName.PRODUCTION, Optional.of(live)), options), OPERATOR);
    }

    private CleanupResult cleanUp(boolean dryRun, boolean dropEntities, TaskHubName... inUse) {
        CleanupAnswer answer = hubgate.cleanup(
                new CleanupRequest(ORDERS, null, Set.of(inUse), dryRun, dropEntities, true, true, Options.NONE),
                OPERATOR);
        return ((CleanupAnswer.Done) answer).results().get(0);
    }

    private CleanupResult cleanUp() {
        return cleanUp(false, false);
    }

    /** The first look for hosts, and the minute after it. */
    private void lookOnce() {
        CleanupResult first = cleanUp(true, false);
        assertThat(first.outcome()).as("%s", first).isEqualTo(Outcome.PLANNED);
        later.pass(Duration.ofSeconds(65));
    }

    private ReleasePhase phase() {
        return hubgate.app(ORDERS).orElseThrow().release(hub).orElseThrow().phase();
    }

    private static void assertKept(CleanupResult result, BlockerCode code) {
        assertThat(result.outcome()).as("%s", result).isEqualTo(Outcome.KEPT);
        assertThat(Objects.requireNonNull(result.verdict()).basis().blockers())
                .extracting(blocker -> blocker.code())
                .contains(code);
    }

    @Test
    void a_dry_run_tells_the_plan_and_a_minute_later_the_hub_goes_and_its_neighbour_stays() {
        drained();
        LaidHub.make(hub + "0", ACCOUNT).containers().owned().waiting("order-9", "ChargeCard", DONE);
        Map<String, String> neighbour = Inventory.of(ACCOUNT, hub + "0");
        retire();
        CleanupResult plan = cleanUp(true, false);
        assertThat(plan.outcome()).as("%s", plan).isEqualTo(Outcome.PLANNED);
        assertThat(plan.scope()).isEqualTo(CleanupScope.TASK_HUB);
        assertThat(Objects.requireNonNull(plan.removal()).left()).hasSize(7);
        assertKept(cleanUp(), BlockerCode.HOST_ACTIVE);
        assertThat(Inventory.of(ACCOUNT, hub.value())).as("so far").hasSize(14);
        later.pass(Duration.ofSeconds(65));
        CleanupResult removed = cleanUp();
        assertThat(removed.outcome()).as("%s", removed).isEqualTo(Outcome.REMOVED);
        assertThat(phase()).isEqualTo(ReleasePhase.DELETED);
        assertThat(Inventory.of(ACCOUNT, hub.value())).isEqualTo(neighbour);
    }

    @Test
    void whatever_deletion_fails_the_next_call_comes_to_the_same_end() {
        List<Fault> faults = List.of(
                Fault.refusal(403, "AuthorizationPermissionMismatch"),
                Fault.refusal(409, "ResourceBeingDeleted"),
                Fault.resetAfter());
        int turn = 0;
        for (Service service : Service.values()) {
            int last = service == Service.TABLE ? 3 : 2;
            for (int nth = ALL ? 1 : last; nth <= last; nth++) {
                for (Fault fault : ALL ? faults : List.of(faults.get(turn++ % faults.size()))) {
                    RemovedHubsTest world = new RemovedHubsTest();
                    try {
                        world.isRemovedInSpiteOf(service, nth, fault);
                    } finally {
                        world.close();
                    }
                }
            }
        }
    }

    private void isRemovedInSpiteOf(Service service, int nth, Fault fault) {
        String what = fault + " at deletion " + nth + " of " + service;
        drained();
        retire();
        lookOnce();
        proxy(service).inject(Faults.nth(nth, request -> request.method().equals("DELETE"), fault));
        CleanupResult first = cleanUp();
        if (first.outcome() != Outcome.REMOVED) {
            assertThat(first.outcome()).as(what).isIn(Outcome.REMOVING, Outcome.FAILED);
            assertThat(first.code()).as(what).isNull();
            assertThat(first.failure()).as(what).isNotEmpty();
            assertThat(phase()).as(what).isEqualTo(ReleasePhase.REMOVING);
            CleanupResult second = cleanUp();
            assertThat(second.outcome()).as("%s: %s", what, second).isEqualTo(Outcome.REMOVED);
        }
        assertThat(proxy(service).faulty()).as(what).isEqualTo(1);
        assertThat(phase()).as(what).isEqualTo(ReleasePhase.DELETED);
        assertThat(Inventory.of(ACCOUNT, hub.value())).as(what).isEmpty();
    }

    @Test
    @Rule("R-17")
    void a_hub_on_which_a_host_lives_is_kept() {
        drained().owned();
        retire();
        assertKept(cleanUp(true, false), BlockerCode.HOST_ACTIVE);
        later.pass(Duration.ofSeconds(65));
        assertKept(cleanUp(), BlockerCode.HOST_ACTIVE);
        assertThat(Inventory.of(ACCOUNT, hub.value())).hasSize(7);
    }

    @Test
    void entities_stay_unless_their_state_is_given_up() {
        drained().entity("@counter@orders");
        retire();
        assertKept(cleanUp(), BlockerCode.ENTITIES_PRESENT);
        later.pass(Duration.ofSeconds(65));
        assertKept(cleanUp(), BlockerCode.ENTITIES_PRESENT);
        assertThat(cleanUp(false, true).outcome()).isEqualTo(Outcome.REMOVED);
        assertThat(Inventory.of(ACCOUNT, hub.value())).isEmpty();
    }

    @Test
    @Rule("R-17")
    void a_hub_that_settings_still_name_is_kept() {
        drained();
        retire();
        lookOnce();
        assertKept(cleanUp(false, false, hub), BlockerCode.IN_SLOT);
        assertThat(Inventory.of(ACCOUNT, hub.value())).hasSize(7);
    }

    @Test
    void work_that_comes_back_ends_the_removal() {
        LaidHub laid = drained();
        retire();
        lookOnce();
        proxy(Service.TABLE)
                .inject(Faults.nth(
                        1, request -> request.method().equals("DELETE"), Fault.refusal(409, "TableBeingDeleted")));
        assertThat(cleanUp().outcome()).isEqualTo(Outcome.REMOVING);
        laid.againQueue();
        CleanupResult result = cleanUp();
        assertThat(result.code()).as("%s", result).isEqualTo(CleanupResult.FailureCode.HUB_RESURRECTED);
        assertThat(phase()).isEqualTo(ReleasePhase.RETIRED);
    }
}
