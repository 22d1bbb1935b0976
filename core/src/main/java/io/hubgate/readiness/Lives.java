// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.readiness;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The lives of all backends on one store, from which follows when there was none (rule R-10). What is not known counts as an outage; only
 * what lies before the first known life is taken for the time before the installation. Immutable.
 *
 * @param all the lives in any order; they may overlap
 */
public record Lives(List<Life> all) {
    /** Clocks that differ by more are said to be wrong (rule R-22). */
    private static final Duration CLOCKS_DIFFER = Duration.ofSeconds(5);

    /** After this no gap holds up any verdict: the longest that events are late, the longest settle window, and a day to spare. */
    private static final Duration REMEMBERED = Duration.ofDays(3);

    /** Copies the list. */
    public Lives {
        all = List.copyOf(all);
    }

    /**
     * Returns the outage that holds up verdicts longest. A life that ends in the future proves nothing: its clock is wrong.
     *
     * @param now the moment; a time without a life that lasts until now is an outage that ends now
     * @param window the settle window
     * @return the outage, or empty if there was always a backend since the first one
     */
    public Optional<Outage> worstOutage(Instant now, Duration window) {
        List<Outage> gaps = new ArrayList<>();
        Instant covered = null;
        for (Life life : credible(now)) {
            if (covered != null && life.since().isAfter(covered)) {
                gaps.add(new Outage(life.since(), Duration.between(covered, life.since())));
            }
            covered = covered == null || life.until().isAfter(covered) ? life.until() : covered;
        }
        if (covered != null && covered.isBefore(now)) {
            gaps.add(new Outage(now, Duration.between(covered, now)));
        }
        return gaps.stream().max(Comparator.comparing(gap -> gap.silentFrom(window)));
    }

    private List<Life> credible(Instant now) {
        return all.stream()
                .filter(life -> !life.until().isAfter(now.plus(CLOCKS_DIFFER)))
                .sorted(Comparator.comparing(Life::since))
                .toList();
    }

    /**
     * Tells whether a life adds nothing any more to what the others say of the last three days.
     *
     * @param life one of the lives
     * @param now the moment
     * @return true if it may be forgotten
     */
    public boolean isTold(Life life, Instant now) {
        Instant longAgo = now.minus(REMEMBERED);
        return all.stream()
                .filter(other -> !other.equals(life))
                .anyMatch(other -> other.covers(life)
                        || (other.since().isBefore(longAgo) && !other.until().isBefore(life.until())));
    }
}
