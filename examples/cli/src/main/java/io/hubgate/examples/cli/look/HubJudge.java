// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.examples.cli.look;

import io.hubgate.model.TaskHubName;
import io.hubgate.readiness.Blocker;
import io.hubgate.readiness.BlockerCode;
import io.hubgate.readiness.Confidence;
import io.hubgate.readiness.EventEvidence;
import io.hubgate.readiness.Evidence;
import io.hubgate.readiness.Finding;
import io.hubgate.readiness.HubCase;
import io.hubgate.readiness.HubEvidence;
import io.hubgate.readiness.HubMemory;
import io.hubgate.readiness.Intent;
import io.hubgate.readiness.ReadinessPolicy;
import io.hubgate.readiness.ReadinessRules;
import io.hubgate.readiness.Remembering;
import io.hubgate.readiness.Standing;
import io.hubgate.readiness.Verdict;
import io.hubgate.store.Deadline;
import io.hubgate.taskhub.Depth;
import io.hubgate.taskhub.HubLook;
import io.hubgate.taskhub.Inspection;
import io.hubgate.taskhub.TaskHubInspector;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Judges a hub by its own storage alone. Nobody declared where the hub stands, so it is taken for one that held production, has left it and
 * stands in no slot; and nobody listens to its events, so they say nothing, neither for nor against it.
 */
public final class HubJudge {
    /** Who asks about one hub, once, wants to know all names. */
    private static final int MOST_SAMPLES = 100;

    private static final ReadinessPolicy POLICY = new ReadinessPolicy(
            ReadinessPolicy.DEFAULT.settleWindow(),
            ReadinessPolicy.DEFAULT.evidenceAge(),
            ReadinessPolicy.DEFAULT.gracePeriod(),
            MOST_SAMPLES);

    private final TaskHubInspector inspector;
    private final InstantSource clock;
    private final Pause pause;

    /**
     * Creates a judge.
     *
     * @param inspector how to look
     * @param clock the clock
     * @param pause how to wait between two looks
     */
    public HubJudge(TaskHubInspector inspector, InstantSource clock, Pause pause) {
        this.inspector = inspector;
        this.clock = clock;
        this.pause = pause;
    }

    /** A wait between two looks. */
    @FunctionalInterface
    public interface Pause {
        /**
         * Waits.
         *
         * @param until when to go on
         * @throws InterruptedException if the wait is broken off
         */
        void until(Instant until) throws InterruptedException;
    }

    /**
     * What is asked.
     *
     * @param hub the hub
     * @param intent what the caller means to do
     * @param depth how far to look
     * @param within how long it may take altogether; a second look that would end later is not taken
     * @param explainFailure what to make of a look that failed, such as a hint at other names
     */
    public record Question(
            TaskHubName hub,
            Intent intent,
            Depth depth,
            Duration within,
            Function<Inspection, Inspection> explainFailure) {}

    /**
     * Returns the verdict. For {@code delete} a hub on which no host was seen is looked at again a minute later, as the rules want it, if
     * nothing else stands against it.
     *
     * @param question what is asked
     * @return the verdict, on the evidence of the hub itself
     * @throws InterruptedException if the wait between two looks is broken off
     */
    public Verdict judge(Question question) throws InterruptedException {
        Deadline deadline = Deadline.in(question.within(), clock);
        Inspection first = look(question, HubMemory.NONE, deadline);
        Verdict verdict = judge(question, first, HubMemory.NONE);
        Optional<Instant> again = secondLook(verdict);
        if (again.isEmpty() || !(first instanceof HubLook seen) || !again.get().isBefore(deadline.at())) {
            return verdict;
        }
        HubMemory memory = Remembering.after(HubMemory.NONE, seen, events(question.hub()));
        // The service's clock, by which the minute is measured, tells whole seconds only.
        pause.until(again.get().plusSeconds(1));
        return judge(question, look(question, memory, deadline), memory);
    }

    private Inspection look(Question question, HubMemory memory, Deadline deadline) {
        Inspection seen =
                inspector.inspect(Remembering.request(memory, events(question.hub()), question.depth()), deadline);
        return seen instanceof HubLook ? seen : question.explainFailure().apply(seen);
    }

    private Verdict judge(Question question, Inspection seen, HubMemory memory) {
        HubCase hubCase = new HubCase(
                question.intent(),
                standing(question.hub()),
                events(question.hub()),
                new HubEvidence(seen, memory),
                List.of(),
                POLICY,
                clock.instant());
        return withoutEvents(ReadinessRules.standard().judge(hubCase));
    }

    /** Long retired: whoever asks knows that no slot holds the hub, or would not ask whether to delete it. */
    private static Standing standing(TaskHubName hub) {
        return new Standing(hub, Standing.Kind.HELD_PRODUCTION, false, false, null, null, Instant.EPOCH);
    }

    private EventEvidence events(TaskHubName hub) {
        return new EventEvidence(hub, clock.instant(), List.of(), null, 0, null);
    }

    /** Nobody asked events, so the answer does not name them as something that was looked at. */
    private static Verdict withoutEvents(Verdict verdict) {
        Verdict.Basis basis = verdict.basis();
        List<Finding> findings = new ArrayList<>(basis.blockers());
        findings.addAll(basis.reasons());
        findings.addAll(basis.warnings());
        List<Evidence> evidence = basis.evidence().stream()
                .filter(one -> one.source().equals(HubEvidence.SOURCE))
                .toList();
        Confidence confidence = evidence.isEmpty() ? null : basis.confidence();
        return Verdict.of(basis.intent(), basis.checkedAt(), confidence, findings, evidence);
    }

    /** When to look again, if that is all that is missing. */
    private static Optional<Instant> secondLook(Verdict verdict) {
        List<Blocker> blockers = verdict.basis().blockers();
        if (!verdict.basis().reasons().isEmpty() || blockers.size() != 1) {
            return Optional.empty();
        }
        Blocker only = blockers.get(0);
        return only.code() == BlockerCode.HOST_ACTIVE ? Optional.ofNullable(only.readyAt()) : Optional.empty();
    }
}
