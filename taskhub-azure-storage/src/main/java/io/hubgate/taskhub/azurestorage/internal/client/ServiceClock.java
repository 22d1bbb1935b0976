// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.taskhub.azurestorage.internal.client;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** What the {@code Date} headers of an account's answers say, in whole seconds (rule R-22). Thread-safe. */
public final class ServiceClock {
    private final AtomicReference<@Nullable Instant> first = new AtomicReference<>();
    private final AtomicReference<@Nullable Instant> last = new AtomicReference<>();

    /** Begins without having seen an answer. */
    public ServiceClock() {}

    /**
     * Returns the time of the first answer.
     *
     * @return the time, not after the answer
     * @throws StorageTrouble if no answer had one
     */
    public Instant first() {
        return known(first.get());
    }

    /**
     * Returns the time of the last answer.
     *
     * @return the time
     * @throws StorageTrouble if no answer had one
     */
    public Instant last() {
        return known(last.get());
    }

    void saw(@Nullable String header) {
        Instant time = read(header);
        if (time != null) {
            first.compareAndSet(null, time);
            last.accumulateAndGet(time, (known, now) -> known != null && known.isAfter(now) ? known : now);
        }
    }

    /**
     * Reads a header.
     *
     * @param header the text of a {@code Date} header, or null
     * @return the time, or null if it is none
     */
    public static @Nullable Instant read(@Nullable String header) {
        if (header == null) {
            return null;
        }
        try {
            return ZonedDateTime.parse(header, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static Instant known(@Nullable Instant time) {
        if (time == null) {
            throw Failures.garbage("its answers have no Date header");
        }
        return time;
    }
}
