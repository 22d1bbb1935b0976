// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.verification.embedding;

import static io.hubgate.verification.embedding.Embedded.ORDERS;

import io.hubgate.Answer;
import io.hubgate.CleanupAnswer;
import io.hubgate.CleanupRequest;
import io.hubgate.Hubgate;
import io.hubgate.deployment.App;
import io.hubgate.deployment.Command;
import io.hubgate.deployment.Deployment;
import io.hubgate.deployment.Force;
import io.hubgate.deployment.Next;
import io.hubgate.deployment.ObservedHub;
import io.hubgate.deployment.Options;
import io.hubgate.deployment.ReleasePhase;
import io.hubgate.error.ErrorCode;
import io.hubgate.model.Actor;
import io.hubgate.model.Holder;
import io.hubgate.model.SlotName;
import io.hubgate.model.TaskHubName;
import io.hubgate.model.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A run of a pipeline as the shipped clients are: before each call it reads what the slots hold, it acts on {@code next} alone, it asks again
 * immediately before it writes or swaps, and it does what {@code verify} means (rule P-1). It goes one step at a time, so that anything can
 * happen between two steps.
 */
final class PipelineRun {
    /** Where a run is. */
    enum Step {
        LOOK_BEFORE_STAGE,
        STAGE,
        LOOK_BEFORE_DEPLOY,
        DEPLOY,
        LOOK_BEFORE_SWAP,
        SWAP,
        LOOK_BEFORE_SWAP_SLOTS,
        SWAP_SLOTS,
        LOOK_BEFORE_CONFIRM,
        CONFIRM,
        LOOK_TO_VERIFY,
        VERIFY,
        CLEAN_UP,
        /** The release is live. */
        DONE,
        /** It was told to come again later. */
        REFUSED,
        /** Only a person can tell what is where. */
        ASKS_A_PERSON;

        boolean isEnd() {
            return this == DONE || this == REFUSED || this == ASKS_A_PERSON;
        }
    }

    private final TaskHubName hub;
    private final Holder holder;
    private final PhysicalSlots slots;
    private final @Nullable Force force;
    private final List<String> story = new ArrayList<>();
    private Step step = Step.LOOK_BEFORE_STAGE;
    private ObservedHub seen = ObservedHub.NONE;
    private Optional<App> record = Optional.empty();
    private @Nullable Answer last;

    PipelineRun(String build, PhysicalSlots slots) {
        this(build, slots, null);
    }

    /** A run that an operator has given an order to go on against the verdict. */
    PipelineRun(String build, PhysicalSlots slots, @Nullable Force force) {
        this.hub = new TaskHubName(build);
        this.holder = Holder.of("orders-cd " + build);
        this.slots = slots;
        this.force = force;
    }

    TaskHubName hub() {
        return hub;
    }

    boolean isForced() {
        return force != null;
    }

    Step at() {
        return step;
    }

    boolean hasEnded() {
        return step.isEnd();
    }

    /** The answer to the latest call. */
    Answer last() {
        return Objects.requireNonNull(last);
    }

    /** Goes as far as it comes by itself. */
    PipelineRun runToEnd(Hubgate hubgate) {
        for (int steps = 0; !hasEnded(); steps++) {
            if (steps == 100) {
                throw new AssertionError("the run does not end: " + this);
            }
            step(hubgate);
        }
        return this;
    }

    /** Makes one look, or one call with the act that it allows. */
    void step(Hubgate hubgate) {
        Step from = step;
        switch (step) {
            case LOOK_BEFORE_STAGE -> look(hubgate, slots.seenInStaging(), Step.STAGE);
            case STAGE -> stage(hubgate, Step.LOOK_BEFORE_DEPLOY);
            case LOOK_BEFORE_DEPLOY -> look(hubgate, slots.seenInStaging(), Step.DEPLOY);
            case DEPLOY -> deploy(hubgate);
            case LOOK_BEFORE_SWAP -> look(hubgate, slots.seenInProduction(), Step.SWAP);
            case SWAP -> act(swap(hubgate), Step.LOOK_BEFORE_SWAP);
            case LOOK_BEFORE_SWAP_SLOTS -> look(hubgate, slots.seenInProduction(), Step.SWAP_SLOTS);
            case SWAP_SLOTS -> swapSlots(hubgate);
            case LOOK_BEFORE_CONFIRM -> look(hubgate, slots.seenInProduction(), Step.CONFIRM);
            case CONFIRM -> act(execute(hubgate, new Command.Confirm(ORDERS, hub, observing())), Step.CLEAN_UP);
            case LOOK_TO_VERIFY -> look(hubgate, slots.seenInProduction(), Step.VERIFY);
            case VERIFY -> verify(hubgate);
            case CLEAN_UP -> cleanUp(hubgate);
            default -> throw new IllegalStateException("the run has ended: " + this);
        }
        story.add(from + (last == null ? "" : " " + last.next().word()));
    }

    /** The record is read before the slot is, so that its token tells whether anything changed since. */
    private void look(Hubgate hubgate, ObservedHub found, Step next) {
        record = hubgate.app(ORDERS);
        seen = found;
        step = next;
    }

