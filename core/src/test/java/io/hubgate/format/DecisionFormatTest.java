// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.hubgate.deployment.Decision;
import io.hubgate.deployment.ForceMark;
import io.hubgate.deployment.VerdictDigest;
import io.hubgate.deployment.VerdictDigest.FindingDigest;
import io.hubgate.model.Actor;
import io.hubgate.model.Holder;
import io.hubgate.model.InstanceId;
import io.hubgate.model.OrchestratorName;
import io.hubgate.model.RuntimeStatus;
import io.hubgate.model.TaskHubName;
import io.hubgate.model.Token;
import io.hubgate.readiness.Confidence;
import io.hubgate.readiness.Evidence;
import io.hubgate.readiness.Intent;
import io.hubgate.readiness.Sample;
import io.hubgate.rule.Rule;
import io.hubgate.store.Document;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A decision is never larger than 32 KiB, and what goes first is what says least. */
@Rule("P-9")
class DecisionFormatTest {
    private static final Instant NOW = Instant.parse("2026-11-03T10:15:00.1234567Z");
    private static final TaskHubName HUB = new TaskHubName("h".repeat(45));
    /** Six bytes for each UTF-16 unit: what takes most room. */
    private static final String WIDE = "\u4e2d";

    private static final Actor LONGEST_ACTOR = new Actor(WIDE.repeat(256), WIDE.repeat(256));
    private static final Holder LONGEST_HOLDER =
            new Holder(WIDE.repeat(256), "https://ci.example/" + WIDE.repeat(2048 - 19));

    @Test
    void an_ordinary_decision_is_stored_whole() {
        Decision decision = decision("staged it", verdict(20, "7d1f2c", 3, "12 orchestrations are active"));
        Document document = DecisionFormat.write(decision);
        assertThat(DecisionFormat.read(document)).isEqualTo(decision);
        assertThat(document.bytes()).hasSizeLessThan(8 * 1024);
    }

    @Test
    void samples_go_from_the_end_until_it_fits() {
        Decision decision = decision("staged it", verdict(20, WIDE.repeat(1000), 3, "many are active"));
        Decision stored = stored(decision);
        VerdictDigest whole = Objects.requireNonNull(decision.verdict());
        VerdictDigest kept = Objects.requireNonNull(stored.verdict());
        assertThat(kept.samples()).hasSize(5).isEqualTo(whole.samples().subList(0, 5));
        assertThat(kept.findings()).isEqualTo(whole.findings());
        assertThat(kept.evidence()).isEqualTo(whole.evidence());
        assertThat(stored.summary()).isEqualTo("staged it");
    }

    @Test
    void long_messages_are_cut_before_any_sample_goes() {
        Decision decision = decision("staged it", verdict(20, "7d1f2c", 3, "x".repeat(20_000)));
        VerdictDigest kept = Objects.requireNonNull(stored(decision).verdict());
        assertThat(kept.samples()).hasSize(20);
        assertThat(kept.findings()).extracting(FindingDigest::message).containsOnly("x".repeat(1023) + "…");
        assertThat(kept.findings()).extracting(FindingDigest::count).containsExactly(0L, 1L, 2L);
    }

    @Test
    void a_text_is_not_cut_within_a_character() {
        Decision decision = decision("s" + "\uD83D\uDE00".repeat(10_000), null);
        assertThat(stored(decision).summary())
                .isEqualTo("s" + "\uD83D\uDE00".repeat(511) + "…")
                .hasSize(1024);
        Decision shifted = decision("\uD83D\uDE00".repeat(10_000), null);
        assertThat(stored(shifted).summary())
                .isEqualTo("\uD83D\uDE00".repeat(511) + "…")
                .hasSize(1023);
    }

    @Test
    void findings_and_evidence_are_halved_last() {
        Decision decision = decision("staged it", verdict(20, WIDE.repeat(1000), 50, WIDE.repeat(5000)));
        VerdictDigest kept = Objects.requireNonNull(stored(decision).verdict());
        assertThat(kept.samples()).isEmpty();
        assertThat(kept.findings()).hasSize(12);
        assertThat(kept.evidence()).hasSize(12);
        assertThat(kept.outcome()).isEqualTo("NOT_READY");
    }

    @Test
    void the_largest_decision_that_the_model_allows_fits() {
        Decision largest = new Decision(
                Long.MAX_VALUE,
                NOW,
                LONGEST_ACTOR,
                "stage",
                LONGEST_HOLDER,
                HUB,
                WIDE.repeat(2000),
                new Token(Long.MAX_VALUE),
                WIDE.repeat(1024),
                verdict(20, WIDE.repeat(1024), 50, WIDE.repeat(9000)),
                new ForceMark(WIDE.repeat(1024), LONGEST_ACTOR, NOW),
                true,
                "f".repeat(64));
        Decision stored = stored(largest);
        assertThat(stored.actor()).isEqualTo(LONGEST_ACTOR);
        assertThat(stored.holder()).isEqualTo(LONGEST_HOLDER);
        assertThat(stored.previousHash()).isEqualTo(largest.previousHash());
        assertThat(Objects.requireNonNull(stored.verdict()).findings()).isNotEmpty();
    }

    @Test
    void what_was_stored_shorter_is_written_again_as_it_is() {
        Decision decision = decision("staged it", verdict(20, WIDE.repeat(1000), 50, WIDE.repeat(5000)));
        Document once = DecisionFormat.write(decision);
        assertThat(DecisionFormat.write(DecisionFormat.read(once))).isEqualTo(once);
    }

    private static Decision stored(Decision decision) {
        Document document = DecisionFormat.write(decision);
        assertThat(document.bytes()).hasSizeLessThanOrEqualTo(DecisionFormat.LARGEST);
        assertThat(DecisionFormat.write(decision)).isEqualTo(document);
        return DecisionFormat.read(document);
    }

    private static Decision decision(String summary, @Nullable VerdictDigest verdict) {
        Actor actor = Actor.of("pipeline");
        return new Decision(
                2, NOW, actor, "stage", null, HUB, summary, new Token(3), null, verdict, null, false, "0".repeat(64));
    }

    private static VerdictDigest verdict(int samples, String id, int findings, String message) {
        Sample sample = new Sample(
                new InstanceId(id), new OrchestratorName("ShipOrder"), RuntimeStatus.RUNNING, NOW, NOW, false);
        Evidence evidence = new Evidence("events", HUB, NOW, 12, NOW);
        return new VerdictDigest(
                "NOT_READY",
                Intent.OVERWRITE,
                NOW,
                Confidence.EVENTS_ONLY,
                IntStream.range(0, findings)
                        .mapToObj(n -> new FindingDigest("INSTANCES_ACTIVE", message, HUB, n))
                        .toList(),
                Collections.nCopies(samples, sample),
                Collections.nCopies(findings, evidence),
                Duration.ofMinutes(2),
                null,
                "1");
    }
}
