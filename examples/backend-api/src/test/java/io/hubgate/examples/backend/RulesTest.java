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

/** What an app decides about its own verdicts, by the calls: policy, waivers, seal. Each test has an app of its own. */
class RulesTest {
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

    /** An app whose staging slot holds {@code app + "0"}, in which an orchestration runs. */
    private static void busy(String app) {
        steps.deploySecond(app);
        steps.deliver(Events.running(app + "0", "order-1"));
    }

    private static Reply waive(String app, String more) {
        return http.post(
                "/api/apps/" + app + "/waivers",
                "{\"taskHub\":\"" + app + "0\",\"code\":\"INSTANCES_ACTIVE\",\"reason\":\"cancelled by phone\"" + more
                        + "}");
    }

    @Nested
    class Policy {
        @Test
        void is_the_default_until_it_is_set() {
            steps.declare("plain");
            Reply reply = http.get("/api/apps/plain/policy");
            assertThat(reply.at("/policy/mode")).isEqualTo("enforce");
            assertThat(reply.at("/policy/sources")).isEqualTo("task-hub");
            assertThat(reply.at("/policy/settleWindow")).isEqualTo("null");
        }

        @Test
        void is_set_as_a_whole_and_stands_in_the_log() {
            steps.declare("whole");
            Reply set = http.put(
                    "/api/apps/whole/policy",
                    "{\"settleWindow\":\"PT5M\",\"requireSeal\":true,\"reason\":\"queue triggers\","
                            + "\"eternal\":[{\"functionName\":\"Monitor\",\"handOver\":\"starts anew\",\"ignore\":[\"m-1\"]}]}");
            assertThat(set.at("/changed")).isEqualTo("true");
            assertThat(http.get("/api/apps/whole/policy").at("/policy/eternal/0/ignore/0"))
                    .isEqualTo("m-1");
            assertThat(http.get("/api/apps/whole/decisions").at("/decisions/0/command"))
                    .isEqualTo("set-policy");
            http.put("/api/apps/whole/policy", "{\"reason\":\"back to normal\"}");
            assertThat(http.get("/api/apps/whole/policy").at("/policy/requireSeal"))
                    .isEqualTo("false");
        }

        @Test
        void that_is_wrong_is_refused_with_the_nearest_word_and_changes_nothing() {
            steps.declare("wrong");
            Reply reply = http.put("/api/apps/wrong/policy", "{\"mode\":\"observ\",\"reason\":\"x\"}");
            assertThat(reply.status()).isEqualTo(400);
            assertThat(reply.at("/fix")).contains("observe");
            assertThat(http.put("/api/apps/wrong/policy", "{\"settleWindow\":\"P9D\",\"reason\":\"x\"}")
                            .status())
                    .isEqualTo(400);
            assertThat(http.put("/api/apps/wrong/policy", "{\"eternal\":[{}],\"reason\":\"x\"}")
                            .at("/detail"))
                    .contains("eternal[0].functionName");
            assertThat(http.put("/api/apps/wrong/policy", "{}").code()).isEqualTo("BAD_REQUEST");
            assertThat(http.get("/api/apps/wrong").at("/token")).isEqualTo("1");
        }

        @Test
        void of_an_app_that_nobody_declared_is_404() {
            assertThat(http.get("/api/apps/nobody/policy").code()).isEqualTo("APP_UNKNOWN");
            assertThat(http.put("/api/apps/nobody/policy", "{\"reason\":\"x\"}").code())
                    .isEqualTo("APP_UNKNOWN");
        }

        @Test
        void that_observes_lets_gate_and_stage_pass_with_the_true_verdict() {
            busy("watch");
            assertThat(http.get("/api/apps/watch/slots/staging/gate").status()).isEqualTo(409);
            http.put("/api/apps/watch/policy", "{\"mode\":\"observe\",\"reason\":\"trying it out\"}");
            Reply gate = http.get("/api/apps/watch/slots/staging/gate");
            assertThat(gate.status()).isEqualTo(200);
            assertThat(gate.at("/verdict")).isEqualTo("NOT_READY");
            assertThat(gate.at("/enforced")).isEqualTo("false");
            assertThat(http.get("/api/gate?app=watch").status()).isEqualTo(200);
            assertThat(steps.stage("watch", "watch2").next()).isEqualTo("deploy");
            Reply decisions = http.get("/api/apps/watch/decisions");
            assertThat(decisions.at("/decisions/0/code")).isEqualTo("WOULD_REFUSE");
            assertThat(decisions.at("/decisions/0/verdict/policy")).isEqualTo("verdicts are only observed");
        }

