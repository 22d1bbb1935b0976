// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.store.azuretables;

import static org.assertj.core.api.Assertions.assertThat;

import com.azure.core.http.HttpPipelineCallContext;
import com.azure.core.http.HttpPipelineNextPolicy;
import com.azure.core.http.HttpResponse;
import com.azure.core.http.policy.HttpPipelinePolicy;
import io.hubgate.Hubgate;
import io.hubgate.model.RuntimeStatus;
import io.hubgate.model.TaskHubName;
import io.hubgate.rule.Rule;
import io.hubgate.store.StoreUnavailableException;
import io.hubgate.store.TrackedHub;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/**
 * Hubs that no app has claimed: their cap, and their way into a table of their own, cut off after any request and finished by whoever comes next.
 * {@code -Dhubgate.cuts.every=1} cuts after every request, instead of some.
 */
class UnclaimedTest {
    private static final int EVERY = Integer.getInteger("hubgate.cuts.every", 6);
    private static final TaskHubName HUB = new TaskHubName("orders417");
    private static final int RUNNING = 60;
    private static final int DONE = 120;

    private final String prefix = TablesFixture.freshPrefix();

    @Nested
    @Rule("E-7")
    class Capped {
        @Test
        void what_is_beyond_is_acknowledged_and_its_hub_remembers_that() {
            try (AzureTableStores stores =
                    TablesFixture.builder(prefix).maxUnclaimed(40).build()) {
                Hubgate hubgate =
                        Hubgate.builder(stores.apps(), stores.instances()).build();
                List<TaskHubName> hubs = List.of(HUB, new TaskHubName("orders418"), new TaskHubName("orders419"));
                for (TaskHubName hub : hubs) {
                    for (String id : Hub.ids("order", 20)) {
                        Traffic.send(hubgate, List.of(Traffic.event(hub, id, RuntimeStatus.RUNNING, Hub.NOON)));
                    }
                }
                List<TrackedHub> kept = hubs.stream()
                        .flatMap(hub -> stores.instances().read(hub, Hub.soon()).stream())
                        .toList();
                // The first two hubs count as one more each; of the third there was room for its name only.
                assertThat(kept).hasSize(hubs.size());
                assertThat(kept.stream().mapToInt(hub -> hub.active().size()).sum())
                        .isEqualTo(38);
                assertThat(kept).extracting(hub -> hub.traffic().truncated()).containsExactly(false, true, true);
            }
        }
    }

    @Nested
    @Rule({"S-7", "E-7"})
    class AMove {
        @Test
        void that_is_cut_off_after_any_request_is_finished_by_whoever_writes_next() {
            int requests = claimCutAfter(prefix, Integer.MAX_VALUE);
            assertThat(requests).isGreaterThan(10);
            for (int cut = 1; cut < requests; cut += EVERY) {
                claimCutAfter(TablesFixture.freshPrefix(), cut);
            }
        }

        /** Has a hub claimed by a client that breaks off, and then by another; tells how many requests the first one sent. */
        private int claimCutAfter(String account, int requests) {
            Cut cut = new Cut();
            try (AzureTableStores broken =
                            TablesFixture.builder(account).addPolicy(cut).build();
                    AzureTableStores whole = TablesFixture.builder(account).build()) {
                hearUnclaimed(whole);
                cut.after(requests);
                try {
                    new Hub(broken.instances(), HUB).create(List.of("first"), RuntimeStatus.RUNNING);
                } catch (StoreUnavailableException e) {
                    assertThat(requests).isLessThan(Integer.MAX_VALUE);
                }
                Set<String> expected = new HashSet<>(Hub.ids("running", RUNNING));
                Hub hub = new Hub(whole.instances(), HUB);
                hub.create(List.of("second"), RuntimeStatus.RUNNING);
                expected.add("second");
                if (requests == Integer.MAX_VALUE) {
                    expected.add("first");
                }
                Set<String> active = hub.active();
                active.remove(requests == Integer.MAX_VALUE ? "" : "first");
                assertThat(active).as("cut after %d requests", requests).isEqualTo(expected);
                TrackedHub tracked = whole.instances().read(HUB, Hub.soon()).orElseThrow();
                assertThat(tracked.traffic().withoutStart()).isEqualTo(DONE);
                return cut.sent.get();
            }
        }

        @Test
        void that_several_clients_make_at_once_is_made_once() throws Exception {
            List<AzureTableStores> clients = new ArrayList<>();
            ExecutorService threads = Executors.newFixedThreadPool(4);
            try {
                for (int n = 0; n < 4; n++) {
                    clients.add(TablesFixture.builder(prefix).build());
                }
                hearUnclaimed(clients.get(0));
                CyclicBarrier start = new CyclicBarrier(4);
                List<Future<Optional<String>>> all = new ArrayList<>();
                for (int n = 0; n < 4; n++) {
                    all.add(threads.submit(claim(clients.get(n), "new-" + n, start)));
                }
                for (Future<Optional<String>> one : all) {
                    one.get();
                }
                Set<String> expected = new HashSet<>(Hub.ids("running", RUNNING));
                expected.addAll(Hub.ids("new", 4));
                assertThat(new Hub(clients.get(0).instances(), HUB).active()).isEqualTo(expected);
            } finally {
                threads.shutdownNow();
                clients.forEach(AzureTableStores::close);
            }
        }

        private Callable<Optional<String>> claim(AzureTableStores client, String id, CyclicBarrier start) {
            return () -> {
                start.await();
                new Hub(client.instances(), HUB).create(List.of(id), RuntimeStatus.RUNNING);
                return Optional.of(id);
            };
        }
    }

    private static void hearUnclaimed(AzureTableStores stores) {
        Hub hub = new Hub(stores.instances(), HUB);
        hub.create(Hub.ids("running", RUNNING), RuntimeStatus.RUNNING, false);
        hub.create(Hub.ids("done", DONE), RuntimeStatus.COMPLETED, false);
    }

    /** Ends a client after a number of requests, as the end of its process would. */
    private static final class Cut implements HttpPipelinePolicy {
        private final AtomicInteger sent = new AtomicInteger();
        private int most = Integer.MAX_VALUE;

        void after(int requests) {
            sent.set(0);
            most = requests;
        }

        @Override
        public Mono<HttpResponse> process(HttpPipelineCallContext context, HttpPipelineNextPolicy next) {
            if (sent.incrementAndGet() > most) {
                return Mono.error(new StoreUnavailableException("the process has ended"));
            }
            return next.process();
        }
    }
}
