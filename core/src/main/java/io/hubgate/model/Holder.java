// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.model;

import org.jspecify.annotations.Nullable;

/**
 * The pipeline run that holds a deployment, such as {@code orders-cd #421}. Two holders are the same when their names are.
 *
 * @param name 1 to 256 characters without control characters
 * @param url where a person can look at the run, https or http, up to 2,048 characters; or null
 */
public record Holder(String name, @Nullable String url) {
    /** Checks name and url. */
    public Holder {
        name = Text.line("holder", name, 256);
        url = url == null ? null : WebUrl.checked("holder url", url);
    }

    /**
     * Returns a holder without a url.
     *
     * @param name the name
     * @return the holder
     */
    public static Holder of(String name) {
        return new Holder(name, null);
    }

    /**
     * Returns the holder of a deployment whose caller named none: its hub.
     *
     * @param hub the hub of the deployment
     * @return the holder
     */
    public static Holder of(TaskHubName hub) {
        return of(hub.value());
    }

    /**
     * Tells whether both are the same pipeline run.
     *
     * @param other another holder
     * @return true if the names are equal
     */
    public boolean isSameAs(Holder other) {
        return name.equals(other.name);
    }

    @Override
    public String toString() {
        return name;
    }
}
