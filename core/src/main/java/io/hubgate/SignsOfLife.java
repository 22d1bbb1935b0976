// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate;

import io.hubgate.error.HubgateException;
import io.hubgate.readiness.Life;
import io.hubgate.readiness.Lives;
import io.hubgate.readiness.Outage;
import io.hubgate.store.Deadline;
import io.hubgate.store.Revision;
import io.hubgate.store.StoreUnavailableException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes down that this backend is there, and tells from what all backends wrote when none was (rule R-10). A sign that could not be written
 * ends the life: while the store takes no sign it takes no event either. Thread-safe; it works on the threads of its callers.
 */
final class SignsOfLife {
    /** A sign may be late by this factor, on a busy machine, before the life counts as interrupted. */
    private static final int LATE = 3;

    private static final Logger LOG = LoggerFactory.getLogger(SignsOfLife.class);
    private static final Duration TIDIED_EVERY = Duration.ofHours(1);

    private final LifeRecords records;
    private final Duration every;
    private final Duration settleWindow;
    private final InstantSource clock;
    private final ReentrantLock giving = new ReentrantLock();
    private volatile @Nullable Pulse pulse;

    SignsOfLife(LifeRecords records, Duration every, Duration settleWindow, InstantSource clock) {
        this.records = records;
        this.every = every;
        this.settleWindow = settleWindow;
        this.clock = clock;
    }

    /**
     * What is known, as of the last sign.
     *
     * @param name under which the own life stands
     * @param own the own life
     * @param revision of its record
     * @param others the lives of all others, by their names
     * @param isBroken whether a later sign failed
     * @param tidiedAt when lives that add nothing were last removed
     */
    private record Pulse(
            String name, Life own, Revision revision, Map<String, Life> others, boolean isBroken, Instant tidiedAt) {
        Pulse broken() {
            return new Pulse(name, own, revision, others, true, tidiedAt);
        }
    }

    /** Gives a sign if the last one is old enough and nobody else is giving one. */
    void give(Deadline deadline) {
        if (isOlder(every)) {
            tryToGive(deadline);
        }
    }

    /** Gives a sign if whoever should do so regularly does not. A delivery that is taken is a sign by itself, so its failure is not told. */
    void giveIfOverdue(Deadline deadline) {
        if (isOlder(every.multipliedBy(2))) {
            try {
                tryToGive(deadline);
            } catch (HubgateException e) {
                LOG.debug("a delivery was taken, and no sign of life could be given", e);
            }
        }
    }

    private void tryToGive(Deadline deadline) {
        if (giving.tryLock()) {
            try {
                sign(deadline);
            } finally {
                giving.unlock();
            }
        }
    }

    /** The outage that holds up verdicts longest; before the first sign it is given here, since nothing is known without it. */
    Optional<Outage> worstOutage(Deadline deadline) {
        Pulse known = pulse;
        return lives(known == null ? first(deadline) : known).worstOutage(clock.instant(), settleWindow);
    }

    private Pulse first(Deadline deadline) {
        lock(deadline);
        try {
            Pulse known = pulse;
            return known == null ? sign(deadline) : known;
        } finally {
            giving.unlock();
        }
    }

    private void lock(Deadline deadline) {
        try {
            if (giving.tryLock(deadline.left().toNanos(), TimeUnit.NANOSECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreUnavailableException("interrupted while the signs of life were read", e);
        }
        throw new StoreUnavailableException("the signs of life were not read before the deadline");
    }

    private boolean isOlder(Duration age) {
        Pulse known = pulse;
        return known == null
                || known.isBroken
                || !clock.instant().isBefore(known.own.until().plus(age));
    }

    private boolean isUnbroken(Pulse known, Instant now) {
        return !known.isBroken && !now.isAfter(known.own.until().plus(every.multipliedBy(LATE)));
    }

    /** All lives; the own one lasts until now, as long as the next sign is not late. */
    private Lives lives(Pulse known) {
        Instant now = clock.instant();
        Life own = isUnbroken(known, now) ? known.own.through(now) : known.own;
        return LifeRecords.lives(known.others, own);
    }

    private Pulse sign(Deadline deadline) {
        Pulse known = pulse;
        try {
            Instant now = clock.instant();
            Pulse next = known != null && isUnbroken(known, now) ? goOn(known, now, deadline) : begin(now, deadline);
            pulse = next;
            return next;
        } catch (HubgateException e) {
            pulse = known == null ? null : known.broken();
            throw e;
        }
    }

    private Pulse goOn(Pulse known, Instant now, Deadline deadline) {
        Life own = known.own.through(now);
        Optional<Revision> revision = records.replace(known.name, known.revision, own, deadline);
        if (revision.isEmpty()) {
            return begin(now, deadline);
        }
        boolean untidy = !now.isBefore(known.tidiedAt.plus(TIDIED_EVERY));
        if (!untidy && !isInDoubt(known, now)) {
            return new Pulse(known.name, own, revision.get(), known.others, false, known.tidiedAt);
        }
        Map<String, Life> others = records.others(known.name, deadline);
        if (untidy) {
            records.forgetTold(others, own, deadline);
        }
        return new Pulse(known.name, own, revision.get(), others, false, untidy ? now : known.tidiedAt);
    }

    /** Another backend may show later that it lived through what looks like an outage from here. */
    private boolean isInDoubt(Pulse known, Instant now) {
        return lives(known)
                .worstOutage(now, settleWindow)
                .filter(outage -> outage.silentFrom(settleWindow).isAfter(now))
                .isPresent();
    }

    private Pulse begin(Instant now, Deadline deadline) {
        String name = LifeRecords.newName();
        Map<String, Life> others = records.others(name, deadline);
        Life own = new Life(now, now);
        Revision revision = records.create(name, own, deadline);
        records.forgetTold(others, own, deadline);
        return new Pulse(name, own, revision, others, false, now);
    }
}
