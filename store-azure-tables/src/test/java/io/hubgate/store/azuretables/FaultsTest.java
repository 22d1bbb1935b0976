// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.store.azuretables;

import static org.assertj.core.api.Assertions.assertThat;

import io.hubgate.Answer;
import io.hubgate.Hubgate;
import io.hubgate.deployment.Command;
import io.hubgate.deployment.Options;
import io.hubgate.model.Actor;
import io.hubgate.model.AppName;
import io.hubgate.model.RuntimeStatus;
import io.hubgate.model.SlotName;
import io.hubgate.model.TaskHubName;
import io.hubgate.rule.Rule;
import io.hubgate.store.AppCommit;
import io.hubgate.store.AppStore;
import io.hubgate.store.Document;
import io.hubgate.store.NumberedDocument;
import io.hubgate.store.Revision;
import io.hubgate.store.StoreUnavailableException;
import io.hubgate.store.UnknownOutcomeException;
import io.hubgate.store.Versioned;
import io.hubgate.tracking.LifecycleEvent;
import io.hubgate.verification.azurite.Fault;
import io.hubgate.verification.azurite.FaultProxy;
import io.hubgate.verification.azurite.Faults;
import io.hubgate.verification.azurite.StorageAccount;
import io.hubgate.verification.azurite.StorageAccount.Service;
import io.hubgate.verification.azurite.TestStorage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A line that fails: at one request, each in its turn, and by chance at one of twenty. {@code -Dhubgate.faults.every=1} fails every request in its
 * turn, instead of some.
 */
class FaultsTest {
    private static final int EVERY = Integer.getInteger("hubgate.faults.every", 8);
    private static final long SEED = Long.getLong("hubgate.seed", new Random().nextLong());
    private static final Duration GIVEN_UP_AFTER = Duration.ofMillis(500);
    private static final TaskHubName HUB = new TaskHubName("orders417");
    private static final AppName ORDERS = new AppName("orders-prod-weu");
    private static final Fault SLOW = Fault.delay(GIVEN_UP_AFTER.multipliedBy(2));

    private final StorageAccount emulator = TestStorage.sharedAzurite().account();
    private final FaultProxy proxy = FaultProxy.before(emulator.endpoint(Service.TABLE));

    @AfterEach
    void close() {
        proxy.close();
    }

    /** Each fault, the first request that it strikes, and how many lie between two: together they strike most. */
    static List<Arguments> faults() {
        return List.of(
                Arguments.of(Fault.serverBusy(), 1, EVERY),
                Arguments.of(Fault.resetBefore(), 1 + EVERY / 4, EVERY),
                Arguments.of(Fault.resetAfter(), 1 + EVERY / 2, EVERY),
                Arguments.of(Fault.halfReply(), 1 + EVERY * 3 / 4, EVERY),
                Arguments.of(SLOW, 1 + EVERY, EVERY * 4));
    }

    @ParameterizedTest
    @MethodSource("faults")
    @Rule({"S-2", "E-1"})
    void one_fault_at_any_request_loses_nothing_and_does_nothing_twice(Fault fault, int first, int step) {
        story(Faults.none());
        int requests = proxy.passed().size();
        assertThat(requests).isGreaterThan(20);
        for (int place = first; place <= requests; place += step) {
            proxy.forget();
            story(Faults.nth(place, request -> true, fault));
            assertThat(proxy.faulty()).as("place %d of %d", place, requests).isEqualTo(1);
        }
    }

    /** An app is declared, instances begin and end; then the account holds just that. */
    private void story(Faults faults) {
        String prefix = TablesFixture.freshPrefix();
        proxy.inject(faults);
        try (AzureTableStores stores = throughProxy(prefix)) {
            Hubgate hubgate = hubgate(stores);
            declare(hubgate);
            Traffic.send(hubgate, events(RuntimeStatus.RUNNING, 0, "a", "b", "c", "d", "e", "f"));
            Traffic.send(hubgate, events(RuntimeStatus.COMPLETED, 1, "a", "b"));
            Traffic.send(hubgate, events(RuntimeStatus.FAILED, 2, "c"));
        }
        proxy.inject(Faults.none());
        try (AzureTableStores direct = direct(prefix)) {
            assertThat(new Hub(direct.instances(), HUB).active()).containsExactlyInAnyOrder("d", "e", "f");
            assertThat(hubgate(direct).decisions(ORDERS, Long.MAX_VALUE, 100)).hasSize(1);
            assertThat(direct.instances()
                            .read(HUB, Hub.soon())
                            .orElseThrow()
                            .traffic()
                            .withoutStart())
                    .isZero();
        }
    }

    private static void declare(Hubgate hubgate) {
        Command declare = new Command.Declare(ORDERS, Map.of(SlotName.STAGING, Optional.of(HUB)), Options.NONE);
        Optional<Answer> answer = Optional.empty();
        while (answer.isEmpty()) {
            try {
                answer = Optional.of(hubgate.execute(declare, Actor.of("test")));
            } catch (StoreUnavailableException e) {
                // The pipeline calls again.
            }
        }
        assertThat(answer.get()).isInstanceOf(Answer.Accepted.class);
    }

