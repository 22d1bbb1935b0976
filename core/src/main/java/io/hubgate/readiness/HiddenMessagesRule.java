// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.readiness;

import io.hubgate.model.InstanceId;
import io.hubgate.taskhub.ControlQueues;
import io.hubgate.taskhub.HubInstance;
import io.hubgate.taskhub.HubLook;
import io.hubgate.taskhub.OpenTimer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Hidden messages of control queues are explained exactly or block (rule R-16). Where an orchestration or entity that blocks by itself lives in
 * the same partition, what is not explained is taken for its own messages and not told a second time.
 */
final class HiddenMessagesRule implements ReadinessRule {
    /** The longest that the engine hides a message; what is due later is put there again. */
    private static final Duration LONGEST_HIDDEN = Duration.ofDays(7);

    @Override
    public List<Finding> judge(HubCase hubCase) {
        HubLook look = hubCase.look();
        if (look == null || !look.isComplete() || look.layout().controlQueues() < 1) {
            return List.of();
        }
        Survey survey = Survey.of(hubCase);
        Set<Integer> busy = busyQueues(look, survey);
        List<Finding> found = new ArrayList<>();
        List<HiddenMessages> unexplained = new ArrayList<>();
        List<OpenTimer> leftovers = new ArrayList<>();
        Exceptions exceptions = new Exceptions(hubCase);
        for (HiddenMessages account : HiddenMessages.of(look, hubCase.memory().timers(), survey.passedOver)) {
            Optional<Waiver> waiver = exceptions.of(account.queue(), account.surplus());
            leftovers.addAll(account.leftovers());
            if (account.isShort()) {
                found.add(contradiction(hubCase, account));
            } else if (account.surplus() > 0 && waiver.isPresent()) {
                found.add(Words.waived(waiver.get(), "control queue " + account.queue() + " of " + hubCase.hub()));
            } else if (account.surplus() > 0 && !busy.contains(account.queue())) {
                unexplained.add(account);
            }
        }
        if (!unexplained.isEmpty()) {
            found.add(unexplained(hubCase, look, unexplained));
        }
        if (!leftovers.isEmpty()) {
            found.add(leftovers(hubCase, leftovers));
        }
        return List.copyOf(found);
    }

    private static Set<Integer> busyQueues(HubLook look, Survey survey) {
        Set<Integer> queues = new HashSet<>();
        Stream.of(survey.active, survey.scheduled, survey.eternal)
                .flatMap(List::stream)
                .map(HubInstance::id)
                .map((InstanceId id) -> ControlQueues.numberOf(id, look.layout().controlQueues()))
                .forEach(queues::add);
        return queues;
    }

    private static Reason contradiction(HubCase hubCase, HiddenMessages account) {
        return new Reason(
                ReasonCode.EVIDENCE_CONTRADICTS,
                "control queue " + account.queue() + " of " + hubCase.hub()
                        + " hides fewer messages than its instances have open timers: was it cleared, or the number of"
                        + " partitions changed?",
                "wait until the timers are due, or find out who changed the queue",
                hubCase.hub());
    }

    private static Blocker unexplained(HubCase hubCase, HubLook look, List<HiddenMessages> accounts) {
        long count = accounts.stream().mapToLong(HiddenMessages::surplus).sum();
        HiddenMessages first = accounts.get(0);
        return Blocker.counted(
                        BlockerCode.UNEXPLAINED_MESSAGES,
                        hubCase.hub(),
                        Count.of(count, "hidden message", "hidden messages") + " of " + hubCase.hub()
                                + Count.choose(count, " is", " are")
                                + " explained by no timer of a finished orchestration, so "
                                + Count.choose(count, "it may be work", "they may be work") + ": "
                                + first.surplus() + " in control queue " + first.queue(),
                        "wait: a delayed signal, a start or a timer shows itself when it is due; or waive the queue with"
                                + " its count",
                        count)
                .ending(null, atLatest(hubCase, look, accounts));
    }

    private static Instant atLatest(HubCase hubCase, HubLook look, List<HiddenMessages> accounts) {
        return accounts.stream()
                .map(account -> {
                    HubMemory.Surplus known = hubCase.memory().surplus().get(account.queue());
                    return known != null && account.surplus() <= known.count() ? known.increasedAt() : look.endedAt();
                })
                .max(Instant::compareTo)
                .orElse(look.endedAt())
                .plus(LONGEST_HIDDEN);
    }

    private static Warning leftovers(HubCase hubCase, List<OpenTimer> timers) {
        Instant last =
                timers.stream().map(OpenTimer::firesAt).max(Instant::compareTo).orElseThrow();
        return new Warning(
                WarningCode.LEFTOVER_MESSAGES,
                Count.of(timers.size(), "hidden message", "hidden messages") + " of " + hubCase.hub()
                        + Count.choose(timers.size(), " is a timer", " are timers")
                        + " of finished orchestrations; the last is dropped at " + last,
                hubCase.hub());
    }
}
