// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.readiness;

import io.hubgate.model.Text;
import io.hubgate.taskhub.HubLook;
import io.hubgate.taskhub.QueueLook;
import io.hubgate.taskhub.QueueMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Messages that wait are work (rule R-16), in either look at the queues. Visible ones of control queues name what and whom; one that was tried
 * ten times and is older than an hour is poison, which waiting does not cure; a due timer of a finished instance is no work. Any message of the
 * queue of activities is an activity that is queued or executes, also for an instance that has ended: the engine keeps it until the activity has
 * replied.
 */
final class QueuesRule implements ReadinessRule {
    private static final long POISON_TRIES = 10;
    private static final Duration POISON_AGE = Duration.ofHours(1);
    private static final int MOST_NAMED = 3;

    @Override
    public List<Finding> judge(HubCase hubCase) {
        HubLook look = hubCase.look();
        if (look == null) {
            return List.of();
        }
        List<Finding> found = new ArrayList<>(activities(hubCase, look));
        Map<String, QueueMessage> queued = new LinkedHashMap<>();
        Map<String, QueueMessage> poison = new LinkedHashMap<>();
        HiddenMessages.controlQueues(look)
                .forEach(queue -> queue.visible()
                        .forEach(message -> (isPoison(message, queue.readAt()) ? poison : queued)
                                .put(message.messageId(), message)));
        poison.keySet().forEach(queued::remove);
        List<QueueMessage> due = DueTimers.of(look, queued.values());
        due.forEach(message -> queued.remove(message.messageId()));
        if (!queued.isEmpty()) {
            found.add(queued(hubCase, List.copyOf(queued.values())));
        }
        found.addAll(poison(hubCase, List.copyOf(poison.values())));
        if (!due.isEmpty()) {
            found.add(DueTimers.warning(hubCase, due.size()));
        }
        return List.copyOf(found);
    }

    private static boolean isPoison(QueueMessage message, Instant readAt) {
        return message.dequeueCount() >= POISON_TRIES
                && message.insertedAt().plus(POISON_AGE).isBefore(readAt);
    }

    private static List<Finding> activities(HubCase hubCase, HubLook look) {
        long count = Stream.concat(look.before().stream(), look.after().stream())
                .filter(QueueLook::isWorkItems)
                .mapToLong(queue -> Math.max(queue.messages(), queue.visible().size()))
                .max()
                .orElse(0);
        if (count == 0) {
            return List.of();
        }
        return List.of(Blocker.counted(
                BlockerCode.ACTIVITIES_RUNNING,
                hubCase.hub(),
                Count.of(count, "activity of " + hubCase.hub() + " is", "activities of " + hubCase.hub() + " are")
                        + " queued or executing",
                "wait for " + Count.choose(count, "it", "them")
                        + "; activities of terminated orchestrations run to their end too",
                count));
    }

    private static Blocker queued(HubCase hubCase, List<QueueMessage> messages) {
        int count = messages.size();
        return Blocker.counted(
                BlockerCode.MESSAGES_QUEUED,
                hubCase.hub(),
                Count.of(count, "message waits", "messages wait") + " in the control queues of " + hubCase.hub() + ": "
                        + named(messages),
                "wait for a host to take " + Count.choose(count, "it", "them"),
                count);
    }

    private static String named(List<QueueMessage> messages) {
        String shown = messages.stream().limit(MOST_NAMED).map(QueuesRule::name).collect(Collectors.joining(", "));
        return messages.size() > MOST_NAMED ? shown + " and " + (messages.size() - MOST_NAMED) + " more" : shown;
    }

    private static String name(QueueMessage message) {
        String kind = message.kind().isEmpty() ? "one that cannot be read" : Text.shown(message.kind());
        return message.instance() == null ? kind : kind + " for " + Words.quoted(message.instance());
    }

    private static List<Finding> poison(HubCase hubCase, List<QueueMessage> messages) {
        Exceptions exceptions = new Exceptions(hubCase);
        List<Finding> found = new ArrayList<>();
        List<QueueMessage> left = new ArrayList<>();
        for (QueueMessage message : messages) {
            Optional<Waiver> waiver = exceptions.ofMessage(message.messageId());
            if (waiver.isPresent()) {
                found.add(Words.waived(waiver.get(), "the message " + Text.shown(message.messageId())));
            } else {
                left.add(message);
            }
        }
        if (!left.isEmpty()) {
            found.add(Blocker.counted(
                    BlockerCode.POISON_MESSAGE,
                    hubCase.hub(),
                    Count.of(left.size(), "message was", "messages were") + " tried ten times and more in "
                            + hubCase.hub() + ": " + named(left) + " (message "
                            + Text.shown(left.get(0).messageId()) + ")",
                    "find out why the host cannot take it, or waive it by its message id",
                    left.size()));
        }
        return found;
    }
}
