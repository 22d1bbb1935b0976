// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.examples.backend.api;

import io.hubgate.examples.backend.http.Call;
import io.hubgate.examples.backend.http.HttpAnswer;
import io.hubgate.examples.backend.http.Route;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

/** What everybody may ask: whether the process lives, whether it can serve, and what it can be asked. */
final class OpenCalls {
    private final Runnable askStore;

    /**
     * Creates the calls.
     *
     * @param askStore reads something from the store, and throws if it does not answer
     */
    OpenCalls(Runnable askStore) {
        this.askStore = askStore;
    }

    /**
     * Returns the calls of this group.
     *
     * @return the routes
     */
    List<Route> routes() {
        return List.of(
                Route.get("/healthz", null, this::lives),
                Route.get("/readyz", null, this::serves),
                Route.get("/openapi.yaml", null, this::contract));
    }

    private HttpAnswer lives(Call call) {
        return HttpAnswer.text(200, "live\n");
    }

    private HttpAnswer serves(Call call) {
        askStore.run();
        return HttpAnswer.text(200, "ready\n");
    }

    private HttpAnswer contract(Call call) {
        try (InputStream in = OpenCalls.class.getResourceAsStream("/openapi.yaml")) {
            return HttpAnswer.bytes(
                    "application/yaml",
                    Objects.requireNonNull(in, "openapi.yaml").readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException("the contract cannot be read", e);
        }
    }
}
