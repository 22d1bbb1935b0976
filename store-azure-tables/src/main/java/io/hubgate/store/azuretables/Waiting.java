// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.store.azuretables;

import io.hubgate.store.Deadline;
import io.hubgate.store.StoreUnavailableException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** How a calling thread waits: for an answer, or before it asks again. Never past its deadline, and an interruption ends it. */
final class Waiting {
    private static final Duration FIRST_PAUSE = Duration.ofMillis(20);
    private static final int LONGEST_SHIFT = 6;

    private Waiting() {}

    /** Ends an operation that has no time left, or whose thread is interrupted. */
    static void check(String what, Deadline deadline) {
        if (Thread.currentThread().isInterrupted()) {
            throw new StoreUnavailableException(what + " was interrupted");
        }
        deadline.check(what);
    }

    /**
     * Waits for an answer.
     *
     * @return the answer; null if the request yields none
     * @throws Exception what the request failed with; a TimeoutException if no answer came; an InterruptedException
     */
    static <T> @Nullable T answer(CompletableFuture<T> request, Duration longest) throws Exception {
        try {
            return request.get(Math.max(1, longest.toNanos()), TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        } catch (TimeoutException | InterruptedException e) {
            request.cancel(true);
            throw e;
        }
    }

    /** Pauses before the next attempt, longer each time and never all callers at once; false if there is no time for it. */
    static boolean beforeAttempt(int attempt, Duration atLeast, Deadline deadline) {
        long most = FIRST_PAUSE.toNanos() << Math.min(attempt, LONGEST_SHIFT);
        long pause = Math.max(atLeast.toNanos(), ThreadLocalRandom.current().nextLong(most / 2, most + 1));
        if (deadline.left().toNanos() <= pause) {
            return false;
        }
        try {
            // Nobody counts it down: it is a pause that an interruption ends.
            return !new CountDownLatch(1).await(pause, TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
