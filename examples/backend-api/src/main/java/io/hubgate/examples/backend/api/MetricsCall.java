// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.examples.backend.api;

import io.hubgate.examples.backend.access.Role;
import io.hubgate.examples.backend.http.Call;
import io.hubgate.examples.backend.http.HttpAnswer;
import io.hubgate.examples.backend.http.Route;
import io.hubgate.examples.backend.metric.BackendMetrics;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What Prometheus reads. */
final class MetricsCall {
    private final BackendMetrics metrics;

    /**
     * Creates the call.
     *
     * @param metrics the meters
     */
    MetricsCall(BackendMetrics metrics) {
        this.metrics = metrics;
    }

    /**
     * Returns the calls of this group.
     *
     * @return the routes
     */
    List<Route> routes() {
        return List.of(Route.get("/metrics", Role.READ, this::scrape));
    }

    private HttpAnswer scrape(Call call) {
        call.admit(Role.READ);
        return HttpAnswer.bytes(BackendMetrics.CONTENT_TYPE, metrics.scrape().getBytes(StandardCharsets.UTF_8));
    }
}
