// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.readiness;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The rules of the verdict in their order: those from events and from the hub itself, then an embedder's own. A verdict is a pure function of cases, policy and time
 * (rule R-5: it is an observation, to be made anew at each use). Immutable and thread-safe.
 */
public final class ReadinessRules {
    private static final List<ReadinessRule> STANDARD_RULES = List.of(
            new InstancesActiveRule(),
            new StillRoutedRule(),
            new InSlotRule(),
            new SettlingRule(),
            new GracePeriodRule(),
            new EvidenceStaleRule(),
            new HubNeverSeenRule(),
            new EventsQuarantinedRule(),
            new EventsPartialRule(),
            new HubNotInspectedRule(),
            new LateStartsRule(),
            new HubSilentRule(),
            new EntitiesUnknownRule(),
            new LookRule(),
            new OtherInstancesRule(),
            new QueuesRule(),
            new HiddenMessagesRule(),
            new EntitiesRule(),
            new HostActiveRule());

    private static final ReadinessRules STANDARD = new ReadinessRules(List.of());

    private final List<ReadinessRule> own;

    private ReadinessRules(List<ReadinessRule> own) {
        this.own = own;
    }

    /**
     * Returns the rules of {@code docs/spec/readiness.md}.
     *
     * @return the rules
     */
    public static ReadinessRules standard() {
        return STANDARD;
    }

    /**
     * Returns these rules and one more of the embedder's own, after all others.
     *
     * @param rule the rule
     * @return the rules
     */
    public ReadinessRules with(ReadinessRule rule) {
        return new ReadinessRules(Stream.concat(own.stream(), Stream.of(rule)).toList());
    }

    /**
     * Returns these rules for a slot that is to be stopped: a living host stands against READY too (rule P-16).
     *
     * @return the rules
     */
    public ReadinessRules whileStopped() {
        return with(new StoppedRule());
    }

    /**
     * Returns what a decision records of the rules that it was based on (rule P-9).
     *
     * @return the version of the rules here, and how many of the embedder's own came to them: {@code 2} or {@code 2+1}
     */
    public String version() {
        return own.isEmpty() ? "2" : "2+" + own.size();
    }

    /**
     * Returns the verdict on one hub.
     *
     * @param hubCase the case
     * @return the verdict
     */
    public Verdict judge(HubCase hubCase) {
        return judge(hubCase.intent(), List.of(hubCase), List.of(), hubCase.now());
    }

    /**
     * Returns the verdict on a slot: on all that it may hold together (rule P-10). Without any case and any finding it is READY, with no
     * confidence, since there was nothing to look at (rule R-6).
     *
     * @param intent what the caller means to do; it replaces the intent of each case
     * @param cases one case for each possible occupant
     * @param slotFindings what is known against the slot or the app itself, for example that a swap is not confirmed
     * @param now the moment of the verdict; it replaces the moment of each case
     * @return the verdict, with the findings on all hubs and the evidence for each
     */
    public Verdict judge(Intent intent, List<HubCase> cases, List<? extends Finding> slotFindings, Instant now) {
        Set<Finding> found = new LinkedHashSet<>(slotFindings);
        List<Evidence> evidence = new ArrayList<>();
        for (HubCase hubCase : cases) {
            found.addAll(findings(hubCase.asked(intent, now)));
            evidence.addAll(hubCase.evidence());
        }
        Confidence confidence = cases.stream()
                .map(HubCase::confidence)
                .min(Comparator.naturalOrder())
                .orElse(null);
        return Verdict.of(intent, now, confidence, List.copyOf(found), evidence);
    }

    /**
     * Returns what all rules find.
     *
     * @param hubCase the case
     * @return the findings, in the order of the rules
     */
    List<Finding> findings(HubCase hubCase) {
        List<Finding> found = new ArrayList<>(STANDARD_RULES.stream()
                .flatMap(rule -> RuleCall.ask(rule, hubCase).stream())
                .toList());
        found.addAll(Closing.of(hubCase, found));
        found.addAll(ownFindings(hubCase));
        return List.copyOf(found);
    }

    /**
     * Returns what the embedder's own rules find.
     *
     * @param hubCase the case
     * @return the findings, in the order of the rules
     */
    List<Finding> ownFindings(HubCase hubCase) {
        return own.stream()
                .flatMap(rule -> RuleCall.ask(rule, hubCase).stream())
                .toList();
    }
}