        @Test
        @Rule("P-11")
        void that_requires_an_observation_refuses_a_gate_without_one() {
            steps.declare("looks");
            http.put("/api/apps/looks/policy", "{\"requireObservation\":true,\"reason\":\"we swap by hand\"}");
            assertThat(http.get("/api/apps/looks/slots/staging/gate").code()).isEqualTo("BAD_REQUEST");
            assertThat(http.get("/api/apps/looks/slots/staging/gate?observedHub=")
                            .status())
                    .isEqualTo(200);
            assertThat(http.get("/api/apps/looks/slots/staging/status").status())
                    .isEqualTo(200);
            assertThat(steps.stage("looks", "looks1").code()).isEqualTo("BAD_REQUEST");
        }
    }

    @Nested
    class Waivers {
        @Test
        void take_a_blocker_away_and_say_so() {
            busy("phone");
            assertThat(waive("phone", ",\"instanceId\":\"order-1\"").status()).isEqualTo(200);
            Reply status = http.get("/api/apps/phone/slots/staging/status");
            assertThat(status.at("/verdict")).isEqualTo("READY");
            assertThat(status.text()).contains("\"WAIVED\"");
            assertThat(steps.stage("phone", "phone2").next()).isEqualTo("deploy");
        }

        @Test
        void lapse_with_the_next_event() {
            busy("lapse");
            waive("lapse", ",\"instanceId\":\"order-1\"");
            steps.deliver(Events.event("lapse0", "order-1", "Running", 20));
            assertThat(http.get("/api/apps/lapse/slots/staging/status").at("/verdict"))
                    .isEqualTo("NOT_READY");
        }

        @Test
        void can_be_taken_back() {
            busy("back");
            String id = waive("back", ",\"instanceId\":\"order-1\"").at("/waivers/0/id");
            assertThat(http.delete("/api/apps/back/waivers/" + id).status()).isEqualTo(200);
            assertThat(http.get("/api/apps/back/slots/staging/status").at("/verdict"))
                    .isEqualTo("NOT_READY");
            assertThat(http.delete("/api/apps/back/waivers/" + id).code()).isEqualTo("NOT_FOUND");
            assertThat(http.get("/api/apps/back/decisions").at("/decisions/0/command"))
                    .isEqualTo("unwaive");
        }

        @Test
        void asked_for_wrongly_are_refused_and_change_nothing() {
            busy("form");
            for (String wrong : new String[] {
                "",
                ",\"instanceId\":\"order-1\",\"queue\":0,\"count\":1",
                ",\"queue\":0",
                ",\"messageId\":\"\"",
                ",\"instanceId\":\"order-1\",\"until\":\"tomorrow\"",
                ",\"instanceId\":\"order-1\",\"until\":\"2001-01-01T00:00:00Z\"",
                ",\"instanceId\":\"order-1\",\"until\":\"9999-01-01T00:00:00Z\"",
                ",\"queue\":0,\"count\":1"
            }) {
                assertThat(waive("form", wrong).code()).as(wrong).isEqualTo("BAD_REQUEST");
            }
            assertThat(http.get("/api/apps/form/waivers").text()).contains("\"waivers\":[]");
        }
    }

    @Test
    @Rule("P-16")
    void a_seal_without_a_look_at_the_hub_is_refused_and_says_what_to_do() {
        steps.deploySecond("tight");
        steps.deliver(Events.running("tight0", "order-1"), Events.completed("tight0", "order-1"));
        http.put("/api/apps/tight/policy", "{\"requireSeal\":true,\"reason\":\"queue triggers\"}");
        assertThat(steps.stage("tight", "tight2").next()).isEqualTo("stop-slot");
        Reply seal = steps.step("tight", "seal", "tight2");
        assertThat(seal.code()).isEqualTo("UNKNOWN_READINESS");
        assertThat(seal.next()).isEqualTo("start-slot");
        assertThat(seal.at("/verdict/reasons/0/code")).isEqualTo("HUB_NOT_INSPECTED");
    }
}
