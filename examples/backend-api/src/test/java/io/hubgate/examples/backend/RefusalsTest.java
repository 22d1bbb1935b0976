// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.examples.backend;

import static org.assertj.core.api.Assertions.assertThat;

import io.hubgate.examples.backend.contract.ContractHttp;
import io.hubgate.examples.backend.contract.Reply;
import io.hubgate.rule.Rule;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is refused by a rule, by its code: each test with an app of its own. */
class RefusalsTest {
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

    @Test
    void the_production_slot_takes_nothing() {
        steps.declare("prod");
        Reply reply = http.post("/api/apps/prod/slots/production", "{\"taskHub\":\"prod1\"}");
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.code()).isEqualTo("SLOT_IS_PRODUCTION");
    }

    @Test
    void a_slot_that_is_not_there_is_404_for_every_step() {
        steps.declare("noslot");
        assertThat(http.post("/api/apps/noslot/slots/blue", "{\"taskHub\":\"noslot1\"}")
                        .code())
                .isEqualTo("SLOT_UNKNOWN");
        for (String step : new String[] {"swap", "confirm", "abort", "rollback", "retire", "extend", "seal"}) {
            Reply reply = http.post(
                    "/api/apps/noslot/" + step, "{\"slot\":\"blue\",\"taskHub\":\"noslot1\",\"reason\":\"x\"}");
            assertThat(reply.code()).as(step).isEqualTo("SLOT_UNKNOWN");
        }
    }

    @Test
    void an_app_that_is_not_there_is_404_for_every_step_but_200_for_its_status() {
        for (String step :
                new String[] {"swap", "confirm", "abort", "rollback", "retire", "extend", "seal", "cleanup"}) {
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
        steps.declare("order");
        assertThat(steps.step("order", "swap", "order1").code()).isEqualTo("NOTHING_STAGED");
        assertThat(steps.step("order", "confirm", "order1").code()).isEqualTo("NO_DEPLOYMENT");
        assertThat(steps.step("order", "abort", "order1").code()).isEqualTo("NO_DEPLOYMENT");
        steps.stage("order", "order1");
        assertThat(steps.step("order", "confirm", "order1").code()).isEqualTo("NOT_SWAPPED");
        steps.step("order", "swap", "order1");
        assertThat(steps.stage("order", "order1").code()).isEqualTo("ALREADY_SWAPPED");
        assertThat(steps.step("order", "confirm", "order1").status()).isEqualTo(200);
        assertThat(steps.stage("order", "order1").code()).isEqualTo("ALREADY_LIVE");
        assertThat(steps.stage("order", "order0").code()).isEqualTo("HUB_NAME_USED");
    }

    @Test
    @Rule("P-3")
    void another_holder_learns_who_holds_the_deployment() {
        steps.declare("held");
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
        steps.declare("differs");
        Reply reply =
                http.post("/api/apps/differs/slots/staging", "{\"taskHub\":\"differs1\",\"observedHub\":\"stranger\"}");
        assertThat(reply.code()).isEqualTo("SLOT_DIFFERS");
        assertThat(reply.next()).isEqualTo("verify");
        assertThat(http.get("/api/apps/differs").at("/mayHold/staging/0")).isEqualTo("stranger");
    }

    @Test
    @Rule("P-5")
    void a_hub_of_another_app_is_refused_with_its_owner() {
        steps.declare("mine");
        steps.declare("yours");
        Reply reply = steps.stage("yours", "MINE0");
        assertThat(reply.code()).isEqualTo("HUB_OWNED");
        assertThat(reply.at("/owner")).isEqualTo("mine");
    }

    @Test
    @Rule("P-14")
    void a_hub_that_already_works_is_not_new() {
        steps.declare("busy");
        steps.deliver(Events.running("busy1", "a"));
        assertThat(steps.stage("busy", "busy1").code()).isEqualTo("HUB_NOT_EMPTY");
    }

    @Test
    @Rule("P-2")
    void a_stale_token_is_refused_with_the_current_state() {
        steps.declare("stale");
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
        steps.declare("repair");
        steps.deliver(Events.running("repair0", "a"));
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
