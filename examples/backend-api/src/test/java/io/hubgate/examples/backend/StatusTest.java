// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.examples.backend;

import static org.assertj.core.api.Assertions.assertThat;

import io.hubgate.examples.backend.contract.ContractHttp;
import io.hubgate.examples.backend.contract.Reply;
import io.hubgate.examples.backend.settings.Setting;
import io.hubgate.rule.Rule;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Verdicts over real HTTP: forms, statuses, waiting. */
class StatusTest {
    private static RunningBackend backend;
    private static ContractHttp http;
    private static Steps steps;

    @BeforeAll
    static void start() {
        backend = RunningBackend.start();
        http = backend.http();
        steps = new Steps(http);
    }

    @AfterAll
    static void stop() {
        backend.close();
    }

    private static void block(String app) {
        steps.deploySecond(app);
        steps.deliver(Events.running(app + "0", "order-1"));
    }

    private static void drain(String app) {
        steps.deliver(Events.completed(app + "0", "order-1"));
    }

    @Nested
    class OfASlot {
        @Test
        @Rule({"R-1", "R-3", "R-4"})
        void is_the_same_body_for_status_and_gate_and_differs_in_the_status() {
            block("slot");
            Reply status = http.get("/api/apps/slot/slots/staging/status");
            Reply gate = http.get("/api/apps/SLOT/slots/Staging/gate");
            assertThat(status.status()).isEqualTo(200);
            assertThat(gate.status()).isEqualTo(409);
            for (Reply reply : new Reply[] {status, gate}) {
                assertThat(reply.at("/verdict")).isEqualTo("NOT_READY");
                assertThat(reply.at("/hasRunning")).isEqualTo("true");
                assertThat(reply.at("/blockers/0/code")).isEqualTo("INSTANCES_ACTIVE");
                assertThat(reply.at("/evidence/0/source")).isEqualTo("events");
                assertThat(reply.header("Hubgate-Verdict")).isEqualTo("NOT_READY");
                assertThat(reply.header("ETag")).isEqualTo("\"4\"");
                assertThat(reply.at("/url")).isEqualTo(backend.url() + "/#/apps/slot");
            }
            drain("slot");
            assertThat(http.get("/api/apps/slot/slots/staging/gate").status()).isEqualTo(200);
        }

        @Test
        void is_one_line_for_those_who_prefer_text() {
            block("line");
            Reply line = http.with("Accept", "text/plain").get("/api/apps/line/slots/staging/gate");
            assertThat(line.status()).isEqualTo(409);
            assertThat(line.text())
                    .startsWith("NOT_READY line/staging line0: 1 orchestration still runs, oldest order-1 ");
            assertThat(line.text().lines()).hasSize(1);
        }

        @Test
        void answers_head_without_a_body() {
            block("head");
            Reply head = http.send("HEAD", "/api/apps/head/slots/staging/gate", "");
            assertThat(head.status()).isEqualTo(409);
            assertThat(head.header("Hubgate-Verdict")).isEqualTo("NOT_READY");
            assertThat(head.text()).isEmpty();
        }

        @Test
        @Rule("R-7")
        void looks_at_the_others_only_when_the_staged_hub_is_named() {
            steps.declare("over");
            steps.stage("over", "over1");
            steps.deliver(Events.running("over1", "smoke"));
            assertThat(http.get("/api/apps/over/slots/staging/gate").status()).isEqualTo(409);
            Reply itself = http.get("/api/apps/over/slots/staging/gate?taskHub=OVER1");
            assertThat(itself.status()).isEqualTo(200);
            assertThat(itself.at("/warnings/0/code")).isIn("ALREADY_STAGED", "UNOBSERVED");
        }

        @Test
        @Rule("P-11")
        void takes_what_was_observed() {
            steps.declare("seen");
            assertThat(http.get("/api/apps/seen/slots/staging/status?observedHub=")
                            .at("/verdict"))
                    .isEqualTo("READY");
            Reply differs = http.get("/api/apps/seen/slots/staging/status?observedHub=stranger");
            assertThat(differs.at("/reasons/0/code")).isEqualTo("SLOT_DIFFERS");
            assertThat(http.get("/api/apps/seen/slots/staging/gate?observedHub=stranger")
                            .status())
                    .isEqualTo(503);
        }
    }

    @Nested
    class OfSeveral {
        @Test
        @Rule("P-7")
        void lists_every_slot_and_which_take_a_deployment() {
            http.put("/api/apps/slots", "{\"slots\":{\"production\":\"slots0\",\"blue\":null,\"green\":\"slots1\"}}");
            steps.deliver(Events.running("slots1", "order-1"));
            Reply reply = http.get("/api/apps/slots/status");
            assertThat(reply.json().at("/takesDeployment")).map(n -> n.asText()).containsExactly("blue", "staging");
            assertThat(reply.at("/slots/green/verdict")).isEqualTo("NOT_READY");
            assertThat(reply.at("/slots/production/blockers/0/code")).isEqualTo("STILL_ROUTED");
            assertThat(http.with("Accept", "text/plain")
                            .get("/api/apps/slots/status")
                            .text()
                            .lines())
                    .hasSize(4);
        }

        @Test
        void the_worst_of_several_apps_decides() {
            steps.declare("west");
            block("east");
            Reply worst = http.get("/api/gate?app=west&app=east");
            assertThat(worst.status()).isEqualTo(409);
            assertThat(worst.at("/app")).isEqualTo("east");
            assertThat(worst.at("/apps/west")).isEqualTo("READY");
            assertThat(http.get("/api/gate?app=west&app=east&app=nobody").status())
                    .isEqualTo(503);
            drain("east");
            assertThat(http.get("/api/gate?app=west&app=east&slot=STAGING").status())
                    .isEqualTo(200);
        }
    }

