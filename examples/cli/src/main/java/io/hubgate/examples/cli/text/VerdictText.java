// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.examples.cli.text;

import io.hubgate.examples.answers.Age;
import io.hubgate.examples.answers.Judged;
import io.hubgate.examples.answers.VerdictDocument;
import io.hubgate.model.Text;
import io.hubgate.readiness.Blocker;
import io.hubgate.readiness.Evidence;
import io.hubgate.readiness.Reason;
import io.hubgate.readiness.Sample;
import io.hubgate.readiness.Verdict;
import io.hubgate.readiness.Warning;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** A verdict as a page of text for a person: the answer first, then what stands against it, what to do, and on what it stands. */
public final class VerdictText {
    /** As many instances as a person reads; the JSON names more. */
    private static final int MOST_SHOWN = 20;

    private final Style style;
    private final StringBuilder page = new StringBuilder();
    private final Verdict verdict;

    private VerdictText(Style style, Verdict verdict) {
        this.style = style;
        this.verdict = verdict;
    }

    /**
     * Returns the page.
     *
     * @param judged the verdict and what it is about
     * @param style with colours or without
     * @return lines, each with its end
     */
    public static String of(Judged judged, Style style) {
        VerdictText text = new VerdictText(style, judged.verdict());
        text.headline(judged);
        text.reasons();
        text.blockers();
        text.warnings();
        text.evidence();
        return text.page.toString();
    }

    private void headline(Judged judged) {
        String word = verdict.outcome();
        String shown = switch (word) {
            case "READY" -> style.good(word);
            case "NOT_READY" -> style.bad(word);
            default -> style.doubtful(word);
        };
        line(shown + " " + VerdictDocument.summary(judged));
    }

    private void reasons() {
        section("Why nothing can be said", verdict.basis().reasons().isEmpty());
        for (Reason reason : verdict.basis().reasons()) {
            finding(reason.codeName(), reason.message());
            toDo(reason.fix());
        }
    }

    private void blockers() {
        section("What stands against it", verdict.basis().blockers().isEmpty());
        for (Blocker blocker : verdict.basis().blockers()) {
            finding(blocker.codeName(), blocker.message());
            blocker.instances().stream().limit(MOST_SHOWN).forEach(this::instance);
            long more =
                    blocker.count() - Math.min(MOST_SHOWN, blocker.instances().size());
            if (more > 0 && !blocker.instances().isEmpty()) {
                line("    and " + more + " more");
            }
            ends(blocker);
            toDo(blocker.fix());
        }
    }

    private void ends(Blocker blocker) {
        Instant readyAt = blocker.readyAt();
        Instant notBefore = blocker.notBefore();
        Instant atLatest = blocker.atLatest();
        if (readyAt != null) {
            line("    over at " + Moment.shown(readyAt));
        }
        if (notBefore != null) {
            line("    not over before " + Moment.shown(notBefore) + ", unless an event from outside ends it");
        }
        if (atLatest != null) {
            line("    over at " + Moment.shown(atLatest) + " at the latest, if nothing new comes");
        }
    }

    private void instance(Sample sample) {
        Instant now = verdict.basis().checkedAt();
        String name = Text.escaped(sample.functionName().value());
        line("    " + style.strong(Text.escaped(sample.instanceId().value())) + "  "
                + (name.isEmpty() ? "" : name + "  ")
                + Text.escaped(sample.runtimeStatus().word()) + ", " + Age.of(sample.firstSeen(), now)
                + " old, last progress "
                + Age.of(progress(sample), now) + " ago at " + Moment.shown(progress(sample)));
        Waits.of(sample, now).forEach(wait -> line("      " + wait));
    }

    private static Instant progress(Sample sample) {
        return Objects.requireNonNullElse(sample.lastProgress(), sample.since());
    }

    private void warnings() {
        section("Worth knowing", verdict.basis().warnings().isEmpty());
        for (Warning warning : verdict.basis().warnings()) {
            finding(warning.codeName(), warning.message());
        }
    }

    private void evidence() {
        List<Evidence> all = verdict.basis().evidence();
        section("Looked at", all.isEmpty());
        for (Evidence one : all) {
            line("  " + Text.escaped(one.source()) + " at " + Moment.shown(one.checkedAt()));
        }
    }

    private void section(String title, boolean empty) {
        if (!empty) {
            line("");
            line(style.strong(title));
        }
    }

    private void finding(String code, String message) {
        line("  " + code + ": " + Text.escaped(message));
    }

    private void toDo(String fix) {
        if (!fix.isBlank()) {
            line("    " + style.faint("to do: " + Text.escaped(fix)));
        }
    }

    private void line(String line) {
        page.append(line).append('\n');
    }
}
