// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.examples.backend.http;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One request and its answer, as logs and metrics see them: without query, headers and bodies.
 *
 * @param requestId the id that the answer named
 * @param method the HTTP method, foreign text
 * @param path the decoded path, foreign text
 * @param route the path of the route that took it, or {@code none}
 * @param status the status of the answer
 * @param took from the first byte to the last
 * @param actor the name of the caller's key, or null if nobody was let in
 */
public record Exchange(
        String requestId,
        String method,
        String path,
        String route,
        int status,
        Duration took,
        @Nullable String actor) {
    /** Hears of each exchange, after it; must be quick and thread-safe. */
    @FunctionalInterface
    public interface Listener {
        /**
         * Hears of an exchange.
         *
         * @param exchange what happened
         */
        void answered(Exchange exchange);
    }
}
