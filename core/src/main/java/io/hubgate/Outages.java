// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate;

import io.hubgate.readiness.Outage;
import io.hubgate.store.Deadline;
import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Knows when nobody was there to take events: what it was told, and what the signs of life show if there are any. Thread-safe. */
final class Outages {
    private final @Nullable Outage told;
    private final @Nullable SignsOfLife signs;
    private final Duration settleWindow;

    Outages(@Nullable Outage told, @Nullable SignsOfLife signs, Duration settleWindow) {
        this.told = told;
        this.signs = signs;
        this.settleWindow = settleWindow;
    }

    /** The outage that holds up verdicts longest, or null if there was none. */
    @Nullable
    Outage worst(Deadline deadline) {
        Optional<Outage> shown = signs == null ? Optional.empty() : signs.worstOutage(deadline);
        return Stream.concat(Optional.ofNullable(told).stream(), shown.stream())
                .max(Comparator.comparing(outage -> outage.silentFrom(settleWindow)))
                .orElse(null);
    }

    void giveSign(Deadline deadline) {
        if (signs != null) {
            signs.give(deadline);
        }
    }

    void stillHere(Deadline deadline) {
        if (signs != null) {
            signs.giveIfOverdue(deadline);
        }
    }
}
