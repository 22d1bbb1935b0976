// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.examples.backend;

import static org.assertj.core.api.Assertions.assertThat;

import io.hubgate.examples.backend.contract.ContractHttp;
import io.hubgate.examples.backend.contract.Reply;
import io.hubgate.rule.Rule;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The steps of a pipeline over real HTTP, each test with an app of its own. */
class PipelineTest {
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

    @Nested
    class SixSteps {
        @Test
        @Rule({"P-1", "P-2"})
        void each_answer_says_what_is_next_and_carries_the_token() {
            steps.declare("six");
            Reply staged = steps.stage("six", "six1");
            assertThat(staged.status()).isEqualTo(200);
            assertThat(staged.next()).isEqualTo("deploy");
            assertThat(staged.header("ETag")).isEqualTo("\"2\"");
            assertThat(staged.at("/deployment/holder/name")).isEqualTo("six1");
            Reply swapped = steps.step("six", "swap", "six1");
            assertThat(swapped.next()).isEqualTo("swap-slots");
            assertThat(swapped.at("/slots/production/taskHub")).isEqualTo("six1");
            assertThat(swapped.at("/slots/staging/phase")).isEqualTo("DRAINING");
            Reply confirmed = steps.step("six", "confirm", "six1");
            assertThat(confirmed.next()).isEqualTo("nothing");
            assertThat(confirmed.at("/deployment")).isEqualTo("null");
            assertThat(confirmed.at("/token")).isEqualTo("4");
        }

        @Test
        @Rule({"R-6", "R-9"})
        void the_third_release_waits_for_the_first_and_goes_through_once_it_is_drained() {
            steps.deploySecond("third");
            steps.deliver(Events.running("third0", "order-1"));
            Reply refused = steps.stage("third", "third2");
            assertThat(refused.status()).isEqualTo(409);
            assertThat(refused.code()).isEqualTo("NOT_READY");
            assertThat(refused.at("/verdict/blockers/0/instances/0/instanceId")).isEqualTo("order-1");
            assertThat(refused.at("/verdict/hasRunning")).isEqualTo("true");
            steps.deliver(Events.completed("third0", "order-1"));
            Reply staged = steps.stage("third", "third2");
            assertThat(staged.status()).isEqualTo(200);
            assertThat(staged.at("/verdict/verdict")).isEqualTo("READY");
        }

        @Test
        @Rule("P-10")
        void clean_up_that_names_the_live_hub_confirms_and_tells_each_hub() {
            steps.deploySecond("tidy");
            steps.deliver(Events.completed("tidy0", "a"), Events.running("tidy0", "a"));
            steps.stage("tidy", "tidy2");
            steps.step("tidy", "swap", "tidy2");
            Reply wrong = steps.step("tidy", "cleanup", "tidy1");
            assertThat(wrong.code()).isEqualTo("SWAP_UNCONFIRMED");
            assertThat(wrong.next()).isEqualTo("verify");
            Reply cleaned = steps.step("tidy", "cleanup", "tidy2");
            assertThat(cleaned.status()).isEqualTo(200);
            assertThat(cleaned.at("/results/0/taskHub")).isEqualTo("tidy0");
            assertThat(cleaned.at("/results/0/outcome")).isEqualTo("REMOVED");
            assertThat(cleaned.at("/results/0/scope")).isEqualTo("TRACKING");
            assertThat(http.get("/api/apps/tidy").at("/deployment")).isEqualTo("null");
            assertThat(http.get("/api/apps/tidy").at("/releases/0/hubData")).isEqualTo("LEFT");
        }

        @Test
        void a_dry_run_plans_and_changes_nothing() {
            steps.deploySecond("plan");
            steps.deliver(Events.running("plan0", "a"), Events.completed("plan0", "a"));
            steps.stage("plan", "plan2");
            steps.step("plan", "swap", "plan2");
            steps.step("plan", "confirm", "plan2");
            String token = http.get("/api/apps/plan").at("/token");
            Reply planned = http.post("/api/apps/plan/cleanup", "{\"dryRun\":true}");
            assertThat(planned.at("/results/0/outcome")).isEqualTo("PLANNED");
            assertThat(planned.at("/token")).isEqualTo(token);
            Reply kept = http.post("/api/apps/plan/cleanup", "{\"inUse\":[\"PLAN0\"]}");
            assertThat(kept.at("/results/0/outcome")).isEqualTo("KEPT");
        }
    }

    @Nested
    class OtherSteps {
        @Test
        void abort_gives_a_deployment_up_and_must_name_its_hub() {
            steps.declare("abort");
            steps.stage("abort", "abort1");
            Reply nameless = http.post("/api/apps/abort/abort", "{}");
            assertThat(nameless.status()).isEqualTo(400);
            assertThat(steps.step("abort", "abort", "other").code()).isEqualTo("DEPLOYMENT_OPEN");
            assertThat(steps.step("abort", "abort", "abort1").at("/deployment")).isEqualTo("null");
        }

        @Test
        void rollback_brings_the_draining_release_back() {
            steps.deploySecond("back");
            Reply back = http.post("/api/apps/back/rollback", "{}");
            assertThat(back.next()).isEqualTo("swap-slots");
            assertThat(back.at("/slots/production/taskHub")).isEqualTo("back0");
            assertThat(http.post("/api/apps/back/confirm", "").next()).isEqualTo("nothing");
            assertThat(http.post("/api/apps/back/rollback", "{}").code()).isEqualTo("NOTHING_TO_ROLL_BACK");
        }

        @Test
        void retire_gives_a_slot_up() {
            steps.deploySecond("quit");
            steps.deliver(Events.running("quit0", "a"), Events.completed("quit0", "a"));
            Reply retired = http.post("/api/apps/quit/retire", "{}");
            assertThat(retired.status()).isEqualTo(200);
            assertThat(retired.next()).isEqualTo("stop-slot");
            assertThat(retired.at("/slots/staging")).isEqualTo("null");
            assertThat(retired.at("/mayHold/staging/0")).isEqualTo("quit0");
        }

        @Test
        void extend_lengthens_the_lease() {
            steps.declare("long");
            String before = steps.stage("long", "long1").at("/deployment/expiresAt");
            Reply extended = http.post("/api/apps/long/extend", "{\"lease\":\"PT5H\",\"reason\":\"approval\"}");
            assertThat(extended.status()).isEqualTo(200);
            assertThat(extended.at("/deployment/expiresAt")).isGreaterThan(before);
        }

        @Test
        @Rule("P-12")
        void the_first_stage_may_declare_an_app_and_says_so() {
            assertThat(steps.stage("fresh", "fresh1").code()).isEqualTo("APP_UNKNOWN");
            Reply staged = http.post("/api/apps/fresh/slots/staging", "{\"taskHub\":\"fresh1\",\"new\":true}");
            assertThat(staged.status()).isEqualTo(200);
            assertThat(staged.json().findValuesAsText("code")).contains("APP_NEW");
        }

        @Test
        void a_release_is_an_id_or_an_object_and_defaults_to_the_hub() {
            steps.declare("label");
            String at = "/releases/1/release/id";
            assertThat(steps.stage("label", "label1").at(at)).isEqualTo("label1");
            Reply named = http.post("/api/apps/label/slots/staging", """
                    {"taskHub":"label1","release":{"id":"421","version":"2.0","commit":"9f1c","url":"https://ci.example/421"}}
                    """);
            assertThat(named.status()).isEqualTo(200);
            Reply other = http.post("/api/apps/label/slots/staging", "{\"taskHub\":\"label1\",\"release\":\"421\"}");
            assertThat(other.status()).isEqualTo(200);
        }
    }
}
