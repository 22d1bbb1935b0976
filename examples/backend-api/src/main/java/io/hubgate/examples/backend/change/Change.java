// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.examples.backend.change;

import io.hubgate.model.AppName;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * What happened since somebody last asked.
 *
 * @param apps the apps that changed; when all may have changed this says nothing
 * @param allApps whether any app may have changed
 * @param accepted lifecycle events that were taken
 * @param ignored events of other kinds
 * @param quarantined events that were put aside
 */
public record Change(Set<AppName> apps, boolean allApps, long accepted, long ignored, long quarantined) {
    /** Nothing happened. */
    static final Change NONE = new Change(Set.of(), false, 0, 0, 0);

    private static final int MOST_APPS = 1_000;

    /** Copies the apps. */
    public Change {
        apps = Set.copyOf(apps);
    }

    static Change of(AppName app) {
        return new Change(Set.of(app), false, 0, 0, 0);
    }

    static Change ofAllApps() {
        return new Change(Set.of(), true, 0, 0, 0);
    }

    static Change ofEvents(int accepted, int ignored, int quarantined) {
        return new Change(Set.of(), false, accepted, ignored, quarantined);
    }

    /**
     * Tells whether apps changed.
     *
     * @return true if at least one did
     */
    public boolean hasApps() {
        return allApps || !apps.isEmpty();
    }

    /**
     * Tells whether events came.
     *
     * @return true if at least one did
     */
    public boolean hasEvents() {
        return accepted + ignored + quarantined > 0;
    }

    boolean isNothing() {
        return !hasApps() && !hasEvents();
    }

    Change and(Change other) {
        Set<AppName> both = new LinkedHashSet<>(apps);
        both.addAll(other.apps);
        boolean all = allApps || other.allApps || both.size() > MOST_APPS;
        return new Change(
                all ? Set.of() : both,
                all,
                accepted + other.accepted,
                ignored + other.ignored,
                quarantined + other.quarantined);
    }
}
