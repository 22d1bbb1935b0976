// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.deployment;

import io.hubgate.model.TaskHubName;
import io.hubgate.readiness.AppPolicy;
import io.hubgate.readiness.Blocker;
import io.hubgate.readiness.Confidence;
import io.hubgate.readiness.Evidence;
import io.hubgate.readiness.Finding;
import io.hubgate.readiness.Intent;
import io.hubgate.readiness.ReadinessPolicy;
import io.hubgate.readiness.Sample;
import io.hubgate.readiness.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a decision keeps of the verdict that it stands on: enough to say years later why (rule P-9).
 *
 * @param outcome READY, NOT_READY or UNKNOWN
 * @param intent what was asked
 * @param checkedAt the moment of the verdict
 * @param confidence on what kind of evidence, or null
 * @param findings each finding with its count
 * @param samples at most {@link #MOST_SAMPLES} instances that blocked
 * @param evidence what each source said
 * @param settleWindow the settle window of the policy that was in force
 * @param policy what the app's own policy said beside the defaults, in words, or null if it said nothing
 * @param rulesVersion the version of the rules that judged, with the embedder's own counted
 */
public record VerdictDigest(
        String outcome,
        Intent intent,
        Instant checkedAt,
        @Nullable Confidence confidence,
        List<FindingDigest> findings,
        List<Sample> samples,
        List<Evidence> evidence,
        Duration settleWindow,
        @Nullable String policy,
        String rulesVersion) {
    /** How many instances a decision keeps. */
    public static final int MOST_SAMPLES = 20;

    private static final int MOST_FINDINGS = 50;

    /** Copies the lists. */
    public VerdictDigest {
        findings = List.copyOf(findings);
        samples = List.copyOf(samples);
        evidence = List.copyOf(evidence);
    }

    /**
     * Returns what is kept of a verdict.
     *
     * @param verdict the verdict
     * @param policy the policy that was in force
     * @param rulesVersion the version of the rules that judged
     * @return the digest
     */
    public static VerdictDigest of(Verdict verdict, ReadinessPolicy policy, String rulesVersion) {
        Verdict.Basis basis = verdict.basis();
        List<FindingDigest> findings = new ArrayList<>();
        Stream.of(basis.blockers(), basis.reasons(), basis.warnings())
                .flatMap(List::stream)
                .limit(MOST_FINDINGS)
                .forEach(f -> findings.add(FindingDigest.of(f)));
        List<Sample> samples = basis.blockers().stream()
                .flatMap(b -> b.instances().stream())
                .limit(MOST_SAMPLES)
                .map(Sample::plain)
                .toList();
        return new VerdictDigest(
                verdict.outcome(),
                basis.intent(),
                basis.checkedAt(),
                basis.confidence(),
                findings,
                samples,
                basis.evidence().stream().limit(MOST_FINDINGS).toList(),
                policy.settleWindow(),
                policy.app().equals(AppPolicy.DEFAULT) ? null : PolicyText.of(policy.app()),
                rulesVersion);
    }

    /**
     * One finding in short.
     *
     * @param code the stable code
     * @param message one sentence
     * @param taskHub the hub, or null
     * @param count how many things it counted, at least 1
     */
    public record FindingDigest(
            String code, String message, @Nullable TaskHubName taskHub, long count) {
        static FindingDigest of(Finding finding) {
            long count = finding instanceof Blocker blocker ? blocker.count() : 1;
            return new FindingDigest(finding.codeName(), finding.message(), finding.taskHub(), count);
        }
    }
}
