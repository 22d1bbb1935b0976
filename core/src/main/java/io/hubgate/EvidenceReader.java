// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate;

import io.hubgate.delivery.Quarantine;
import io.hubgate.deployment.App;
import io.hubgate.deployment.AppRules;
import io.hubgate.deployment.Release;
import io.hubgate.deployment.ReleasePhase;
import io.hubgate.deployment.Witness;
import io.hubgate.model.AppName;
import io.hubgate.model.TaskHubName;
import io.hubgate.model.Token;
import io.hubgate.readiness.Drift;
import io.hubgate.readiness.EventEvidence;
import io.hubgate.readiness.HubCase;
import io.hubgate.readiness.HubEvidence;
import io.hubgate.readiness.Intent;
import io.hubgate.readiness.ReadinessPolicy;
import io.hubgate.readiness.Standing;
import io.hubgate.readiness.Waiver;
import io.hubgate.readiness.Warning;
import io.hubgate.store.Deadline;
import io.hubgate.store.InstanceStore;
import io.hubgate.store.TrackedHub;
import io.hubgate.taskhub.Depth;
import io.hubgate.taskhub.HubLook;
import io.hubgate.tracking.InstanceRecord;
import io.hubgate.tracking.Traffic;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads what the sources say about a hub. Thread-safe if the stores are. */
final class EvidenceReader {
    private final InstanceStore instances;
    private final Quarantine quarantine;
    private final ReadinessPolicy policy;
    private final Outages outages;
    private final @Nullable HubInspections inspections;
    private final InstantSource clock;

    EvidenceReader(
            InstanceStore instances,
            Quarantine quarantine,
            ReadinessPolicy policy,
            Outages outages,
            @Nullable HubInspections inspections,
            InstantSource clock) {
        this.instances = instances;
        this.quarantine = quarantine;
        this.policy = policy;
        this.outages = outages;
        this.inspections = inspections;
        this.clock = clock;
    }

    /** The case of a hub as its app's record has it, which was read before. */
    HubCase caseOf(App app, TaskHubName hub, Intent intent, Deadline deadline) {
        return caseOf(Asked.of(app, hub), intent, deadline);
    }

    /** The cases of hubs as their app's record has them, which was read before. */
    List<HubCase> casesOf(List<Asked> asked, Intent intent, Deadline deadline) {
        List<HubCase> seen = new ArrayList<>();
        for (Asked one : asked) {
            seen.add(look(one, intent, deadline));
        }
        return withQuarantine(seen, deadline);
    }

    /** Of what hub and app a case is, by whose rules, under which token of the record, if it matters, and how far to look. */
    record Asked(
            Standing standing,
            @Nullable AppName app,
            AppRules rules,
            @Nullable Token token,
            Depth depth) {
        static Asked of(App app, TaskHubName hub) {
            return new Asked(Standings.of(app, hub), app.name(), app.rules(), app.token(), Depth.WHOLE);
        }

        /** The same for any moment of the record. */
        Asked whenever() {
            return new Asked(standing, app, rules, null, depth);
        }

        /** The same without what instances wait for. */
        Asked plain() {
            return new Asked(standing, app, rules, token, Depth.WHOLE);
        }

        /** The same with what each instance waits for. */
        Asked explained() {
            return new Asked(standing, app, rules, token, Depth.EXPLAIN);
        }
    }

    HubCase caseOf(Asked asked, Intent intent, Deadline deadline) {
        return casesOf(List.of(asked), intent, deadline).get(0);
    }

    /** What the sources show, without what is put aside: that counts for verdicts only. */
    private HubCase look(Asked asked, Intent intent, Deadline deadline) {
        Standing standing = asked.standing();
        ReadinessPolicy careful = policy.withApp(asked.rules().policy());
        List<Waiver> waivers = asked.rules().waivers();
        EventEvidence events = read(standing.hub(), deadline);
        if (inspections == null) {
            return new HubCase(intent, standing, events, null, waivers, careful, clock.instant());
        }
        HubEvidence seen = inspections.look(asked, events, deadline);
        // Events that came during the look are later than it, and may veto what it says.
        EventEvidence latest = read(standing.hub(), deadline);
        return new HubCase(intent, standing, latest, seen, waivers, careful, clock.instant());
    }

