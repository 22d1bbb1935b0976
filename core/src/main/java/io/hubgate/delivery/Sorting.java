// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.delivery;

import io.hubgate.delivery.IncomingEvent.Malformed;
import io.hubgate.delivery.IncomingEvent.Parsed;
import io.hubgate.model.TaskHubName;
import io.hubgate.tracking.LifecycleEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Sorts the events of one delivery: what is understood, by hub; what is not; and what is ignored. */
final class Sorting {
    /** Clocks of hosts differ; one that is further ahead than this is wrong (rule E-2). */
    private static final Duration MOST_AHEAD = Duration.ofMinutes(10);

    /** The events of one hub. */
    record Group(TaskHubName hub, List<LifecycleEvent> events) {}

    private final Instant receivedAt;
    private final Instant latest;
    private final Map<String, Group> groups = new LinkedHashMap<>();
    private final List<Malformed> malformed = new ArrayList<>(0);
    private int accepted;
    private int ignored;
    private @Nullable Group last;

    Sorting(List<IncomingEvent> events, Instant receivedAt) {
        this.receivedAt = receivedAt;
        latest = receivedAt.plus(MOST_AHEAD);
        events.forEach(this::sort);
    }

    private void sort(IncomingEvent incoming) {
        if (incoming instanceof Parsed parsed) {
            sort(parsed.event());
        } else if (incoming instanceof Malformed bad) {
            malformed.add(bad);
        } else {
            ignored++;
        }
    }

    private void sort(LifecycleEvent event) {
        if (event.eventTime().isAfter(latest)) {
            malformed.add(new Malformed(
                    "its time is more than " + MOST_AHEAD.toMinutes() + " minutes ahead of its receipt",
                    event.hub(),
                    event.eventTime() + " " + event.status() + " " + event.instance() + " " + event.function()));
        } else {
            accepted++;
            groupOf(event.hub()).events().add(event);
        }
    }

    /** Nearly always the hub is that of the event before. */
    private Group groupOf(TaskHubName hub) {
        Group group = last;
        if (group == null || !group.hub().equals(hub)) {
            group = groups.computeIfAbsent(hub.key(), key -> new Group(hub, new ArrayList<>()));
            last = group;
        }
        return group;
    }

    Instant receivedAt() {
        return receivedAt;
    }

    Iterable<Group> groups() {
        return groups.values();
    }

    List<Malformed> malformed() {
        return malformed;
    }

    DeliveryReport report() {
        return new DeliveryReport(accepted, ignored, malformed.size());
    }
}
