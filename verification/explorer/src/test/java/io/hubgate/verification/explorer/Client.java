// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.verification.explorer;

import io.hubgate.deployment.ObservedHub;
import io.hubgate.model.Holder;
import io.hubgate.model.TaskHubName;
import org.jspecify.annotations.Nullable;

/**
 * One pipeline: where it stands, and all that it remembers.
 *
 * @param name which of the two it is
 * @param step where it stands
 * @param rollsBack whether its run is a rollback
 * @param hub the hub that shall go live, or null without a run
 * @param seen what it saw last, or null if that was used up
 * @param tokenIsCurrent whether the record still is as it was when the token was read
 * @param sawExpired whether the deployment that was open when the token was read had expired
 * @param waited whether time has passed since its physical step was permitted
 */
record Client(
        String name,
        Step step,
        boolean rollsBack,
        @Nullable TaskHubName hub,
        @Nullable ObservedHub seen,
        boolean tokenIsCurrent,
        boolean sawExpired,
        boolean waited) {
    static Client idle(String name) {
        return new Client(name, Step.IDLE, false, null, null, false, false, false);
    }

    Client idle() {
        return idle(name);
    }

    Client at(Step next) {
        return new Client(name, next, rollsBack, hub, null, false, false, false);
    }

    /** A start after the write belongs to the same permission: the time that passed before the write counts. */
    Client written(Step next) {
        return new Client(name, next, rollsBack, hub, null, false, false, next == Step.START && waited);
    }

    Client running(Step first, boolean back, @Nullable TaskHubName goesLive) {
        return new Client(name, first, back, goesLive, null, false, false, false);
    }

    Client seeing(Step next, ObservedHub observed, boolean expired) {
        return new Client(name, next, rollsBack, hub, observed, true, expired, false);
    }

    /** Somebody changed the record: a token that was read before is stale. */
    Client overtaken() {
        return new Client(name, step, rollsBack, hub, seen, false, sawExpired, waited);
    }

    /** With a stale token every call is refused, whatever was seen. */
    Client forgetting() {
        return seen == null || tokenIsCurrent
                ? this
                : new Client(name, step, rollsBack, hub, ObservedHub.NONE, false, false, waited);
    }

    Client waiting() {
        return step.isPermitted()
                ? new Client(name, step, rollsBack, hub, seen, tokenIsCurrent, sawExpired, true)
                : this;
    }

    boolean isIdle() {
        return step == Step.IDLE;
    }

    TaskHubName itsHub() {
        if (hub == null) {
            throw new IllegalStateException(name + " has no hub");
        }
        return hub;
    }

    /** A run of a build is held by the build, whoever runs it again; a rollback by who began it. */
    Holder holder() {
        return holder(rollsBack ? name : "cd", itsHub());
    }

    static Holder holder(String who, TaskHubName hub) {
        return Holder.of(who + " " + hub);
    }
}
