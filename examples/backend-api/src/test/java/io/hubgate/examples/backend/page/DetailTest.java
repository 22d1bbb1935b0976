// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.examples.backend.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import io.hubgate.rule.Rule;
import java.time.Duration;
import java.time.InstantSource;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What an operator sees of an explained verdict: the server's own answer, with what a look at the hub would add to it. */
@ExtendWith(OneBrowser.class)
class DetailTest {
    private static final InstantSource CLOCK = InstantSource.system();
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static Scene scene;
    private static Visit visit;

    @BeforeAll
    static void happen(Browser browser) {
        scene = Scene.begin()
                .declare("orders", null, null)
                .deploy("orders", "orders419", "orders-cd #419")
                .running("orders419", "order-1003")
                .running("orders419", "order-1004")
                .deliver(Scene.event("orders419", "approval; rm -rf", "ApproveOrder", "Running", Duration.ofMinutes(9)))
                .deploy("orders", "orders420", "orders-cd #420");
        visit = Visit.to(scene.url(), browser);
        visit.page().route("**/slots/staging/status?explain=true", DetailTest::explained);
    }

    @AfterAll
    static void end() {
        try {
            visit.close();
        } finally {
            scene.close();
        }
    }

    @BeforeEach
    void come() {
        visit.open("#/apps/orders");
    }

    private static String time(Duration ahead) {
        return CLOCK.instant().plus(ahead).toString();
    }

    private static void explained(Route route) {
        APIResponse answer = route.fetch();
        ObjectNode verdict = (ObjectNode) read(answer.text());
        ArrayNode instances = (ArrayNode) verdict.at("/blockers/0/instances");
        for (JsonNode instance : instances) {
            ArrayNode waits = ((ObjectNode) instance).putArray("waitsFor");
            switch (instance.path("instanceId").textValue()) {
                case "order-1003" ->
                    waits.addObject()
                            .put("kind", "activity")
                            .put("name", "Charge\u202ECard")
                            .put("since", time(Duration.ofMinutes(-2)));
                case "order-1004" ->
                    waits.addObject()
                            .put("kind", "timer")
                            .put("firesAt", time(Duration.ofMinutes(90)))
                            .put("since", time(Duration.ofMinutes(-2)));
                default -> {}
            }
        }
        ((ObjectNode) verdict.at("/blockers/0")).put("notBefore", time(Duration.ofMinutes(90)));
        verdict.withArray("warnings")
                .addObject()
                .put("code", "WAIVED")
                .put("message", "order-7 of orders419 is waived by ops until tomorrow: a test order");
        verdict.withArray("evidence")
                .addObject()
                .put("source", "task-hub")
                .put("checkedAt", time(Duration.ofMinutes(-10)))
                .put("active", 3)
                .putNull("lastEventAt");
        route.fulfill(new Route.FulfillOptions().setResponse(answer).setBody(verdict.toString()));
    }

    private static JsonNode read(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError(text, e);
        }
    }

    private static Locator way() {
        return visit.find("[data-key='way'].part");
    }

    @Test
    @Rule("D-3")
    void groups_what_blocks_by_orchestrator() {
        assertThat(way().locator("h4")).hasText(new String[] {"ApproveOrder 1 shown", "PlaceOrder 2 shown"});
        assertThat(way().locator("[data-orchestrator='PlaceOrder'] tbody tr")).hasCount(2);
    }

    @Test
    @Rule("D-3")
    void says_what_each_instance_waits_for_and_since_when() {
        assertThat(way().locator("tr", new Locator.LocatorOptions().setHasText("order-1003")))
                .containsText(Pattern.compile("waits for the activity Charge\\\\u202ECard, for [2-9] min"));
        assertThat(way().locator("tr", new Locator.LocatorOptions().setHasText("order-1004")))
                .containsText(Pattern.compile("waits for a timer, due in 1 h (2\\d|30) min"));
        assertThat(way().locator("[data-orchestrator='ApproveOrder']"))
                .containsText("waits for an external event or a lock");
        assertThat(way()).containsText(Pattern.compile("Does not end by itself for another 1 h (2\\d|30) min"));
    }

    @Test
    @Rule("D-3")
    void has_a_command_to_copy_for_each_id_that_may_stand_in_one() {
        assertThat(way().locator("button")).hasCount(2);
        assertThat(way().locator("button").first())
                .hasAttribute(
                        "data-copy",
                        Pattern.compile("func durable terminate --id order-100\\d --task-hub-name orders419 .*"));
        assertThat(way().locator("[data-orchestrator='ApproveOrder'] button")).hasCount(0);
    }

    @Test
    @Rule("D-3")
    void lets_old_evidence_look_old_and_new_evidence_not() {
        Locator old = visit.find("[data-source='task-hub']");
        assertThat(old).containsText("The hub itself, orders419: 3 active, read 1");
        assertThat(old.locator(".old")).isVisible();
        assertThat(visit.find("[data-source='events'] .old")).isHidden();
    }

    @Test
    @Rule("D-3")
    void keeps_waivers_in_sight() {
        assertThat(visit.find(".tags")).containsText("order-7 of orders419 is waived by ops");
    }
}
