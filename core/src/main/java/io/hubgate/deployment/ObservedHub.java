// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.deployment;

import io.hubgate.model.TaskHubName;
import org.jspecify.annotations.Nullable;

/**
 * The hub that a slot's own settings name, as the caller read them from Azure (rule P-11).
 *
 * @param hub the hub, or null if the settings name none
 */
public record ObservedHub(@Nullable TaskHubName hub) {
    /** The settings name no hub. */
    public static final ObservedHub NONE = new ObservedHub(null);

    /**
     * Returns what a caller read.
     *
     * @param text a hub name, or an empty text if the settings name none
     * @return the observation
     */
    public static ObservedHub of(String text) {
        return text.isEmpty() ? NONE : new ObservedHub(new TaskHubName(text));
    }

    @Override
    public String toString() {
        return hub == null ? "no hub" : hub.value();
    }
}
