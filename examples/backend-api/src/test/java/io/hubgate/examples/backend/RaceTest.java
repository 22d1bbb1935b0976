// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.examples.backend;

import static org.assertj.core.api.Assertions.assertThat;

import io.hubgate.examples.backend.contract.ContractHttp;
import io.hubgate.examples.backend.contract.Reply;
import io.hubgate.rule.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Many at once, over real HTTP. */
class RaceTest {
    private static RunningBackend backend;
    private static ContractHttp http;

    @BeforeAll
    static void start() {
        backend = RunningBackend.start();
        http = backend.http();
    }

    @AfterAll
    static void stop() {
        backend.close();
    }

    @Test
    @Rule({"P-3", "P-5"})
    void of_24_stages_for_one_app_exactly_one_wins_and_the_others_get_its_holder() throws Exception {
        new Steps(http).declare("race");
        List<Reply> replies = atOnce(
                24,
                i -> http.post(
                        "/api/apps/race/slots/staging",
                        "{\"taskHub\":\"race%1$s\",\"holder\":{\"name\":\"cd #%1$s\"}}".formatted(100 + i)));
        List<Reply> won =
                replies.stream().filter(reply -> reply.status() == 200).toList();
        assertThat(won).hasSize(1);
        assertThat(won.get(0).next()).isEqualTo("deploy");
        String holder = won.get(0).at("/deployment/holder/name");
        assertThat(replies)
                .filteredOn(reply -> reply.status() != 200)
                .hasSize(23)
                .allSatisfy(reply -> {
                    assertThat(reply.code()).isEqualTo("DEPLOYMENT_OPEN");
                    assertThat(reply.at("/deployment/holder/name")).isEqualTo(holder);
                });
        assertThat(http.get("/api/apps/race").at("/deployment/holder/name")).isEqualTo(holder);
    }

    @Test
    @Rule("P-5")
    void of_12_apps_that_claim_one_hub_exactly_one_gets_it() throws Exception {
        for (int i = 0; i < 12; i++) {
            http.put("/api/apps/claim" + i, "{}");
        }
        List<Reply> replies =
                atOnce(12, i -> http.post("/api/apps/claim" + i + "/slots/staging", "{\"taskHub\":\"theOneHub\"}"));
        List<Integer> winners = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            if (replies.get(i).status() == 200) {
                winners.add(i);
            }
        }
        assertThat(winners).hasSize(1);
        assertThat(replies).filteredOn(reply -> reply.status() != 200).allSatisfy(reply -> {
            assertThat(reply.code()).isEqualTo("HUB_OWNED");
            assertThat(reply.at("/owner")).isEqualTo("claim" + winners.get(0));
        });
    }

    @Test
    @Rule("E-5")
    void deliveries_at_once_lose_nothing() throws Exception {
        new Steps(http).declare("many");
        List<Reply> replies = atOnce(16, i -> {
            String[] events = new String[50];
            for (int j = 0; j < events.length; j++) {
                events[j] = Events.running("many0", "order-" + i + "-" + j);
            }
            return http.send("POST", "/api/events", Events.delivery(events));
        });
        assertThat(replies)
                .allSatisfy(reply -> assertThat(reply.at("/accepted")).isEqualTo("50"));
        assertThat(http.get("/api/taskhubs/many0/instances?limit=1000").json().at("/instances"))
                .hasSize(800);
    }

    /** Everybody waits for everybody before the first request goes out. */
    private static List<Reply> atOnce(int number, IntFunction<Reply> call)
            throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(number);
        try {
            CountDownLatch ready = new CountDownLatch(number);
            List<Callable<Reply>> calls = new ArrayList<>();
            for (int i = 0; i < number; i++) {
                int index = i;
                calls.add(() -> {
                    ready.countDown();
                    ready.await();
                    return call.apply(index);
                });
            }
            List<Reply> replies = new ArrayList<>();
            for (Future<Reply> reply : threads.invokeAll(calls)) {
                replies.add(reply.get());
            }
            return replies;
        } finally {
            threads.shutdownNow();
        }
    }
}
