// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.examples.backend.crash;

import com.fasterxml.jackson.databind.JsonNode;
import io.hubgate.examples.backend.contract.Reply;
import java.time.Duration;
import java.util.Set;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * The deployments of an app by one holder, as the shipped pipelines make them: it acts on {@code next} alone, looks before it acts, and makes a
 * call again whose answer was lost. Others may deploy to the same app.
 */
final class Pipeline {
    /** Longer than a killed backend takes to be back and its senders to have sent again. */
    private static final Duration STALL = Duration.ofMinutes(2);

    private final String app;
    private final String holder;
    private final Slots slots;
    private final Calls calls;
    private final Model model;
    private final SplittableRandom random;
    private final double abortShare;

    Pipeline(
            String app,
            String holder,
            Slots slots,
            Calls calls,
            Model model,
            double abortShare,
            SplittableRandom random) {
        this.app = app;
        this.holder = holder;
        this.slots = slots;
        this.calls = calls;
        this.model = model;
        this.abortShare = abortShare;
        this.random = random;
    }

    /** How a deployment ended. */
    enum End {
        LIVE,
        ABORTED_BEFORE_SWAP,
        ABORTED_AFTER_SWAP,
        GIVEN_UP
    }

    /** Brings a hub live, or gives it up by chance on the way or when the test is over. */
    End deploy(String hub) throws InterruptedException {
        // Once to open the deployment, and again immediately before it writes.
        for (int i = 0; i < 2; i++) {
            if (!isStaged(hub)) {
                if (i > 0) {
                    settled(step("abort", hub, null));
                }
                return End.GIVEN_UP;
            }
        }
        slots.deploy(hub);
        if (random.nextDouble() < abortShare) {
            settled(step("abort", hub, null));
            return End.ABORTED_BEFORE_SWAP;
        }
        must(step("swap", hub, null).reply(), "swap-slots", "verify");
        String before = slots.production();
        must(step("swap", hub, before).reply(), "swap-slots");
        if (random.nextDouble() < abortShare) {
            settled(step("abort", hub, before));
            return End.ABORTED_AFTER_SWAP;
        }
        slots.swap();
        settled(step("confirm", hub, hub));
        return End.LIVE;
    }

    /** Asks until it may write to the slot; false if the test is over before. */
    private boolean isStaged(String hub) throws InterruptedException {
        String body = "{\"taskHub\":\"" + hub + "\"," + held() + "}";
        long heard = model.acknowledged();
        long since = System.nanoTime();
        while (!model.isOver()) {
            long asked = model.tick();
            Reply reply =
                    calls.post("/api/apps/" + app + "/slots/staging", body).reply();
            long answered = model.tick();
            if (reply.status() == 200 && reply.next().equals("deploy")) {
                check(reply, hub, asked, answered);
                return true;
            }
            if (!Set.of("NOT_READY", "UNKNOWN_READINESS", "DEPLOYMENT_OPEN", "SWAP_UNCONFIRMED")
                    .contains(reply.code())) {
                fail("stage of " + hub, reply);
                return false;
            }
            if (model.acknowledged() != heard) {
                heard = model.acknowledged();
                since = System.nanoTime();
            } else if (System.nanoTime() - since > STALL.toNanos()) {
                fail("stage of " + hub + ", with no event for " + STALL + ",", reply);
                return false;
            }
            awaitReady(hub);
        }
        return false;
    }

    private void check(Reply reply, String hub, long asked, long answered) {
        for (JsonNode other : reply.json().at("/mayHold/staging")) {
            if (!other.asText().equals(hub)) {
                model.mayBeOverwritten(other.asText(), asked, answered);
            }
        }
    }

    private void awaitReady(String hub) throws InterruptedException {
        long asked = model.tick();
        Reply status = calls.get("/api/apps/" + app + "/slots/staging/status?wait=PT1S&taskHub=" + hub)
                .reply();
        if (status.at("/verdict").equals("READY")) {
            model.mayBeOverwritten(status.at("/taskHub"), asked, model.tick());
        }
        model.awaitNews();
    }

    private Calls.Answered step(String step, String hub, @Nullable String observed) throws InterruptedException {
        String seen = observed == null ? "" : ",\"observedHub\":\"" + observed + "\"";
        return calls.post("/api/apps/" + app + "/" + step, "{\"taskHub\":\"" + hub + "\"" + seen + "," + held() + "}");
    }

    private String held() {
        return "\"holder\":{\"name\":\"" + holder + "\"}";
    }

    /** The deployment is closed. If the answer was lost, somebody else may have opened the next one since. */
    private void settled(Calls.Answered answer) {
        Set<String> later = Set.of("DEPLOYMENT_OPEN", "NO_DEPLOYMENT");
        boolean goneOn = answer.repeated() && later.contains(answer.reply().code());
        if (answer.reply().status() != 200 && !goneOn) {
            fail("the end of a deployment", answer.reply());
        }
    }

    private void must(Reply reply, String... next) {
        if (reply.status() != 200 || !Set.of(next).contains(reply.next())) {
            fail("a step", reply);
        }
    }

    private void fail(String what, Reply reply) {
        model.complain(holder + ": " + what + " was answered " + reply.status() + " " + reply.text());
    }

    /** Cleans up after the hub that it brought live. Somebody else may be in the middle of a swap. */
    void cleanUp(String live) throws InterruptedException {
        Reply reply = calls.post("/api/apps/" + app + "/cleanup", "{\"taskHub\":\"" + live + "\"}")
                .reply();
        if (reply.status() != 200 && !reply.code().equals("SWAP_UNCONFIRMED")) {
            fail("clean-up", reply);
        }
    }
}
