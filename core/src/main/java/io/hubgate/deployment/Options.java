// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.deployment;

import io.hubgate.error.InvalidValueException;
import io.hubgate.model.Holder;
import io.hubgate.model.Token;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a caller may say with any command. Immutable; begin with {@link #NONE}.
 *
 * @param observed what the caller read from Azure before, or null if it did not look
 * @param holder the pipeline run, or null
 * @param lease how long the deployment is held, up to thirty days, or null for the default
 * @param reason why, for the decision log, or null
 * @param force an order to go on against the verdict, or null
 * @param ifMatch the token that was read before looking, or null
 */
public record Options(
        @Nullable ObservedHub observed,
        @Nullable Holder holder,
        @Nullable Duration lease,
        @Nullable String reason,
        @Nullable Force force,
        @Nullable Token ifMatch) {
    /** Nothing said. */
    public static final Options NONE = new Options(null, null, null, null, null, null);

    private static final Duration LONGEST_LEASE = Duration.ofDays(30);
    private static final int LONGEST_REASON = 1024;

    /** Checks lease and reason. */
    public Options {
        if (lease != null && (lease.isNegative() || lease.isZero() || lease.compareTo(LONGEST_LEASE) > 0)) {
            throw new InvalidValueException(
                    "lease " + lease + " is out of range", "give more than zero and at most P30D");
        }
        if (reason != null && reason.length() > LONGEST_REASON) {
            throw new InvalidValueException("the reason is too long", "give at most " + LONGEST_REASON + " characters");
        }
    }

    /**
     * Returns these options with an observation.
     *
     * @param hub what was read
     * @return the options
     */
    public Options observing(ObservedHub hub) {
        return new Options(hub, holder, lease, reason, force, ifMatch);
    }

    /**
     * Returns these options with a holder.
     *
     * @param run the pipeline run
     * @return the options
     */
    public Options heldBy(Holder run) {
        return new Options(observed, run, lease, reason, force, ifMatch);
    }

    /**
     * Returns these options with a lease.
     *
     * @param time how long
     * @return the options
     */
    public Options leasedFor(Duration time) {
        return new Options(observed, holder, time, reason, force, ifMatch);
    }

    /**
     * Returns these options with a reason.
     *
     * @param why the reason
     * @return the options
     */
    public Options because(String why) {
        return new Options(observed, holder, lease, why, force, ifMatch);
    }

    /**
     * Returns these options with a force.
     *
     * @param order the order
     * @return the options
     */
    public Options forced(Force order) {
        return new Options(observed, holder, lease, reason, order, ifMatch);
    }

    /**
     * Returns these options with the token of an earlier answer.
     *
     * @param token the token
     * @return the options
     */
    public Options ifMatch(Token token) {
        return new Options(observed, holder, lease, reason, force, token);
    }
}
