// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.examples.backend.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hubgate.SlotStatus;
import io.hubgate.examples.answers.Judged;
import io.hubgate.examples.answers.VerdictDocument;
import io.hubgate.examples.backend.http.Call;
import io.hubgate.examples.backend.http.HttpAnswer;
import io.hubgate.examples.backend.http.ProblemException;
import io.hubgate.readiness.Blocker;
import io.hubgate.readiness.ReasonCode;
import io.hubgate.readiness.Verdict;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Turns verdicts into answers: a document or a line, with the headers that every verdict has. */
final class VerdictAnswers {
    /** Tells our 503 from that of a proxy. */
    static final String HEADER = "Hubgate-Verdict";

    private static final String RETRY_AFTER = "Retry-After";
    private static final String SOON = "5";

    private final VerdictDocument verdicts;

    VerdictAnswers(VerdictDocument verdicts) {
        this.verdicts = verdicts;
    }

    static Judged judged(SlotStatus status) {
        return new Judged(
                status.app().name(),
                status.app().token(),
                status.slot(),
                status.taskHub(),
                status.phase(),
                status.verdict(),
                status.next(),
                status.forced(),
                status.isEnforced());
    }

    HttpAnswer of(Call call, Judged judged, boolean busy) {
        HttpAnswer answer = call.wantsText()
                ? HttpAnswer.text(200, verdicts.line(judged))
                : HttpAnswer.json(200, verdicts.of(judged));
        return withHeaders(answer, judged, busy);
    }

    /** The worst of several; the first of those that are equally bad. */
    HttpAnswer worst(Call call, List<SlotStatus> all, boolean busy) {
        SlotStatus worst =
                all.stream().max(Comparator.comparing(VerdictAnswers::gate)).orElseThrow();
        Judged judged = judged(worst);
        if (call.wantsText()) {
            return withHeaders(HttpAnswer.text(gate(worst), lines(all)), judged, busy);
        }
        ObjectNode node = verdicts.of(judged);
        ObjectNode apps = node.putObject("apps");
        all.forEach(
                status -> apps.put(status.app().name().value(), status.verdict().outcome()));
        return withHeaders(HttpAnswer.json(gate(worst), node), judged, busy);
    }

    String lines(List<SlotStatus> all) {
        return all.stream().map(status -> verdicts.line(judged(status))).collect(Collectors.joining());
    }

    String worstOf(List<SlotStatus> all) {
        return all.stream()
                .map(SlotStatus::verdict)
                .max(Comparator.comparing(VerdictAnswers::badness))
                .map(Verdict::outcome)
                .orElse("READY");
    }

    /** How a gate answers: as bad as the verdict is, unless the app's policy only observes. */
    static int gate(SlotStatus status) {
        if (status.lacksObservation()) {
            throw ProblemException.badRequest(
                    "the policy of " + status.app().name() + " requires an observation, and this question has none",
                    "ask the gate of the app's slot, and say in observedHub which task hub the slot's settings name");
        }
        return status.isGateOpen() ? 200 : badness(status.verdict());
    }

    /** The statuses happen to be in the order of badness. */
    private static int badness(Verdict verdict) {
        return switch (verdict.outcome()) {
            case "READY" -> 200;
            case "NOT_READY" -> 409;
            default -> 503;
        };
    }

    /** When the earliest of the blockers that end by themselves does; null if none is known to. */
    static @Nullable Instant ripens(List<SlotStatus> all) {
        return all.stream()
                .flatMap(status -> status.verdict().basis().blockers().stream())
                .map(Blocker::readyAt)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    private static HttpAnswer withHeaders(HttpAnswer answer, Judged judged, boolean busy) {
        HttpAnswer headed = answer.header(HEADER, judged.verdict().outcome());
        if (judged.token() != null) {
            headed = headed.header("ETag", "\"" + judged.token() + "\"");
        }
        return busy ? headed.header(RETRY_AFTER, SOON) : headed.headers(retryAfter(List.of(judged.verdict())));
    }

    /** The header that says when to ask again, if a look at a hub goes on in the background. */
    static Map<String, String> retryAfter(List<Verdict> verdicts) {
        boolean goesOn = verdicts.stream()
                .flatMap(verdict -> verdict.basis().reasons().stream())
                .anyMatch(reason -> reason.code() == ReasonCode.INSPECTING);
        return goesOn ? Map.of(RETRY_AFTER, SOON) : Map.of();
    }
}
