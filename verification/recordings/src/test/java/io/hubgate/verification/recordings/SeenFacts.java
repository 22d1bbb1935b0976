// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.verification.recordings;

import io.hubgate.model.InstanceId;
import io.hubgate.taskhub.HubInstance;
import io.hubgate.taskhub.HubLayout;
import io.hubgate.taskhub.HubLook;
import io.hubgate.taskhub.OpenTimer;
import io.hubgate.taskhub.QueueLook;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What the rules go by in a look; not the times that the service writes by itself, and not its ids of messages.
 *
 * @param layout how the hub is laid out
 * @param active what is active
 * @param scheduledAgain what the engine may start again
 * @param busy the busy entities
 * @param idle how many idle entities of each kind
 * @param tracked what the rows of the instances say that events showed
 * @param absent which of those have no row
 * @param unreadable how many rows cannot be understood
 * @param before the queues before the scan
 * @param after the queues after it
 * @param timers what explains hidden messages
 * @param owners who owns which partition
 */
record SeenFacts(
        HubLayout layout,
        Map<InstanceId, String> active,
        Map<InstanceId, String> scheduledAgain,
        Map<InstanceId, String> busy,
        Map<String, Long> idle,
        Map<InstanceId, String> tracked,
        Set<InstanceId> absent,
        long unreadable,
        Map<String, String> before,
        Map<String, String> after,
        Set<OpenTimer> timers,
        Set<String> owners) {
    /** @param now timers that have fired by then are left out: the service's clock goes on while hubs are laid out */
    static SeenFacts of(HubLook look, Instant now) {
        return new SeenFacts(
                look.layout(),
                rows(look.rows().active()),
                rows(look.rows().scheduledAgain()),
                entities(look.rows().busyEntities()),
                look.rows().idleEntities(),
                rows(look.rows().found().values()),
                look.rows().absent(),
                look.rows().unreadable(),
                queues(look.before()),
                queues(look.after()),
                look.leftovers().stream()
                        .filter(timer -> timer.firesAt().isAfter(now))
                        .collect(Collectors.toSet()),
                owners(look));
    }

    private static Map<InstanceId, String> rows(Collection<HubInstance> rows) {
        return rows.stream().collect(Collectors.toMap(HubInstance::id, SeenFacts::row));
    }

    private static String row(HubInstance row) {
        return row.status() + " " + row.executionId() + " " + row.name() + " " + row.scheduledFor();
    }

    private static Map<InstanceId, String> entities(List<HubInstance> entities) {
        return entities.stream().collect(Collectors.toMap(HubInstance::id, row -> String.valueOf(row.entity())));
    }

    private static Map<String, String> queues(List<QueueLook> looks) {
        return looks.stream().collect(Collectors.toMap(QueueLook::queue, SeenFacts::queue, (a, b) -> a, TreeMap::new));
    }

    private static String queue(QueueLook look) {
        return look.messages() + " messages, visible: "
                + look.visible().stream()
                        .map(message -> message.kind() + " " + message.instance() + " " + message.executionId())
                        .toList();
    }

    private static Set<String> owners(HubLook look) {
        return look.owners().stream()
                .map(owner -> owner.partition() + " " + owner.owner() + " " + owner.expiresAt() + " " + owner.leased())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
