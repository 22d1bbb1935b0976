// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.taskhub.azurestorage.access;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How many requests each account gets: the watched app comes first (rule R-23). At most {@link #MOST} begin in any second for each account,
 * half as many after each answer that asks for fewer, and twice as many again after each half minute without one. Share one among all that ask
 * the same accounts. Thread-safe; its waits are told and not waited, so it starts no thread and holds none.
 */
public final class RequestRates {
    /** The most requests in a second and account. */
    public static final int MOST = 50;

    private final InstantSource clock;
    private final int most;
    private final Map<String, Pace> paces = new ConcurrentHashMap<>();

    /**
     * Creates rates of {@link #MOST} a second.
     *
     * @param clock what tells the time
     */
    public RequestRates(InstantSource clock) {
        this(clock, MOST);
    }

    /**
     * Creates lower rates.
     *
     * @param clock what tells the time
     * @param most the most requests in a second and account, 1 to {@link #MOST}
     * @throws IllegalArgumentException if it is out of range
     */
    public RequestRates(InstantSource clock, int most) {
        this.clock = Objects.requireNonNull(clock, "clock");
        if (most < 1 || most > MOST) {
            throw new IllegalArgumentException("1 to " + MOST + " requests a second, not " + most);
        }
        this.most = most;
    }

    /**
     * Reserves the next request.
     *
     * @param account which account
     * @return how long to wait before it is sent, often zero
     */
    public Duration reserve(StorageEndpoints account) {
        Instant now = clock.instant();
        return Duration.between(now, pace(account).next(now));
    }

    /**
     * Notes that the account asked for fewer requests.
     *
     * @param account which account
     */
    public void slowDown(StorageEndpoints account) {
        pace(account).halve(clock.instant());
    }

    /**
     * Returns how many requests may begin in a second now.
     *
     * @param account which account
     * @return the rate
     */
    public int rate(StorageEndpoints account) {
        return pace(account).rate(clock.instant());
    }

    private Pace pace(StorageEndpoints account) {
        return paces.computeIfAbsent(account.account(), name -> new Pace(most));
    }
}
