// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.readiness;

import io.hubgate.model.InstanceId;
import io.hubgate.taskhub.ControlQueues;
import io.hubgate.taskhub.Depth;
import io.hubgate.taskhub.HubInstance;
import io.hubgate.taskhub.HubLook;
import io.hubgate.taskhub.InspectionRequest;
import io.hubgate.taskhub.OpenTimer;
import io.hubgate.taskhub.Wait;
import io.hubgate.tracking.InstanceRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How a memory of looks grows: a pure function of what was known and what a whole look saw. A look that stopped before its end adds nothing but
 * its suspects. Everything is bounded; what is forgotten first is what helps least.
 */
public final class Remembering {
    private Remembering() {}

    /**
     * Returns what to ask an inspector about a hub of which this much is known.
     *
     * @param memory what earlier looks left
     * @param events what events say now
     * @param depth how far to look
     * @return the request: what events call active is to be accounted for, and what is remembered is to be counted
     */
    public static InspectionRequest request(HubMemory memory, EventEvidence events, Depth depth) {
        return new InspectionRequest(
                events.hub(),
                depth,
                memory.suspects(),
                events.active().stream().map(InstanceRecord::id).collect(Collectors.toUnmodifiableSet()),
                memory.timers());
    }

    /**
     * Returns what is known after a look.
     *
     * @param memory what was known before it
     * @param look what it saw
     * @param events what events said when it began: the instances that it was asked to account for
     * @return the memory to keep; the same as before if the look was older than what is known
     */
    public static HubMemory after(HubMemory memory, HubLook look, EventEvidence events) {
        if (memory.lookedAt() != null && look.endedAt().isBefore(memory.lookedAt())) {
            return memory;
        }
        List<InstanceId> suspects = suspects(look);
        if (!look.isComplete()) {
            return new HubMemory(
                    memory.lookedAt(),
                    memory.identified(),
                    memory.listed(),
                    memory.absentSince(),
                    memory.timers(),
                    memory.surplus(),
                    memory.hosts(),
                    suspects);
        }
        Map<InstanceId, Instant> listed = listed(memory, look, events);
        return new HubMemory(
                look.endedAt(),
                memory.identified() || events.active().stream().anyMatch(e -> has(look, e.id())),
                listed,
                absent(memory, look, events),
                timers(memory, look),
                surplus(memory, look),
                hosts(memory, look),
                suspects);
    }

    private static List<InstanceId> suspects(HubLook look) {
        return Stream.of(look.rows().active(), look.rows().busyEntities())
                .flatMap(List::stream)
                .limit(HubMemory.MOST_SUSPECTS)
                .map(HubInstance::id)
                .toList();
    }

    private static boolean has(HubLook look, InstanceId id) {
        return look.rows().found().containsKey(id)
                || look.rows().active().stream().anyMatch(row -> row.id().equals(id));
    }

    /** Instances that events call active and that have, or had, a row. */
    private static Map<InstanceId, Instant> listed(HubMemory memory, HubLook look, EventEvidence events) {
        Map<InstanceId, Instant> listed = new HashMap<>();
        for (InstanceRecord tracked : events.active()) {
            Instant before = memory.listed().get(tracked.id());
            if (has(look, tracked.id())) {
                // What began before the look did is what the look may have seen: an event that came meanwhile counts as
                // later.
                listed.put(tracked.id(), look.times().startedAt());
            } else if (before != null) {
                listed.put(tracked.id(), before);
            }
        }
        return latest(listed);
    }

    private static Map<InstanceId, Instant> absent(HubMemory memory, HubLook look, EventEvidence events) {
        Map<InstanceId, Instant> absent = new HashMap<>();
        for (InstanceRecord tracked : events.active()) {
            if (!look.rows().absent().contains(tracked.id())) {
                continue;
            }
            Instant before = memory.absentSince().get(tracked.id());
            boolean counts = before != null && !tracked.receivedAt().isAfter(before);
            absent.put(tracked.id(), counts ? before : look.times().startedAt());
        }
        return earliest(absent);
    }

    private static Map<InstanceId, Instant> latest(Map<InstanceId, Instant> times) {
        return most(times, Map.Entry.comparingByValue(Comparator.reverseOrder()));
    }

    private static Map<InstanceId, Instant> earliest(Map<InstanceId, Instant> times) {
        return most(times, Map.Entry.comparingByValue());
    }

    private static Map<InstanceId, Instant> most(
            Map<InstanceId, Instant> times, Comparator<Map.Entry<InstanceId, Instant>> first) {
        return times.entrySet().stream()
                .sorted(first.thenComparing(Map.Entry.comparingByKey()))
                .limit(HubMemory.MOST_KEPT)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Timers that are not due yet, those of instances that still run among them: their messages stay until due, whatever becomes of the instance. */
    private static List<OpenTimer> timers(HubMemory memory, HubLook look) {
        Instant now = look.times().serviceEndedAt();
        if (!look.layout().agrees()) {
            return List.of();
        }
        return HiddenMessages.distinct(Stream.of(look.leftovers(), memory.timers(), awaited(look))).stream()
                .filter(timer -> timer.firesAt().isAfter(now))
                .sorted(Comparator.comparing(OpenTimer::firesAt).reversed())
                .limit(HubMemory.MOST_KEPT)
                .toList();
    }

    private static List<OpenTimer> awaited(HubLook look) {
        List<OpenTimer> timers = new ArrayList<>();
        if (look.layout().sharedTables()) {
            // A row there may be another hub's, and only the inspector knows which names its hub.
            return timers;
        }
        look.rows().active().forEach(row -> awaited(look, row, timers));
        return timers;
    }

    private static void awaited(HubLook look, HubInstance row, List<OpenTimer> timers) {
        if (row.history() == null) {
            return;
        }
        int queue = ControlQueues.numberOf(row.id(), look.layout().controlQueues());
        for (Wait wait : row.history().waits()) {
            if (wait instanceof Wait.Timer timer) {
                timers.add(
                        new OpenTimer(queue, row.id(), row.history().executionId(), timer.timerId(), timer.firesAt()));
            }
        }
    }

    private static Map<Integer, HubMemory.Surplus> surplus(HubMemory memory, HubLook look) {
        if (look.layout().controlQueues() < 1) {
            return memory.surplus();
        }
        return HiddenMessages.of(look, memory.timers(), List.of()).stream()
                .filter(account -> account.surplus() > 0)
                .collect(Collectors.toMap(HiddenMessages::queue, account -> {
                    HubMemory.Surplus before = memory.surplus().get(account.queue());
                    return new HubMemory.Surplus(
                            account.surplus(),
                            before == null || account.surplus() > before.count()
                                    ? look.endedAt()
                                    : before.increasedAt());
                }));
    }

    private static HubMemory.@Nullable QuietHosts hosts(HubMemory memory, HubLook look) {
        return HostActiveRule.isAlive(look)
                ? null
                : new HubMemory.QuietHosts(
                        HostActiveRule.quietSince(look, memory), HostActiveRule.stamps(look.ownersAfter()));
    }
}