    private Options observing() {
        return Options.NONE.heldBy(holder).observing(seen);
    }

    private Options observingSinceToken() {
        Token token = record.map(App::token).orElse(Token.NONE);
        return record.isPresent() ? observing().ifMatch(token) : observing();
    }

    private Answer execute(Hubgate hubgate, Command command) {
        Answer answer = hubgate.execute(command, Actor.of("orders-cd"));
        last = answer;
        return answer;
    }

    private void stage(Hubgate hubgate, Step onDeploy) {
        Options options =
                force == null ? observingSinceToken() : observingSinceToken().forced(force);
        Command command = new Command.Stage(ORDERS, SlotName.STAGING, hub, null, true, options);
        act(execute(hubgate, command), onDeploy);
    }

    private void deploy(Hubgate hubgate) {
        // Should the writing fail, it is begun anew from the look before it.
        stage(hubgate, Step.LOOK_BEFORE_DEPLOY);
        if (last().next() == Next.DEPLOY) {
            slots.deploy(hub);
            step = Step.LOOK_BEFORE_SWAP;
        }
    }

    private Answer swap(Hubgate hubgate) {
        return execute(hubgate, new Command.Swap(ORDERS, SlotName.STAGING, hub, observingSinceToken()));
    }

    private void swapSlots(Hubgate hubgate) {
        Answer answer = swap(hubgate);
        if (answer.next() != Next.SWAP_SLOTS) {
            act(answer, Step.LOOK_BEFORE_SWAP);
            return;
        }
        // Whatever becomes of the swap itself, what comes next is a look.
        step = Step.LOOK_TO_VERIFY;
        slots.swap();
        step = Step.LOOK_BEFORE_CONFIRM;
    }

    /** Goes where the answer says. */
    private void act(Answer answer, Step onwards) {
        step = switch (answer.next()) {
            case DEPLOY -> onwards;
            case SWAP_SLOTS -> Step.LOOK_BEFORE_SWAP_SLOTS;
            case CONFIRM -> Step.LOOK_BEFORE_CONFIRM;
            case VERIFY -> Step.LOOK_TO_VERIFY;
            case STAGE -> Step.LOOK_BEFORE_STAGE;
            default -> afterNothing(answer);
        };
    }

    private Step afterNothing(Answer answer) {
        if (answer instanceof Answer.Accepted) {
            return hub.equals(answer.app().liveHub()) ? Step.CLEAN_UP : Step.LOOK_BEFORE_STAGE;
        }
        ErrorCode code = ((Answer.Refused) answer).refusal().code();
        return switch (code) {
            case ALREADY_LIVE -> Step.CLEAN_UP;
            case STALE_TOKEN, NOTHING_STAGED -> Step.LOOK_BEFORE_STAGE;
            default -> Step.REFUSED;
        };
    }

    private void verify(Hubgate hubgate) {
        App app = record.orElseThrow();
        Deployment open = app.deployment();
        if (open == null || !open.isSwapped()) {
            verifyNothingSwapped(hubgate, app);
        } else if (open.taskHub().equals(seen.hub())) {
            act(execute(hubgate, new Command.Confirm(ORDERS, open.taskHub(), observing())), Step.LOOK_BEFORE_STAGE);
        } else if (isFormer(app, open)) {
            verifyNotSwapped(hubgate, open);
        } else {
            step = Step.ASKS_A_PERSON;
        }
    }

    private boolean isFormer(App app, Deployment open) {
        return seen.hub() == null
                || seen.hub().equals(app.slot(open.slot()).orElseThrow().recorded());
    }

    /** Somebody swapped the staged hub in by hand, or nothing was swapped, or it cannot be told. */
    private void verifyNothingSwapped(Hubgate hubgate, App app) {
        Deployment open = app.deployment();
        boolean mine = open == null || open.taskHub().equals(hub);
        if (mine && app.phaseOf(hub) == ReleasePhase.STAGED && hub.equals(seen.hub())) {
            act(swap(hubgate), Step.LOOK_BEFORE_SWAP);
        } else {
            step = open == null && hub.equals(seen.hub()) && hub.equals(app.liveHub())
                    ? Step.CLEAN_UP
                    : Step.ASKS_A_PERSON;
        }
    }

    private void verifyNotSwapped(Hubgate hubgate, Deployment open) {
        if (open.taskHub().equals(hub)) {
            act(swap(hubgate), Step.LOOK_BEFORE_SWAP);
            return;
        }
        Command abort = new Command.Abort(ORDERS, open.taskHub(), observingSinceToken());
        act(execute(hubgate, abort), Step.LOOK_BEFORE_STAGE);
    }

    private void cleanUp(Hubgate hubgate) {
        CleanupAnswer answer = hubgate.cleanup(CleanupRequest.of(ORDERS, hub), Actor.of("orders-cd"));
        step = answer instanceof CleanupAnswer.Done ? Step.DONE : Step.LOOK_TO_VERIFY;
    }

    @Override
    public String toString() {
        return holder + " at " + step + " after " + story;
    }
}
