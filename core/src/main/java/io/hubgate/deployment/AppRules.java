// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.deployment;

import io.hubgate.readiness.AppPolicy;
import io.hubgate.readiness.Waiver;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What an app decided about its own verdicts. It is a part of the app's record, so that a verdict and the write that stands on it are under one
 * revision: a waiver that is taken back in between makes the write fail. Immutable.
 *
 * @param policy how careful its verdicts are
 * @param waivers its audited exceptions, oldest first; some may be over
 */
public record AppRules(AppPolicy policy, List<Waiver> waivers) {
    /** Nothing decided: the safe defaults, and no exception. */
    public static final AppRules NONE = new AppRules(AppPolicy.DEFAULT, List.of());

    /** How many waivers an app may have at once. */
    public static final int MOST_WAIVERS = 100;

    /** Copies the list. */
    public AppRules {
        Objects.requireNonNull(policy, "policy");
        waivers = List.copyOf(waivers);
    }

    AppRules with(AppPolicy other) {
        return new AppRules(other, waivers);
    }

    /** These rules with one waiver more, and without those that are over. */
    AppRules with(Waiver waiver, Instant now) {
        List<Waiver> kept = new ArrayList<>(waiversAt(now));
        kept.add(waiver);
        return new AppRules(policy, kept);
    }

    AppRules without(Waiver waiver) {
        return new AppRules(
                policy, waivers.stream().filter(other -> !other.equals(waiver)).toList());
    }

    /** The waivers whose time is not over. */
    List<Waiver> waiversAt(Instant now) {
        return waivers.stream().filter(waiver -> now.isBefore(waiver.until())).toList();
    }

    /**
     * Returns a waiver.
     *
     * @param id its id, in any casing
     * @return the waiver, or empty if there is none
     */
    public Optional<Waiver> waiver(String id) {
        return waivers.stream()
                .filter(waiver -> waiver.id().equalsIgnoreCase(id))
                .findFirst();
    }
}
