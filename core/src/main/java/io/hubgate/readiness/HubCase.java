// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.readiness;

import io.hubgate.model.TaskHubName;
import io.hubgate.taskhub.FailedLook;
import io.hubgate.taskhub.HubLook;
import io.hubgate.taskhub.Trouble;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a rule may look at when it judges one hub.
 *
 * @param intent what the caller means to do
 * @param standing where the hub stands in its app's record
 * @param events what events say of the same hub
 * @param inspected what its own storage says, or null if no inspector is configured
 * @param waivers the exceptions of its app, over or not
 * @param policy how careful to be
 * @param now the moment of the verdict
 */
public record HubCase(
        Intent intent,
        Standing standing,
        EventEvidence events,
        @Nullable HubEvidence inspected,
        List<Waiver> waivers,
        ReadinessPolicy policy,
        Instant now) {
    /**
     * Checks that record and evidence are about one hub.
     *
     * @throws IllegalArgumentException if they are not, since evidence of another hub would open the gate
     */
    public HubCase {
        Objects.requireNonNull(intent, "intent");
        Objects.requireNonNull(policy, "policy");
        Objects.requireNonNull(now, "now");
        waivers = List.copyOf(waivers);
        TaskHubName looked =
                inspected == null ? standing.hub() : inspected.inspection().hub();
        if (!standing.hub().equals(events.hub()) || !standing.hub().equals(looked)) {
            throw new IllegalArgumentException(
                    "the record is of " + standing.hub() + " and the evidence of " + events.hub() + " and " + looked);
        }
    }

    /**
     * A case without a look at the hub's storage and without exceptions.
     *
     * @param intent what the caller means to do
     * @param standing where the hub stands in its app's record
     * @param events what events say of the same hub
     * @param policy how careful to be
     * @param now the moment of the verdict
     */
    public HubCase(Intent intent, Standing standing, EventEvidence events, ReadinessPolicy policy, Instant now) {
        this(intent, standing, events, null, List.of(), policy, now);
    }

    /**
     * Returns what was seen in the hub's own storage.
     *
     * @return the look, or null if there was none or it failed
     */
    public @Nullable HubLook look() {
        return inspected == null ? null : inspected.look();
    }

    /**
     * Returns why the hub's storage could not be looked at.
     *
     * @return the failure, or null if there was none
     */
    public @Nullable FailedLook failure() {
        return inspected == null ? null : inspected.failure();
    }

    /**
     * Tells whether the hub is judged by its events alone: nobody looked, or the look failed and the app does not require one.
     *
     * @return false if the look, or its failure, decides
     */
    public boolean isByEventsAlone() {
        return inspected == null
                || (failure() != null && policy.app().sources() == AppPolicy.Sources.EVENTS && !isNeverStarted());
    }

    /**
     * Tells whether the hub's storage was looked for and nothing of it exists, which is right for a hub that was only staged and never heard
     * (rule R-7).
     *
     * @return true if so
     */
    boolean isNeverStarted() {
        FailedLook failure = failure();
        return failure != null
                && failure.trouble() == Trouble.HUB_MISSING
                && !events.isSeen()
                && HubNeverSeenRule.mayBeSilent(standing);
    }

    /** On what kind of evidence the verdict stands: the hub's own storage was read, or nothing of it is there and need be. */
    Confidence confidence() {
        return look() != null || isNeverStarted() ? Confidence.TASK_HUB : Confidence.EVENTS_ONLY;
    }

    /** The same where state of entities may go with the hub. */
    HubCase droppingEntities() {
        AppPolicy dropping = policy.app().withEntitiesAtCleanup(AppPolicy.AtCleanup.DROP);
        return new HubCase(intent, standing, events, inspected, waivers, policy.withApp(dropping), now);
    }

    /** What each source said, as an answer shows it (rule R-4). */
    List<Evidence> evidence() {
        HubLook look = look();
        return look == null
                ? List.of(events.summary())
                : List.of(
                        events.summary(),
                        new Evidence(
                                HubEvidence.SOURCE,
                                hub(),
                                look.endedAt(),
                                look.rows().activeCount(),
                                null));
    }

    /**
     * Returns what began in the hub after it had been seen drained.
     *
     * @param drained when that was
     * @return the warning {@code LATE_STARTS}, or empty if nothing of it is alive
     */
    public Optional<Warning> startsSince(Instant drained) {
        return LateStartsRule.since(this, drained);
    }

    /** What is kept of earlier looks. */
    HubMemory memory() {
        return inspected == null ? HubMemory.NONE : inspected.memory();
    }

    /**
     * Returns the hub that is judged.
     *
     * @return the hub
     */
    public TaskHubName hub() {
        return standing.hub();
    }

    /**
     * Returns the same case with another question.
     *
     * @param other what the caller means to do
     * @param at the moment of the verdict
     * @return the case
     */
    HubCase asked(Intent other, Instant at) {
        return new HubCase(other, standing, events, inspected, waivers, policy, at);
    }
}
