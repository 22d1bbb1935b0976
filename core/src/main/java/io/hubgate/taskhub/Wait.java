// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.taskhub;

import io.hubgate.model.InstanceId;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Something that an orchestration began and that has not come back, read from its history. */
public sealed interface Wait {
    /**
     * Returns since when it waits.
     *
     * @return the time of the event in the history, on a host's clock
     */
    Instant since();

    /**
     * An activity that is queued or executes.
     *
     * @param name the activity's function
     * @param since when it was scheduled
     */
    record Activity(String name, Instant since) implements Wait {
        /** Checks that the parts exist. */
        public Activity {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(since, "since");
        }
    }

    /**
     * A timer that has not fired.
     *
     * @param timerId its id in the generation
     * @param since when it was created
     * @param firesAt when it is due; the engine splits timers of more than 3 days, so one that is due near the end of such a hop may be
     *     followed by another
     */
    record Timer(int timerId, Instant since, Instant firesAt) implements Wait {
        /** Checks that the parts exist. */
        public Timer {
            Objects.requireNonNull(since, "since");
            Objects.requireNonNull(firesAt, "firesAt");
        }
    }

    /**
     * A sub-orchestration that has not ended.
     *
     * @param instance its id, or null if the history does not say
     * @param name its orchestrator
     * @param since when it was scheduled
     */
    record SubOrchestration(@Nullable InstanceId instance, String name, Instant since) implements Wait {
        /** Checks that the parts exist. */
        public SubOrchestration {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(since, "since");
        }
    }
}
