// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.readiness;

import io.hubgate.tracking.Traffic;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The quiet time that events must show before they count (rule R-10), on the clock of receipt. It is counted from the latest of the last
 * receipt, the staging and the confirmed end in production; and from the end of an outage, since a time in which nobody listened is not
 * quiet. Where the hub itself was read, what an outage kept back is known, and only the plain window counts.
 *
 * @param readyAt the moment from which the silence counts, or null if there is nothing to count from
 * @param afterOutage whether it is an outage that makes it last
 */
record SettleWindow(@Nullable Instant readyAt, boolean afterOutage) {
    /**
     * Returns the window of a case.
     *
     * @param hubCase the case
     * @return the window
     */
    static SettleWindow of(HubCase hubCase) {
        Duration window = hubCase.policy().settleWindow();
        Instant quiet = plus(lastStir(hubCase), window);
        Instant heard = afterOutage(hubCase.look() == null ? hubCase.events().outage() : null, window);
        boolean outage = heard != null && (quiet == null || heard.isAfter(quiet));
        return new SettleWindow(outage ? heard : quiet, outage);
    }

    /**
     * Tells whether the silence counts. At {@code readyAt} itself it does.
     *
     * @param now the moment
     * @return false before {@code readyAt}
     */
    boolean isOver(Instant now) {
        return readyAt == null || !now.isBefore(readyAt);
    }

    private static @Nullable Instant lastStir(HubCase hubCase) {
        Traffic traffic = hubCase.events().traffic();
        Standing standing = hubCase.standing();
        return Stream.of(
                        traffic == null ? null : traffic.lastReceipt(),
                        standing.stagedAt(),
                        standing.leftProductionAt())
                .filter(Objects::nonNull)
                .max(Instant::compareTo)
                .orElse(null);
    }

    private static @Nullable Instant afterOutage(@Nullable Outage outage, Duration window) {
        return outage == null ? null : outage.silentFrom(window);
    }

    private static @Nullable Instant plus(@Nullable Instant instant, Duration window) {
        return instant == null ? null : instant.plus(window);
    }
}
