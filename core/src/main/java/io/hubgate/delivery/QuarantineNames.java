// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.delivery;

import io.hubgate.tracking.QuarantineId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Gives names to quarantined events: the time of receipt, so that names sort by it, then a number of this process, then a word of this process
 * that no other one has. Thread-safe.
 */
final class QuarantineNames {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuuMMdd't'HHmmssnnnnnnnnn", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private final String process = UUID.randomUUID().toString().substring(0, 8);
    private final AtomicInteger number = new AtomicInteger();

    QuarantineId next(Instant receivedAt) {
        return new QuarantineId(
                TIME.format(receivedAt) + String.format(Locale.ROOT, "-%08x-%s", number.getAndIncrement(), process));
    }
}
