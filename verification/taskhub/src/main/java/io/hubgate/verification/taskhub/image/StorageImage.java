// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.verification.taskhub.image;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The storage of some hubs at one moment.
 *
 * @param takenAt when, on the service's clock
 * @param hubs the account that the apps use
 * @param trackingStore the account of a tracking store, or null without one
 * @param trackingPrefix how the tables of the tracking store begin, or null without one
 */
public record StorageImage(
        Instant takenAt,
        Account hubs,
        @Nullable Account trackingStore,
        @Nullable String trackingPrefix) {
    public StorageImage {
        Objects.requireNonNull(takenAt, "takenAt");
        Objects.requireNonNull(hubs, "hubs");
        if ((trackingStore == null) != (trackingPrefix == null)) {
            throw new IllegalArgumentException("a tracking store has an account and a prefix");
        }
    }

    /** The account of tables, leases and large messages. */
    public Account tracking() {
        return trackingStore == null ? hubs : trackingStore;
    }

    /** The same, as if it had been taken at another time: every time in it moves along. */
    public StorageImage at(Instant time) {
        return new TimeShift(Duration.between(takenAt, time)).of(this);
    }

    /**
     * The same with other hubs in it, each named as before with a suffix behind.
     *
     * @param names how the hubs are called
     * @param suffix lower-case letters and digits
     */
    public StorageImage withSuffix(Set<String> names, String suffix) {
        Set<String> all = new HashSet<>(names);
        if (trackingPrefix != null) {
            all.add(trackingPrefix);
        }
        return new HubSuffix(all, suffix).of(this);
    }
}
