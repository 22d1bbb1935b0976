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

    @BeforeAll
    static void start() {
        backend = RunningBackend.start();
        http = backend.http();
    }

    @AfterAll
    static void stop() {
        backend.close();
    }

    /** Declares an app whose production holds {@code app + "0"} and whose staging is empty. */
    private static void declare(String app) {
        Reply reply = http.put("/api/apps/" + app, "{\"slots\":{\"production\":\"" + app + "0\",\"staging\":null}}");
        assertThat(reply.status()).isEqualTo(201);
    }

    private static Reply stage(String app, String hub) {
        return http.post("/api/apps/" + app + "/slots/staging", "{\"taskHub\":\"" + hub + "\"}");
    }

    private static Reply step(String app, String step, String hub) {
        return http.post("/api/apps/" + app + "/" + step, "{\"taskHub\":\"" + hub + "\"}");
    }

    /** Brings a second release live and drains nothing: staging then holds {@code app + "0"}. */
    private static void deploySecond(String app) {
        declare(app);
        assertThat(stage(app, app + "1").next()).isEqualTo("deploy");
        assertThat(step(app, "swap", app + "1").next()).isEqualTo("swap-slots");
        assertThat(step(app, "confirm", app + "1").next()).isEqualTo("nothing");
    }

    private static void deliver(String... events) {
        Reply reply = http.send("POST", "/api/events", Events.delivery(events));
        assertThat(reply.status()).isEqualTo(200);
    }

    @Nested
    class SixSteps {
        @Test
        @Rule({"P-1", "P-2"})
        void each_answer_says_what_is_next_and_carries_the_token() {
            declare("six");
            Reply staged = stage("six", "six1");
            assertThat(staged.status()).isEqualTo(200);
            assertThat(staged.next()).isEqualTo("deploy");
            assertThat(staged.header("ETag")).isEqualTo("\"2\"");
            assertThat(staged.at("/deployment/holder/name")).isEqualTo("six1");
            Reply swapped = step("six", "swap", "six1");
            assertThat(swapped.next()).isEqualTo("swap-slots");
            assertThat(swapped.at("/slots/production/taskHub")).isEqualTo("six1");
            assertThat(swapped.at("/slots/staging/phase")).isEqualTo("DRAINING");
            Reply confirmed = step("six", "confirm", "six1");
            assertThat(confirmed.next()).isEqualTo("nothing");
            assertThat(confirmed.at("/deployment")).isEqualTo("null");
            assertThat(confirmed.at("/token")).isEqualTo("4");
        }

        @Test
        @Rule({"R-6", "R-9"})
        void the_third_release_waits_for_the_first_and_goes_through_once_it_is_drained() {
            deploySecond("third");
            deliver(Events.running("third0", "order-1"));
            Reply refused = stage("third", "third2");
            assertThat(refused.status()).isEqualTo(409);
            assertThat(refused.code()).isEqualTo("NOT_READY");
            assertThat(refused.at("/verdict/blockers/0/instances/0/instanceId")).isEqualTo("order-1");
            assertThat(refused.at("/verdict/hasRunning")).isEqualTo("true");
            deliver(Events.completed("third0", "order-1"));
            Reply staged = stage("third", "third2");
            assertThat(staged.status()).isEqualTo(200);
            assertThat(staged.at("/verdict/verdict")).isEqualTo("READY");
        }

        @Test
        @Rule("P-10")
        void clean_up_that_names_the_live_hub_confirms_and_tells_each_hub() {
            deploySecond("tidy");
            deliver(Events.completed("tidy0", "a"), Events.running("tidy0", "a"));
            stage("tidy", "tidy2");
            step("tidy", "swap", "tidy2");
            Reply wrong = step("tidy", "cleanup", "tidy1");
            assertThat(wrong.code()).isEqualTo("SWAP_UNCONFIRMED");
            assertThat(wrong.next()).isEqualTo("verify");
            Reply cleaned = step("tidy", "cleanup", "tidy2");
            assertThat(cleaned.status()).isEqualTo(200);
            assertThat(cleaned.at("/results/0/taskHub")).isEqualTo("tidy0");
            assertThat(cleaned.at("/results/0/outcome")).isEqualTo("REMOVED");
            assertThat(cleaned.at("/results/0/scope")).isEqualTo("TRACKING");
            assertThat(http.get("/api/apps/tidy").at("/deployment")).isEqualTo("null");
            assertThat(http.get("/api/apps/tidy").at("/releases/0/hubData")).isEqualTo("LEFT");
        }

        @Test
        void a_dry_run_plans_and_changes_nothing() {
            deploySecond("plan");
            deliver(Events.running("plan0", "a"), Events.completed("plan0", "a"));
            stage("plan", "plan2");
            step("plan", "swap", "plan2");
            step("plan", "confirm", "plan2");
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
            declare("abort");
            stage("abort", "abort1");
            Reply nameless = http.post("/api/apps/abort/abort", "{}");
            assertThat(nameless.status()).isEqualTo(400);
            assertThat(step("abort", "abort", "other").code()).isEqualTo("DEPLOYMENT_OPEN");
            assertThat(step("abort", "abort", "abort1").at("/deployment")).isEqualTo("null");
        }

        @Test
        void rollback_brings_the_draining_release_back() {
            deploySecond("back");
            Reply back = http.post("/api/apps/back/rollback", "{}");
            assertThat(back.next()).isEqualTo("swap-slots");
            assertThat(back.at("/slots/production/taskHub")).isEqualTo("back0");
            assertThat(http.post("/api/apps/back/confirm", "").next()).isEqualTo("nothing");
            assertThat(http.post("/api/apps/back/rollback", "{}").code()).isEqualTo("NOTHING_TO_ROLL_BACK");
        }

        @Test
        void retire_gives_a_slot_up() {
            deploySecond("quit");
            deliver(Events.running("quit0", "a"), Events.completed("quit0", "a"));
            Reply retired = http.post("/api/apps/quit/retire", "{}");
            assertThat(retired.status()).isEqualTo(200);
            assertThat(retired.next()).isEqualTo("stop-slot");
            assertThat(retired.at("/slots/staging")).isEqualTo("null");
            assertThat(retired.at("/mayHold/staging/0")).isEqualTo("quit0");
        }

        @Test
        void extend_lengthens_the_lease() {
            declare("long");
            String before = stage("long", "long1").at("/deployment/expiresAt");
            Reply extended = http.post("/api/apps/long/extend", "{\"lease\":\"PT5H\",\"reason\":\"approval\"}");
            assertThat(extended.status()).isEqualTo(200);
            assertThat(extended.at("/deployment/expiresAt")).isGreaterThan(before);
        }

        @Test
        @Rule("P-12")
        void the_first_stage_may_declare_an_app_and_says_so() {
            assertThat(stage("fresh", "fresh1").code()).isEqualTo("APP_UNKNOWN");
            Reply staged = http.post("/api/apps/fresh/slots/staging", "{\"taskHub\":\"fresh1\",\"new\":true}");
            assertThat(staged.status()).isEqualTo(200);
            assertThat(staged.json().findValuesAsText("code")).contains("APP_NEW");
        }

        @Test
        void a_release_is_an_id_or_an_object_and_defaults_to_the_hub() {
            declare("label");
            String at = "/releases/1/release/id";
            assertThat(stage("label", "label1").at(at)).isEqualTo("label1");
            Reply named = http.post("/api/apps/label/slots/staging", """
                    {"taskHub":"label1","release":{"id":"421","version":"2.0","commit":"9f1c","url":"https://ci.example/421"}}
                    """);
            assertThat(named.status()).isEqualTo(200);
            Reply other = http.post("/api/apps/label/slots/staging", "{\"taskHub\":\"label1\",\"release\":\"421\"}");
            assertThat(other.status()).isEqualTo(200);
        }
    }

    @Nested
    class Refusals {
        @Test
        void the_production_slot_takes_nothing() {
            declare("prod");
            Reply reply = http.post("/api/apps/prod/slots/production", "{\"taskHub\":\"prod1\"}");
            assertThat(reply.status()).isEqualTo(400);
            assertThat(reply.code()).isEqualTo("SLOT_IS_PRODUCTION");
        }

        @Test
        void a_slot_that_is_not_there_is_404_for_every_step() {
            declare("noslot");
            assertThat(http.post("/api/apps/noslot/slots/blue", "{\"taskHub\":\"noslot1\"}")
                            .code())
                    .isEqualTo("SLOT_UNKNOWN");
            for (String step : new String[] {"swap", "confirm", "abort", "rollback", "retire", "extend"}) {
                Reply reply = http.post(
                        "/api/apps/noslot/" + step, "{\"slot\":\"blue\",\"taskHub\":\"noslot1\",\"reason\":\"x\"}");
                assertThat(reply.code()).as(step).isEqualTo("SLOT_UNKNOWN");
            }
        }

        @Test
        void an_app_that_is_not_there_is_404_for_every_step_but_200_for_its_status() {
            for (String step : new String[] {"swap", "confirm", "abort", "rollback", "retire", "extend", "cleanup"}) {
                Reply reply = http.post("/api/apps/nobody/" + step, "{\"taskHub\":\"nobody1\"}");
                assertThat(reply.code()).as(step).isEqualTo("APP_UNKNOWN");
            }
            for (String look : new String[] {"", "/decisions", "/why"}) {
                assertThat(http.get("/api/apps/nobody" + look).code()).isEqualTo("APP_UNKNOWN");
            }
            Reply status = http.get("/api/apps/nobody/slots/staging/status");
            assertThat(status.status()).isEqualTo(200);
            assertThat(status.at("/reasons/0/code")).isEqualTo("APP_UNKNOWN");
            assertThat(http.get("/api/apps/nobody/slots/staging/gate").status()).isEqualTo(503);
            assertThat(http.get("/api/apps/nobody/status").header("Hubgate-Verdict"))
                    .isEqualTo("UNKNOWN");
        }

        @Test
        void steps_out_of_order_are_refused_by_name() {
            declare("order");
            assertThat(step("order", "swap", "order1").code()).isEqualTo("NOTHING_STAGED");
            assertThat(step("order", "confirm", "order1").code()).isEqualTo("NO_DEPLOYMENT");
            assertThat(step("order", "abort", "order1").code()).isEqualTo("NO_DEPLOYMENT");
            stage("order", "order1");
            assertThat(step("order", "confirm", "order1").code()).isEqualTo("NOT_SWAPPED");
            step("order", "swap", "order1");
            assertThat(stage("order", "order1").code()).isEqualTo("ALREADY_SWAPPED");
            assertThat(step("order", "confirm", "order1").status()).isEqualTo(200);
            assertThat(stage("order", "order1").code()).isEqualTo("ALREADY_LIVE");
            assertThat(stage("order", "order0").code()).isEqualTo("HUB_NAME_USED");
        }

        @Test
        @Rule("P-3")
        void another_holder_learns_who_holds_the_deployment() {
            declare("held");
            http.post("/api/apps/held/slots/staging", """
                    {"taskHub":"held1","holder":{"name":"cd #1","url":"https://ci.example/1"}}""");
            Reply other = http.post("/api/apps/held/slots/staging", """
                    {"taskHub":"held2","holder":{"name":"cd #2"}}""");
            assertThat(other.status()).isEqualTo(409);
            assertThat(other.code()).isEqualTo("DEPLOYMENT_OPEN");
            assertThat(other.at("/deployment/holder/name")).isEqualTo("cd #1");
            assertThat(other.at("/deployment/holder/url")).isEqualTo("https://ci.example/1");
        }

        @Test
        @Rule("P-11")
        void a_slot_that_holds_something_else_is_a_problem_and_is_written_down() {
            declare("differs");
            Reply reply = http.post(
                    "/api/apps/differs/slots/staging", "{\"taskHub\":\"differs1\",\"observedHub\":\"stranger\"}");
            assertThat(reply.code()).isEqualTo("SLOT_DIFFERS");
            assertThat(reply.next()).isEqualTo("verify");
            assertThat(http.get("/api/apps/differs").at("/mayHold/staging/0")).isEqualTo("stranger");
        }

        @Test
        @Rule("P-5")
        void a_hub_of_another_app_is_refused_with_its_owner() {
            declare("mine");
            declare("yours");
            Reply reply = stage("yours", "MINE0");
            assertThat(reply.code()).isEqualTo("HUB_OWNED");
            assertThat(reply.at("/owner")).isEqualTo("mine");
        }

        @Test
        @Rule("P-14")
        void a_hub_that_already_works_is_not_new() {
            declare("busy");
            deliver(Events.running("busy1", "a"));
            assertThat(stage("busy", "busy1").code()).isEqualTo("HUB_NOT_EMPTY");
        }

        @Test
        @Rule("P-2")
        void a_stale_token_is_refused_with_the_current_state() {
            declare("stale");
            ContractHttp old = http.with("If-Match", "\"0\"");
            Reply reply = old.post("/api/apps/stale/slots/staging", "{\"taskHub\":\"stale1\"}");
            assertThat(reply.status()).isEqualTo(412);
            assertThat(reply.code()).isEqualTo("STALE_TOKEN");
            assertThat(reply.at("/app/token")).isEqualTo("1");
            Reply plain = http.with("If-Match", "1").post("/api/apps/stale/slots/staging", "{\"taskHub\":\"stale1\"}");
            assertThat(plain.status()).isEqualTo(200);
            assertThat(http.with("If-Match", "\"2\"")
                            .post("/api/apps/stale/swap", "{}")
                            .status())
                    .isEqualTo(200);
            assertThat(http.with("If-Match", "*")
                            .post("/api/apps/stale/confirm", "{}")
                            .status())
                    .isEqualTo(200);
        }

        @Test
        void a_change_by_declare_needs_a_reason_and_a_busy_hub_a_force() {
            declare("repair");
            deliver(Events.running("repair0", "a"));
            String empty = "{\"slots\":{\"production\":null}";
            assertThat(http.put("/api/apps/repair", empty + "}").status()).isEqualTo(400);
            Reply busy = http.put("/api/apps/repair", empty + ",\"reason\":\"gone\"}");
            assertThat(busy.code()).isEqualTo("NOT_READY");
            Reply forced =
                    http.put("/api/apps/repair", empty + ",\"reason\":\"gone\",\"force\":{\"reason\":\"it is dead\"}}");
            assertThat(forced.status()).isEqualTo(200);
            assertThat(forced.at("/forced/reason")).isEqualTo("it is dead");
            Reply status = http.get("/api/apps/repair/slots/staging/status");
            assertThat(status.at("/forced/by")).isEqualTo("local");
        }
    }
}
