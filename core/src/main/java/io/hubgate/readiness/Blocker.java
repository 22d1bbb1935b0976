// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.readiness;

import io.hubgate.model.TaskHubName;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One named reason against READY (rule R-3).
 *
 * @param code the stable code
 * @param message one sentence for a person
 * @param fix what can be done about it
 * @param taskHub the hub that it is about
 * @param count how many things block, at least 1
 * @param oldest since when the oldest of them does, or null if that is not known
 * @param instances the oldest of them as samples, oldest first
 * @param readyAt when it ends by itself, or null if it does not or that is not known
 * @param notBefore before when it does not end by itself, or null if that is not known. Timers of more than 3 days are split by the engine:
 *     what is due near the end of such a piece may go on. An event from outside may end it earlier where its instance listens to one
 * @param atLatest when it has ended by itself at the latest, if nothing new comes, or null if that is not known
 */
public record Blocker(
        BlockerCode code,
        String message,
        String fix,
        TaskHubName taskHub,
        long count,
        @Nullable Instant oldest,
        List<Sample> instances,
        @Nullable Instant readyAt,
        @Nullable Instant notBefore,
        @Nullable Instant atLatest)
        implements Finding {
    /**
     * Copies the samples.
     *
     * @throws IllegalArgumentException if nothing blocks
     */
    public Blocker {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(taskHub, "taskHub");
        if (count < 1) {
            throw new IllegalArgumentException("a blocker counts at least one thing");
        }
        instances = List.copyOf(instances);
    }

    /**
     * Returns a blocker that is one fact, without instances.
     *
     * @param code the stable code
     * @param taskHub the hub
     * @param message one sentence
     * @param fix what can be done
     * @param readyAt when it ends by itself, or null
     * @return the blocker
     */
    public static Blocker of(
            BlockerCode code, TaskHubName taskHub, String message, String fix, @Nullable Instant readyAt) {
        return new Blocker(code, message, fix, taskHub, 1, null, List.of(), readyAt, null, null);
    }

    /** A blocker that counts several things and has no samples. */
    static Blocker counted(BlockerCode code, TaskHubName taskHub, String message, String fix, long count) {
        return new Blocker(code, message, fix, taskHub, count, null, List.of(), null, null, null);
    }

    /** The same with what is known of its end. */
    Blocker ending(@Nullable Instant earliest, @Nullable Instant latest) {
        return new Blocker(code, message, fix, taskHub, count, oldest, instances, readyAt, earliest, latest);
    }

    @Override
    public String codeName() {
        return code.name();
    }
}
