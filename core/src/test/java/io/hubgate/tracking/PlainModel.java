// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.tracking;

import io.hubgate.model.RuntimeStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** What the events of one instance amount to, said once more in the plainest way: look at all of them at once. */
@NullMarked
record PlainModel(
        RuntimeStatus status,
        Instant since,
        String function,
        String reason,
        @Nullable Instant firstSeen,
        @Nullable Instant lastTerminal) {
    static PlainModel of(Collection<LifecycleEvent> events) {
        Instant latest = times(events).get(events.size() - 1);
        List<LifecycleEvent> winners = new ArrayList<>();
        for (LifecycleEvent event : events) {
            if (event.eventTime().equals(latest)) {
                winners.add(event);
            }
        }
        if (winners.stream().anyMatch(event -> !event.status().isTerminal())) {
            winners.removeIf(event -> event.status().isTerminal());
        }
        winners.sort((a, b) -> text(a).compareTo(text(b)));
        LifecycleEvent winner = winners.get(winners.size() - 1);
        List<Instant> starts =
                times(events.stream().filter(e -> !e.status().isTerminal()).toList());
        List<Instant> ends =
                times(events.stream().filter(e -> e.status().isTerminal()).toList());
        return new PlainModel(
                winner.status(),
                latest,
                winner.function().value(),
                winner.reason(),
                starts.isEmpty() ? null : starts.get(0),
                ends.isEmpty() ? null : ends.get(ends.size() - 1));
    }

    static PlainModel of(InstanceRecord r) {
        return new PlainModel(r.status(), r.since(), r.function().value(), r.reason(), r.firstSeen(), r.lastTerminal());
    }

    /** Words and names of the test data hold no character as small as the separator, so this orders by word, function, reason. */
    private static String text(LifecycleEvent event) {
        return event.status().word() + "\0" + event.function().value() + "\0" + event.reason();
    }

    private static List<Instant> times(Collection<LifecycleEvent> events) {
        return events.stream()
                .map(event -> Objects.requireNonNull(event.eventTime()))
                .sorted()
                .toList();
    }
}
