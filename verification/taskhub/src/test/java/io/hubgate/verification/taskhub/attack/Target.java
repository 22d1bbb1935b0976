// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.verification.taskhub.attack;

import io.hubgate.model.InstanceId;
import io.hubgate.model.OrchestratorName;
import io.hubgate.model.RuntimeStatus;
import io.hubgate.model.TaskHubName;
import io.hubgate.readiness.Blocker;
import io.hubgate.readiness.EventEvidence;
import io.hubgate.readiness.Finding;
import io.hubgate.readiness.HubCase;
import io.hubgate.readiness.HubEvidence;
import io.hubgate.readiness.HubMemory;
import io.hubgate.readiness.Intent;
import io.hubgate.readiness.ReadinessPolicy;
import io.hubgate.readiness.ReadinessRules;
import io.hubgate.readiness.Reason;
import io.hubgate.readiness.Remembering;
import io.hubgate.readiness.Standing;
import io.hubgate.readiness.Verdict;
import io.hubgate.readiness.Waiver;
import io.hubgate.readiness.Warning;
import io.hubgate.store.Deadline;
import io.hubgate.taskhub.Depth;
import io.hubgate.taskhub.HubLook;
import io.hubgate.taskhub.Inspection;
import io.hubgate.tracking.InstanceRecord;
import io.hubgate.tracking.LifecycleEvent;
import io.hubgate.verification.taskhub.image.Storage;
import io.hubgate.verification.taskhub.image.StorageImage;
import io.hubgate.verification.taskhub.look.PlainInspector;
import io.hubgate.verification.taskhub.platform.Platform;
import io.hubgate.verification.taskhub.platform.Terminations;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;

/** A modelled hub that has left production, what events call active of it, what earlier looks left, and the verdict on all that. */
final class Target {
    static final TaskHubName HUB = new TaskHubName("orders1");

    final Platform platform;
    final List<InstanceRecord> heard = new ArrayList<>();
    final List<Waiver> waivers = new ArrayList<>();
    private HubMemory memory = HubMemory.NONE;

    Target(int partitions) {
        this.platform = new Platform(
                HUB, partitions, Terminations.TOLD, Set.of(), new Random(7), Instant.parse("2026-11-23T05:00:00Z"));
    }

    /** The host works until nothing is left to be done now. */
    void work() {
        while (platform.step()) {
            platform.pass(Duration.ofMillis(1));
        }
    }

    void passing(Duration time) {
        platform.pass(time);
        work();
    }

    /** An event said that an instance runs. */
    void hear(String id) {
        heard.add(InstanceRecord.of(
                new LifecycleEvent(
                        HUB,
                        new InstanceId(id),
                        new OrchestratorName("work"),
                        RuntimeStatus.RUNNING,
                        platform.now(),
                        ""),
                platform.now()));
    }

    Verdict verdict() {
        return verdict(UnaryOperator.identity());
    }

    /** The verdict on storage as somebody changed it. */
    Verdict verdict(UnaryOperator<StorageImage> changed) {
        return verdict(() -> changed.apply(platform.image()), Duration.ZERO, UnaryOperator.identity());
    }

    /** The verdict by a clock of ours that is off. */
    Verdict verdictWithClockOff(Duration off) {
        return verdict(platform::image, off, UnaryOperator.identity());
    }

    /** The verdict on what a look at storage saw; what the look leaves is remembered. */
    Verdict verdict(Storage storage, Duration off, UnaryOperator<Inspection> seen) {
        EventEvidence events = new EventEvidence(HUB, ours(off), heard, null, 0, null);
        Inspection look = seen.apply(new PlainInspector(storage, () -> ours(off))
                .inspect(
                        Remembering.request(memory, events, Depth.WHOLE),
                        Deadline.in(Duration.ofHours(1), platform::now)));
        HubEvidence evidence = new HubEvidence(look, memory);
        if (look instanceof HubLook whole) {
            memory = Remembering.after(memory, whole, events);
        }
        Standing standing = new Standing(
                HUB,
                Standing.Kind.HELD_PRODUCTION,
                false,
                true,
                ours(off).minus(Duration.ofDays(9)),
                ours(off).minus(Duration.ofDays(1)),
                null);
        HubCase hubCase =
                new HubCase(Intent.OVERWRITE, standing, events, evidence, waivers, ReadinessPolicy.DEFAULT, ours(off));
        return ReadinessRules.standard().judge(hubCase);
    }

    private Instant ours(Duration off) {
        return platform.now().plus(off);
    }

    /** The codes of everything that was found, warnings too. */
    static List<String> codes(Verdict verdict) {
        List<Finding> all = new ArrayList<>(verdict.basis().blockers());
        all.addAll(verdict.basis().reasons());
        all.addAll(verdict.basis().warnings());
        return all.stream().map(Target::code).toList();
    }

    private static String code(Finding finding) {
        if (finding instanceof Blocker blocker) {
            return blocker.code().name();
        }
        return finding instanceof Reason reason
                ? reason.code().name()
                : ((Warning) finding).code().name();
    }
}
