// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.delivery;

import io.hubgate.model.TaskHubName;
import io.hubgate.tracking.LifecycleEvent;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a parser made of one event of a delivery. One event never decides over its neighbours. */
public sealed interface IncomingEvent {
    /**
     * A lifecycle event that was understood.
     *
     * @param event the event
     */
    record Parsed(LifecycleEvent event) implements IncomingEvent {}

    /**
     * An event of a kind that Hubgate has no use for: it is counted and dropped.
     *
     * @param type what kind it said it was
     */
    record Ignored(String type) implements IncomingEvent {}

    /**
     * An event that cannot be understood: it is put aside for an operator and counts against the hub that it names, or against every hub.
     *
     * @param reason one sentence: what is wrong
     * @param hub the hub that it names, or null if that cannot be read
     * @param excerpt the beginning of the event, up to {@link #LONGEST_EXCERPT} characters
     */
    record Malformed(String reason, @Nullable TaskHubName hub, String excerpt) implements IncomingEvent {
        /** How much of a malformed event is kept. */
        public static final int LONGEST_EXCERPT = 1024;

        /** Cuts the excerpt. */
        public Malformed {
            Objects.requireNonNull(reason, "reason");
            if (excerpt.length() > LONGEST_EXCERPT) {
                excerpt = excerpt.substring(0, LONGEST_EXCERPT);
            }
        }
    }
}
