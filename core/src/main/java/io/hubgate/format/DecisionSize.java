// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.format;

import io.hubgate.deployment.Decision;
import io.hubgate.deployment.ForceMark;
import io.hubgate.deployment.VerdictDigest;
import io.hubgate.deployment.VerdictDigest.FindingDigest;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How much of its parts a decision may keep. The sizes are tried in one fixed order, so what is left of a decision depends on nothing else.
 *
 * @param text how long a text may be, in UTF-16 units
 * @param samples how many samples
 * @param others how many findings, and how much evidence
 */
record DecisionSize(int text, int samples, int others) {
    private static final int LONG = 1024;
    private static final int SHORT = 256;
    private static final int ALL = Integer.MAX_VALUE;

    /** Returns the largest form of a decision that fits. */
    static Decision fitting(Decision decision, Predicate<Decision> fits) {
        return Stream.concat(Stream.of(decision), sizesFor(decision.verdict()).map(size -> size.of(decision)))
                .filter(fits)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("decision " + decision.sequence() + " is too large"));
    }

    private static Stream<DecisionSize> sizesFor(@Nullable VerdictDigest verdict) {
        int samples = verdict == null ? 0 : verdict.samples().size();
        int others = verdict == null
                ? 0
                : Math.max(verdict.findings().size(), verdict.evidence().size());
        Stream<DecisionSize> fewerSamples =
                IntStream.rangeClosed(0, samples).mapToObj(less -> new DecisionSize(LONG, samples - less, ALL));
        Stream<DecisionSize> fewerOthers = Stream.concat(Stream.iterate(others, n -> n > 0, n -> n / 2), Stream.of(0))
                .map(n -> new DecisionSize(SHORT, 0, n));
        return Stream.concat(fewerSamples, fewerOthers);
    }

    private Decision of(Decision whole) {
        return new Decision(
                whole.sequence(),
                whole.at(),
                whole.actor(),
                whole.command(),
                whole.holder(),
                whole.taskHub(),
                CutText.to(text, whole.summary()),
                whole.token(),
                whole.reason() == null ? null : CutText.to(text, whole.reason()),
                whole.verdict() == null ? null : of(whole.verdict()),
                whole.force() == null ? null : of(whole.force()),
                whole.wouldRefuse(),
                whole.previousHash());
    }

    private ForceMark of(ForceMark force) {
        return new ForceMark(CutText.to(text, force.reason()), force.by(), force.at());
    }

    private VerdictDigest of(VerdictDigest whole) {
        return new VerdictDigest(
                whole.outcome(),
                whole.intent(),
                whole.checkedAt(),
                whole.confidence(),
                first(others, whole.findings()).stream().map(this::of).toList(),
                first(samples, whole.samples()),
                first(others, whole.evidence()),
                whole.settleWindow(),
                whole.policy() == null ? null : CutText.to(text, whole.policy()),
                whole.rulesVersion());
    }

    private FindingDigest of(FindingDigest finding) {
        return new FindingDigest(
                finding.code(), CutText.to(text, finding.message()), finding.taskHub(), finding.count());
    }

    private static <T> List<T> first(int many, List<T> list) {
        return list.subList(0, Math.min(many, list.size()));
    }
}