    /** The same cases with events, queues and owners looked at again: what is cheap, right before a commit (rule P-15). */
    List<HubCase> again(AppName app, List<HubCase> before, Deadline deadline) {
        return withQuarantine(
                before.stream().map(seen -> lookAgain(app, seen, deadline)).toList(), deadline);
    }

    /** Adds what is put aside: read once for all hubs, and last, so that it is not older than what else is seen. */
    private List<HubCase> withQuarantine(List<HubCase> cases, Deadline deadline) {
        if (cases.isEmpty()) {
            return List.of();
        }
        Map<TaskHubName, Integer> counts =
                quarantine.countsFor(cases.stream().map(HubCase::hub).toList(), deadline);
        List<HubCase> whole = new ArrayList<>();
        for (HubCase seen : cases) {
            EventEvidence events = seen.events().withQuarantined(counts.getOrDefault(seen.hub(), 0));
            whole.add(new HubCase(
                    seen.intent(),
                    seen.standing(),
                    events,
                    seen.inspected(),
                    seen.waivers(),
                    seen.policy(),
                    clock.instant()));
        }
        return whole;
    }

    private HubCase lookAgain(AppName app, HubCase before, Deadline deadline) {
        HubLook look = before.look();
        HubEvidence inspected = before.inspected();
        HubEvidence seen = inspections == null || look == null || inspected == null
                ? inspected
                : inspections.lookAgain(app, inspected, look, deadline);
        EventEvidence events = read(before.hub(), deadline);
        return new HubCase(
                before.intent(), before.standing(), events, seen, before.waivers(), before.policy(), clock.instant());
    }

    /** How the record of an app differs from where hosts were seen lately. Nothing is read for it. */
    List<Warning> drift(App app) {
        HubInspections looks = inspections;
        if (looks == null) {
            return List.of();
        }
        List<Drift.Seen> seen = new ArrayList<>();
        for (Release release : app.releases()) {
            boolean retired = release.phase() == ReleasePhase.RETIRED && !app.mayHold(release.taskHub());
            looks.latest(release.taskHub())
                    .ifPresent(look -> seen.add(new Drift.Seen(release.taskHub(), retired, look)));
        }
        return Drift.of(app.liveHub(), seen);
    }

    /** Whether any source shows work in a hub that is thought to be new. */
    boolean showsWork(AppName app, TaskHubName hub, Deadline deadline) {
        EventEvidence events = read(hub, deadline);
        return !events.active().isEmpty()
                || (events.traffic() != null && events.traffic().entities() > 0)
                || (inspections != null && inspections.showsWork(app, hub, deadline));
    }

    /** What is known of the entities of a hub: by its own storage where that can be read, else by its events. */
    Witness.EntityCount entities(App app, TaskHubName hub, Deadline deadline) {
        HubCase seen = look(Asked.of(app, hub), Intent.OVERWRITE, deadline);
        HubLook look = seen.look();
        if (look != null) {
            return new Witness.EntityCount(look.rows().entityCount(), true);
        }
        Traffic traffic = seen.events().traffic();
        return new Witness.EntityCount(traffic == null ? 0 : traffic.entities(), false);
    }

    /** What began in a hub after it had been seen drained. */
    Optional<Warning> startsSince(App app, TaskHubName hub, Instant drained, Deadline deadline) {
        return look(Asked.of(app, hub), Intent.OVERWRITE, deadline).startsSince(drained);
    }

    /** What the store of instances says of a hub; what is put aside is left out. */
    EventEvidence read(TaskHubName hub, Deadline deadline) {
        Instant observedAt = clock.instant();
        Optional<TrackedHub> tracked = instances.read(hub, deadline);
        List<InstanceRecord> active = tracked.map(TrackedHub::active).orElse(List.of()).stream()
                .filter(record -> !record.id().isEntity())
                .toList();
        Traffic traffic = tracked.map(TrackedHub::traffic).orElse(null);
        return new EventEvidence(hub, observedAt, active, traffic, 0, outages.worst(deadline));
    }
}
