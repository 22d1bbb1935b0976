// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.readiness;

import io.hubgate.model.ExecutionId;
import io.hubgate.model.InstanceId;
import io.hubgate.taskhub.ControlQueues;
import io.hubgate.taskhub.HubInstance;
import io.hubgate.taskhub.HubLook;
import io.hubgate.taskhub.OpenTimer;
import io.hubgate.taskhub.QueueLook;
import io.hubgate.taskhub.Wait;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The account of the hidden messages of one control queue (rule R-16): hidden ones that are not work are those of open timers of finished
 * instances, and nothing else explains any. Seen on the running engine: a start that was terminated before its time, a delayed signal to an
 * entity and a cancelled timer look the same from outside, and only the last is in a history.
 *
 * @param queue the number of the control queue
 * @param looks the looks at it, each of which counts
 * @param timers timers whose messages may be in it
 */
record HiddenMessages(int queue, List<QueueLook> looks, List<OpenTimer> timers) {
    /** As far ahead a timer must be for its message to be hidden for certain. */
    static final Duration TO_SPARE = Duration.ofSeconds(30);

    /** The accounts of all control queues, with every timer that may explain: those of passed-over instances too. */
    static List<HiddenMessages> of(HubLook look, List<OpenTimer> remembered, List<HubInstance> passedOver) {
        List<OpenTimer> timers = look.layout().agrees()
                ? distinct(Stream.of(look.leftovers(), remembered, timersOf(look, passedOver)))
                : List.of();
        return controlQueues(look)
                .map(QueueLook::number)
                .distinct()
                .map(number -> of(look, number, timers))
                .toList();
    }

    /** Each timer once, however often it was read: two of them would explain two messages. */
    static List<OpenTimer> distinct(Stream<List<OpenTimer>> timers) {
        record Identity(InstanceId instance, ExecutionId generation, int timerId) {}
        Map<Identity, OpenTimer> distinct = new LinkedHashMap<>();
        timers.flatMap(List::stream)
                .forEach(timer -> distinct.putIfAbsent(
                        new Identity(timer.instance(), timer.executionId(), timer.timerId()), timer));
        return List.copyOf(distinct.values());
    }

    private static HiddenMessages of(HubLook look, int number, List<OpenTimer> timers) {
        return new HiddenMessages(
                number,
                controlQueues(look).filter(queue -> queue.number() == number).toList(),
                timers.stream().filter(timer -> timer.queue() == number).toList());
    }

    static Stream<QueueLook> controlQueues(HubLook look) {
        return Stream.concat(look.before().stream(), look.after().stream()).filter(queue -> !queue.isWorkItems());
    }

    private static List<OpenTimer> timersOf(HubLook look, List<HubInstance> passedOver) {
        List<OpenTimer> timers = new ArrayList<>();
        for (HubInstance row : passedOver) {
            if (row.history() == null) {
                continue;
            }
            int queue = ControlQueues.numberOf(row.id(), look.layout().controlQueues());
            for (Wait wait : row.history().waits()) {
                if (wait instanceof Wait.Timer timer) {
                    timers.add(new OpenTimer(
                            queue, row.id(), row.history().executionId(), timer.timerId(), timer.firesAt()));
                }
            }
        }
        return timers;
    }

    /** Whether the queue of an instance holds nothing visible, and nothing hidden that is not explained. */
    static boolean isClean(HubLook look, InstanceId instance) {
        if (look.layout().controlQueues() < 1 || !look.isComplete()) {
            return false;
        }
        int number = ControlQueues.numberOf(instance, look.layout().controlQueues());
        return of(look, List.of(), List.of()).stream()
                .filter(account -> account.queue == number)
                .anyMatch(account -> account.surplus() == 0
                        && !account.isShort()
                        && account.looks.stream()
                                .allMatch(seen -> seen.visible().isEmpty()));
    }

    /** How many hidden messages nothing explains, by the worst of the looks. */
    long surplus() {
        return looks.stream()
                .mapToLong(seen -> Math.max(0, seen.hidden() - explained(seen)))
                .max()
                .orElse(0);
    }

    /** Whether any look hid fewer messages than there are timers: the evidence contradicts itself, so none of it counts. */
    boolean isShort() {
        return looks.stream().anyMatch(seen -> seen.hidden() < explained(seen));
    }

    private long explained(QueueLook seen) {
        return explaining(seen.readAt()).count();
    }

    /** The timers that were ahead for certain when a queue was read, by the service's clock. */
    private Stream<OpenTimer> explaining(Instant readAt) {
        Instant ahead = readAt.plus(TO_SPARE);
        return timers.stream().filter(timer -> timer.firesAt().isAfter(ahead));
    }

    /** The timers that explain a message at the latest look. */
    List<OpenTimer> leftovers() {
        return looks.stream()
                .map(QueueLook::readAt)
                .max(Instant::compareTo)
                .map(at -> explaining(at).toList())
                .orElse(List.of());
    }
}
