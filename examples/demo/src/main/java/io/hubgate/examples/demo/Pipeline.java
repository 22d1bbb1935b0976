// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.examples.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The pipeline of the demo. It acts on {@code next} alone, and it looks at its slots before it writes, as the shipped clients do; the slots
 * themselves are two variables here.
 */
final class Pipeline {
    private static final String APP = "/api/apps/orders";
    private static final String STAGING = APP + "/slots/staging";
    private static final Pattern STAGE = Pattern.compile("stage (\\w+)");
    private static final Pattern SWAP = Pattern.compile("swap, confirm: (\\w+) is live.*");

    private final HubgateClient client;
    private final Narrator narrator;
    private final Pace pace;
    private String inProduction = "";
    private String inStaging = "";
    private boolean refusalShown;

    Pipeline(HubgateClient client, Narrator narrator, Pace pace) {
        this.client = client;
        this.narrator = narrator;
        this.pace = pace;
    }

    void declare() {
        ObjectNode body = object();
        body.putObject("slots").putNull("production").putNull("staging");
        check(client.put(APP, body));
        step("declare", "orders has two empty slots");
    }

    /** Somebody did something to the app meanwhile. */
    void meanwhile(Recording.Raised raised) {
        step("", "(meanwhile somebody raises the event " + raised.event() + " for " + raised.instance() + ")");
    }

    /** Takes a step of the recording's timeline. */
    void take(Recording.Step step) {
        Matcher stage = STAGE.matcher(step.text());
        Matcher swap = SWAP.matcher(step.text());
        if (stage.matches()) {
            stageAndDeploy(stage.group(1));
        } else if (swap.matches()) {
            swap(swap.group(1));
        } else if (step.text().startsWith("status")) {
            status(step.expect());
        } else if (step.text().startsWith("cleanup")) {
            cleanUp();
        } else {
            throw new DemoFailure("the recording has a step that this demo does not know: " + step.text());
        }
    }

    private void status(String expect) {
        HubgateClient.Answer answer = check(client.get(STAGING + "/status?observedHub=" + inStaging));
        String verdict = answer.text("verdict");
        step("get staging status", verdict + "  " + answer.text("summary"));
        if (!expect.startsWith(verdict + ":")) {
            throw new DemoFailure("the recording expects " + expect);
        }
        if ("NOT_READY".equals(verdict) && !refusalShown) {
            refusalShown = true;
            showRefusal(answer);
        }
    }

    private void showRefusal(HubgateClient.Answer status) {
        HubgateClient.Answer refused = client.post(STAGING, staging("orders421"), status.text("token"));
        step("post staging", "orders421 is refused: " + refused.status() + " " + refused.text("code"));
        for (JsonNode blocker : status.body().path("blockers")) {
            for (JsonNode instance : blocker.path("instances")) {
                narrator.detail(line(instance));
            }
        }
        narrator.detail(
                "A pipeline without Hubgate would now have deployed 421 over the slot that still runs 419. 421 serves");
        narrator.detail("another hub, so nothing would have run these three again, and nothing would have said so.");
    }

    private String line(JsonNode instance) {
        Instant firstSeen = Instant.parse(instance.path("firstSeen").asText());
        Duration running = Duration.between(firstSeen, pace.clock().instant());
        return String.format(
                Locale.ROOT,
                "- %-20s %-15s runs since %tT UTC, for %d s%s",
                instance.path("instanceId").asText(),
                instance.path("functionName").asText(),
                firstSeen.atOffset(ZoneOffset.UTC),
                running.toSeconds(),
                instance.path("restarts").asBoolean() ? "; it restarts itself" : "");
    }

    private void stageAndDeploy(String hub) {
        String token = check(client.get(APP)).text("token");
        HubgateClient.Answer answer = check(client.post(STAGING, staging(hub), token));
        step("post staging", hub + " is recorded; next: " + answer.text("next"));
        if (!"deploy".equals(answer.text("next"))) {
            throw new DemoFailure("only \"deploy\" permits a write to the slot");
        }
        inStaging = hub;
        step("deploy", "code and hub name of " + hub + " go to staging, in one restart");
    }

    private ObjectNode staging(String hub) {
        ObjectNode body = command(hub);
        body.put("observedHub", inStaging);
        body.put("release", hub.replaceAll("\\D", ""));
        return body;
    }

    private static ObjectNode command(String hub) {
        ObjectNode body = object();
        body.put("taskHub", hub);
        body.putObject("holder").put("name", "orders-cd #" + hub.replaceAll("\\D", ""));
        return body;
    }

    private void swap(String hub) {
        String token = check(client.get(APP)).text("token");
        ObjectNode body = command(hub).put("observedHub", inProduction);
        HubgateClient.Answer answer = check(client.post(APP + "/swap", body, token));
        step("post swap", hub + " for " + named(inProduction) + "; next: " + answer.text("next"));
        if (!"swap-slots".equals(answer.text("next"))) {
            throw new DemoFailure("only \"swap-slots\" permits the physical swap");
        }
        inStaging = inProduction;
        inProduction = hub;
        step("swap slots", "production runs " + hub + ", staging runs " + named(inStaging));
        check(client.post(APP + "/confirm", command(hub).put("observedHub", inProduction)));
        step("confirm", hub + " is live");
    }

    private static String named(String hub) {
        return hub.isEmpty() ? "nothing" : hub;
    }

    private void cleanUp() {
        HubgateClient.Answer answer = check(client.post(APP + "/cleanup", object().put("taskHub", inProduction)));
        for (JsonNode result : answer.body().path("results")) {
            String hub = result.path("taskHub").asText();
            step("clean up", hub + ": " + result.path("outcome").asText());
            for (JsonNode blocker : result.path("verdict").path("blockers")) {
                narrator.detail(blocker.path("code").asText() + ": "
                        + blocker.path("message").asText());
            }
        }
        narrator.detail(
                "orders419 holds the entity @sales@today, whose state nobody has said may go; an admin says so");
        narrator.detail("with \"dropEntities\": true. orders420 drains in staging and orders421 is live: left alone.");
    }

    private void step(String step, String answer) {
        narrator.step(pace.elapsed(), step, answer);
    }

    private static HubgateClient.Answer check(HubgateClient.@Nullable Answer answer) {
        if (answer == null || !answer.isOk()) {
            throw new DemoFailure("the backend refused: " + answer);
        }
        return answer;
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
