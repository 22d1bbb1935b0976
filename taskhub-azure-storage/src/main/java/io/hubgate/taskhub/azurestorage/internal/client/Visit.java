// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.taskhub.azurestorage.internal.client;

import io.hubgate.store.Deadline;
import io.hubgate.taskhub.Trouble;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** One visit to one or two accounts: how long it may take, and what it has cost. Thread-safe. */
public final class Visit {
    /** A service that answered so long ago does not answer now. */
    private static final Duration SILENCE = Duration.ofSeconds(5);

    private final Deadline deadline;
    private final AtomicLong requests = new AtomicLong();
    private final AtomicBoolean throttled = new AtomicBoolean();
    private final AtomicReference<@Nullable Instant> answeredAt = new AtomicReference<>();

    /**
     * Creates a visit.
     *
     * @param deadline when it gives up
     */
    public Visit(Deadline deadline) {
        this.deadline = deadline;
    }

    /**
     * Returns when the visit gives up.
     *
     * @return the deadline
     */
    public Deadline deadline() {
        return deadline;
    }

    /**
     * Returns how many requests were sent, repeated ones included.
     *
     * @return the number
     */
    public long requests() {
        return requests.get();
    }

    /**
     * Names the end of the time.
     *
     * @param account which account was being read
     * @return what stood in the way: too many requests, no answers, or only too much to read
     */
    public StorageTrouble outOfTime(String account) {
        if (throttled.get()) {
            return Failures.throttled(account);
        }
        Instant last = answeredAt.get();
        if (last == null || last.plus(SILENCE).isBefore(deadline.clock().instant())) {
            return Failures.unreachable(account, "no answer came in time");
        }
        return new StorageTrouble(
                Trouble.INSPECTING,
                "the time for this inspection was over after " + requests + " requests, before everything was read",
                "give it more time, or purge the history of finished instances");
    }

    void sent() {
        requests.incrementAndGet();
    }

    void answered(boolean asksForFewer) {
        throttled.set(asksForFewer);
        answeredAt.set(deadline.clock().instant());
    }
}
