// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate;

import io.hubgate.deployment.App;
import io.hubgate.deployment.Claim;
import io.hubgate.deployment.SlotQuestion;
import io.hubgate.deployment.Witness;
import io.hubgate.model.TaskHubName;
import io.hubgate.readiness.Finding;
import io.hubgate.readiness.HubCase;
import io.hubgate.readiness.ReadinessRules;
import io.hubgate.readiness.Verdict;
import io.hubgate.readiness.Warning;
import io.hubgate.store.Deadline;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one decision knows of the world: read from the stores when the decision asks, which is after its app's record was read. It remembers
 * what it was asked, so that it can look again right before the commit (rule P-15). Confined to one decision.
 */
final class HubWitness implements Witness {
    private final EvidenceReader evidence;
    private final ReadinessRules rules;
    private final AppRecords records;
    private final List<Warning> standing;
    private final InstantSource clock;
    private final Deadline deadline;
    private final boolean explain;
    private @Nullable SlotQuestion asked;
    private List<HubCase> cases = List.of();
    private @Nullable Instant judgedAt;

    HubWitness(Shell shell, Deadline deadline) {
        this(shell, deadline, false);
    }

    private HubWitness(Shell shell, Deadline deadline, boolean explain) {
        this.evidence = shell.evidence();
        this.rules = shell.rules();
        this.records = shell.records();
        this.standing = shell.standingWarnings();
        this.clock = shell.clock();
        this.deadline = deadline;
        this.explain = explain;
    }

    /** One that also reads what each instance waits for. */
    static HubWitness explaining(Shell shell, Deadline deadline) {
        return new HubWitness(shell, deadline, true);
    }

    @Override
    public Verdict judge(SlotQuestion question) {
        List<EvidenceReader.Asked> hubs = question.hubs().stream()
                .map(hub -> EvidenceReader.Asked.of(question.app(), hub))
                .map(of -> explain ? of.explained() : of)
                .toList();
        List<HubCase> seen = evidence.casesOf(hubs, question.intent(), deadline);
        asked = question;
        cases = seen;
        judgedAt = clock.instant();
        return verdict(question, seen);
    }

    private Verdict verdict(SlotQuestion question, List<HubCase> seen) {
        List<Finding> findings = new ArrayList<>(question.findings());
        findings.addAll(standing);
        findings.addAll(evidence.drift(question.app()));
        ReadinessRules asked = question.stopped() ? rules.whileStopped() : rules;
        return asked.judge(question.intent(), seen, findings, clock.instant());
    }

    @Override
    public Optional<Claim> claim(TaskHubName hub) {
        return records.claim(hub, deadline).map(versioned -> versioned.value());
    }

    @Override
    public boolean showsWork(App app, TaskHubName hub) {
        return evidence.showsWork(app.name(), hub, deadline);
    }

    @Override
    public EntityCount entities(App app, TaskHubName hub) {
        return evidence.entities(app, hub, deadline);
    }

    @Override
    public Optional<Warning> lateStarts(App app, TaskHubName hub, Instant since) {
        return evidence.startsSince(app, hub, since, deadline);
    }

    /** Whether the verdict that a decision stands on is young enough and still holds when looked at again. */
    boolean stillHolds(Verdict verdict, Duration evidenceAge) {
        if (asked == null || judgedAt == null || !verdict.isReady()) {
            return true;
        }
        boolean young = Duration.between(judgedAt, clock.instant()).compareTo(evidenceAge) <= 0;
        if (!young) {
            return false;
        }
        List<HubCase> again = evidence.again(asked.app().name(), cases, deadline);
        return verdict(asked, again).isReady();
    }
}
