// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.examples.backend.api;

import io.hubgate.examples.backend.access.Role;
import io.hubgate.examples.backend.http.Answer;
import io.hubgate.examples.backend.http.Call;
import io.hubgate.examples.backend.http.Route;
import io.hubgate.examples.backend.metric.BackendMetrics;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What Prometheus reads. */
public final class MetricsCall {
    private final BackendMetrics metrics;

    /**
     * Creates the call.
     *
     * @param metrics the meters
     */
    public MetricsCall(BackendMetrics metrics) {
        this.metrics = metrics;
    }

    /**
     * Returns the calls of this group.
     *
     * @return the routes
     */
    public List<Route> routes() {
        return List.of(Route.get("/metrics", Role.READ, this::scrape));
    }

    private Answer scrape(Call call) {
        call.admit(Role.READ);
        return Answer.bytes(BackendMetrics.CONTENT_TYPE, metrics.scrape().getBytes(StandardCharsets.UTF_8));
    }
}