    private static List<LifecycleEvent> events(RuntimeStatus status, int second, String... ids) {
        return List.of(ids).stream()
                .map(id -> Traffic.event(HUB, id, status, Hub.NOON.plusSeconds(second)))
                .toList();
    }

    private static Hubgate hubgate(AzureTableStores stores) {
        return Hubgate.builder(stores.apps(), stores.instances()).build();
    }

    private AzureTableStores throughProxy(String prefix) {
        return AzureTableStores.builder()
                .connectionString(emulator.through(Service.TABLE, proxy).connectionString())
                .tablePrefix(prefix)
                .requestTimeout(GIVEN_UP_AFTER)
                .build();
    }

    private AzureTableStores direct(String prefix) {
        return AzureTableStores.builder()
                .connectionString(emulator.connectionString())
                .tablePrefix(prefix)
                .build();
    }

    @Test
    @Rule({"S-2", "S-3", "S-5", "E-1"})
    void one_fault_in_twenty_requests_leaves_what_two_backends_wrote_at_once_as_the_model_says() throws Exception {
        System.out.println("-Dhubgate.seed=" + SEED);
        Faults faults = Faults.seeded(
                SEED,
                0.05,
                Fault.serverBusy(),
                Fault.resetBefore(),
                Fault.resetAfter(),
                Fault.halfReply(),
                Fault.delay(Duration.ofMillis(50)));
        String prefix = TablesFixture.freshPrefix();
        Traffic traffic = Traffic.seeded(HUB, SEED, 60, 600);
        int commits = 6;
        try (AzureTableStores one = throughProxy(prefix);
                AzureTableStores two = throughProxy(prefix)) {
            declare(hubgate(one));
            proxy.forget();
            proxy.inject(faults);
            List<Hubgate> backends = List.of(hubgate(one), hubgate(two));
            List<AzureTableStores> stores = List.of(one, two);
            atOnce(6, n -> {
                traffic.deliveries(n, 6, 4).forEach(some -> Traffic.send(backends.get(n % 2), some));
                for (int i = 0; i < commits; i++) {
                    count(stores.get(n % 2).apps(), "writer " + n + " commit " + i);
                }
            });
            assertThat(proxy.faulty()).isGreaterThan(5);
        }
        proxy.inject(Faults.none());
        try (AzureTableStores direct = direct(prefix)) {
            assertThat(new Hub(direct.instances(), HUB).active()).isEqualTo(traffic.active());
            List<NumberedDocument> log = direct.apps().decisions(COUNTED, Long.MAX_VALUE, 1000, Hub.soon());
            assertThat(log).hasSize(6 * commits);
            assertThat(log.stream().map(entry -> text(entry.document())).distinct())
                    .hasSize(6 * commits);
            assertThat(direct.apps().findApp(COUNTED, Hub.soon()))
                    .map(app -> text(app.value()))
                    .contains(Integer.toString(6 * commits));
        }
    }

    private static final AppName COUNTED = new AppName("counted");

    /** Counts one up in an app's record and logs who did, once, whatever the line does. */
    private static void count(AppStore apps, String who) {
        while (true) {
            try {
                Optional<Versioned<Document>> app = apps.findApp(COUNTED, Hub.soon());
                long next = 1
                        + app.map(found -> Long.parseLong(text(found.value()))).orElse(0L);
                Revision revision = app.map(Versioned::revision).orElse(null);
                AppCommit commit = new AppCommit(
                        COUNTED,
                        revision,
                        document(Long.toString(next)),
                        List.of(new NumberedDocument(next, document(who))));
                if (apps.commit(commit, Hub.soon()).isWritten()) {
                    return;
                }
            } catch (UnknownOutcomeException e) {
                if (isLogged(apps, who)) {
                    return;
                }
            } catch (StoreUnavailableException e) {
                // It did not happen.
            }
        }
    }

    private static boolean isLogged(AppStore apps, String who) {
        while (true) {
            try {
                return apps.decisions(COUNTED, Long.MAX_VALUE, 1000, Hub.soon()).stream()
                        .anyMatch(entry -> text(entry.document()).equals(who));
            } catch (StoreUnavailableException e) {
                // Ask again.
            }
        }
    }

    private static Document document(String text) {
        return new Document(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(Document document) {
        return new String(document.bytes(), StandardCharsets.UTF_8);
    }

    private static void atOnce(int count, java.util.function.IntConsumer work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(count);
        try {
            List<Future<?>> all = new ArrayList<>();
            IntStream.range(0, count).forEach(n -> all.add(threads.submit(() -> work.accept(n))));
            for (Future<?> one : all) {
                one.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }
}
