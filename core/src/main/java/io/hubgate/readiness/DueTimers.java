// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.readiness;

import io.hubgate.model.InstanceId;
import io.hubgate.taskhub.HubInstance;
import io.hubgate.taskhub.HubLook;
import io.hubgate.taskhub.QueueLook;
import io.hubgate.taskhub.QueueMessage;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Timers of finished instances whose time has come while no host works on the hub (rule R-16). Until then their messages are hidden and history
 * explains them; from then on they can be seen, and would stand in the way for ever: once the code of a hub is overwritten, no host comes to drop
 * them. Each names its instance and generation, so the row of just that generation tells whether it has finished.
 */
final class DueTimers {
    private DueTimers() {}

    /** Those of the messages that were seen before the rows were read, and whose instance's row is terminal and of the same generation. */
    static List<QueueMessage> of(HubLook look, Collection<QueueMessage> messages) {
        Set<String> seenBeforeRows = look.before().stream()
                .map(QueueLook::visible)
                .flatMap(List::stream)
                .map(QueueMessage::messageId)
                .collect(Collectors.toUnmodifiableSet());
        return messages.stream()
                .filter(QueueMessage::isTimer)
                .filter(message -> !message.messageId().isEmpty() && seenBeforeRows.contains(message.messageId()))
                .filter(message -> isOfFinished(look, message))
                .toList();
    }

    private static boolean isOfFinished(HubLook look, QueueMessage message) {
        InstanceId id = message.instance();
        HubInstance row = id == null ? null : look.rows().found().get(id);
        return row != null
                && row.status().isTerminal()
                && row.executionId() != null
                && row.executionId().equals(message.executionId());
    }

    static Warning warning(HubCase hubCase, long count) {
        return new Warning(
                WarningCode.LEFTOVER_MESSAGES,
                Count.of(count, "message", "messages") + " of " + hubCase.hub()
                        + Count.choose(count, " is a due timer", " are due timers")
                        + " of finished orchestrations, which a host would drop",
                hubCase.hub());
    }
}
