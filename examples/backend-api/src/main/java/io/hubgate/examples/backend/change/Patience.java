// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.examples.backend.change;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Asks a question again and again until its answer will do or the time is up. Each waiting caller keeps a thread, so they are few. */
public final class Patience {
    /** How many callers may wait at a time. */
    public static final int MOST_WAITERS = 64;

    private static final Duration AT_LEAST_EVERY = Duration.ofSeconds(5);
    private static final Duration AT_MOST_EVERY = Duration.ofMillis(100);

    private final Changes changes;
    private final InstantSource clock;

    /**
     * Creates patience.
     *
     * @param changes what wakes
     * @param clock tells when something ripens by itself
     */
    public Patience(Changes changes, InstantSource clock) {
        this.changes = changes;
        this.clock = clock;
    }

    /**
     * The last answer, and whether it was waited for.
     *
     * @param value the answer
     * @param refused whether too many others waited already, so that this one could not
     * @param <T> what was asked for
     */
    public record Outcome<T>(T value, boolean refused) {}

    /**
     * Asks until the answer will do.
     *
     * @param longest how long at most; zero asks once
     * @param question what is asked
     * @param willDo whether an answer will do
     * @param ripens when an answer changes by itself, or null if that is not known
     * @param <T> what is asked for
     * @return the last answer
     */
    public <T> Outcome<T> await(
            Duration longest, Supplier<T> question, Predicate<T> willDo, Function<T, @Nullable Instant> ripens) {
        if (longest.isZero()) {
            return new Outcome<>(question.get(), false);
        }
        Optional<Changes.Follower> follower = changes.follow(Changes.Kind.WAITER, MOST_WAITERS);
        if (follower.isEmpty()) {
            return new Outcome<>(question.get(), true);
        }
        try (Changes.Follower waiter = follower.get()) {
            return new Outcome<>(ask(waiter, System.nanoTime() + longest.toNanos(), question, willDo, ripens), false);
        }
    }

    private <T> T ask(
            Changes.Follower waiter,
            long end,
            Supplier<T> question,
            Predicate<T> willDo,
            Function<T, @Nullable Instant> ripens) {
        while (true) {
            T answer = question.get();
            long left = end - System.nanoTime();
            if (willDo.test(answer) || left <= 0 || changes.isClosed()) {
                return answer;
            }
            try {
                waiter.rest(shorter(Duration.ofNanos(left), AT_MOST_EVERY));
                Duration rest = Duration.ofNanos(Math.max(0, end - System.nanoTime()));
                waiter.await(shorter(rest, untilRipe(ripens.apply(answer))));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return answer;
            }
        }
    }

    private Duration untilRipe(@Nullable Instant ripe) {
        if (ripe == null) {
            return AT_LEAST_EVERY;
        }
        Duration left = Duration.between(clock.instant(), ripe);
        return left.isNegative() ? AT_MOST_EVERY : shorter(left, AT_LEAST_EVERY);
    }

    private static Duration shorter(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }
}
