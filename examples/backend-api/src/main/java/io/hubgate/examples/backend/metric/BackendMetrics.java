// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.examples.backend.metric;

import io.hubgate.examples.backend.http.Exchange;
import io.micrometer.core.instrument.Timer;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;

/** The meters of the backend. Thread-safe. */
public final class BackendMetrics implements Exchange.Listener {
    /** The media type of {@link #scrape}. */
    public static final String CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8";

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

    /** Creates meters that count from zero. */
    public BackendMetrics() {}

    @Override
    public void answered(Exchange exchange) {
        Timer.builder("hubgate.http.requests")
                .description("requests by route and status")
                .tag("route", exchange.route())
                .tag("status", Integer.toString(exchange.status()))
                .register(registry)
                .record(exchange.took());
    }

    /**
     * Returns all meters in the text format of Prometheus.
     *
     * @return the text
     */
    public String scrape() {
        return registry.scrape();
    }
}