    @Nested
    class OfAHub {
        @Test
        void says_whose_it_is_and_where() {
            block("hub");
            Reply reply = http.get("/api/taskhubs/HUB0/status");
            assertThat(reply.at("/app")).isEqualTo("hub");
            assertThat(reply.at("/slot")).isEqualTo("staging");
            assertThat(reply.at("/phase")).isEqualTo("DRAINING");
            assertThat(reply.at("/verdict")).isEqualTo("NOT_READY");
        }

        @Test
        @Rule("E-7")
        void is_there_for_a_hub_that_no_app_claimed_and_404_for_one_that_nobody_heard_of() {
            steps.deliver(Events.running("loner", "order-1"));
            Reply loner = http.get("/api/taskhubs/loner/status?intent=stop");
            assertThat(loner.at("/app")).isEqualTo("null");
            assertThat(loner.at("/url")).endsWith("/#/taskhubs/loner");
            assertThat(http.get("/api/taskhubs/neverHeard/status").code()).isEqualTo("HUB_UNKNOWN");
            assertThat(http.get("/api/taskhubs/neverHeard/instances").code()).isEqualTo("HUB_UNKNOWN");
        }

        @Test
        void lists_its_orchestrations_page_by_page_without_entities() {
            steps.deliver(
                    Events.running("paged", "a"),
                    Events.running("paged", "b+ c"),
                    Events.running("paged", "d/é"),
                    Events.running("paged", "@counter@x"),
                    Events.completed("paged", "e"));
            int seen = 0;
            String after = "";
            do {
                Reply page = http.get("/api/taskhubs/paged/instances?status=active&limit=1" + after);
                seen += page.json().at("/instances").size();
                String next = page.at("/next");
                after = next.equals("null") ? "" : "&after=" + URLEncoder.encode(next, StandardCharsets.UTF_8);
            } while (!after.isEmpty());
            assertThat(seen).isEqualTo(3);
        }
    }

    @Nested
    class Waiting {
        @Test
        void ends_when_the_work_ends() {
            block("wait");
            CompletableFuture<Reply> waiting =
                    CompletableFuture.supplyAsync(() -> http.get("/api/apps/wait/slots/staging/gate?wait=PT50S"));
            drain("wait");
            assertThat(waiting.join().status()).isEqualTo(200);
        }

        @Test
        void ends_when_the_time_is_up() {
            block("patient");
            Reply reply = http.get("/api/apps/patient/slots/staging/gate?wait=PT0.3S");
            assertThat(reply.status()).isEqualTo(409);
        }

        @Test
        @Rule("R-10")
        void ends_when_the_settle_window_does() {
            try (RunningBackend settling = RunningBackend.start(Map.of(Setting.SETTLE_WINDOW, "PT1S"))) {
                Steps there = new Steps(settling.http());
                there.deploySecond("settle");
                there.deliver(Events.running("settle0", "a"), Events.completed("settle0", "a"));
                Reply early = settling.http().get("/api/apps/settle/slots/staging/gate");
                assertThat(early.at("/blockers/0/code")).isEqualTo("SETTLING");
                assertThat(early.at("/blockers/0/readyAt")).isNotEqualTo("null");
                assertThat(settling.http()
                                .get("/api/apps/settle/slots/staging/gate?wait=PT30S")
                                .status())
                        .isEqualTo(200);
            }
        }

        @Test
        void ends_when_the_server_stops_and_the_answer_still_comes() {
            RunningBackend stopping = RunningBackend.start();
            Steps there = new Steps(stopping.http());
            there.deploySecond("stop");
            there.deliver(Events.running("stop0", "a"));
            CompletableFuture<Reply> waiting = CompletableFuture.supplyAsync(
                    () -> stopping.http().get("/api/apps/stop/slots/staging/gate?wait=PT50S"));
            while (!stopping.http().get("/metrics").text().contains("hubgate_waiting_callers 1.0")) {
                Thread.onSpinWait();
            }
            stopping.close();
            assertThat(waiting.join().status()).isEqualTo(409);
        }
    }

    @Nested
    class BeyondLoopback {
        @TempDir
        Path dir;

        @Test
        @Rule("P-12")
        void every_verdict_warns_that_memory_forgets() throws Exception {
            Path keys = Files.writeString(
                    dir.resolve("keys.json"),
                    "{\"keys\":[{\"name\":\"a\",\"role\":\"admin\",\"key\":\"0123456789abcdef\"}]}");
            Map<Setting, String> open = Map.of(
                    Setting.BIND, "0.0.0.0",
                    Setting.KEYS_FILE, keys.toString(),
                    Setting.PUBLIC_URL, "https://gate.example/");
            try (RunningBackend wide = RunningBackend.start(open)) {
                ContractHttp admin = ContractHttp.to(URI.create("http://127.0.0.1:" + wide.port()))
                        .key("0123456789abcdef");
                admin.put("/api/apps/wide", "{}");
                Reply reply = admin.get("/api/apps/wide/slots/staging/status");
                assertThat(reply.json().at("/warnings").findValuesAsText("code"))
                        .contains("MEMORY_STORE");
                assertThat(reply.at("/url")).isEqualTo("https://gate.example/#/apps/wide");
            }
        }
    }
}
