// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.examples.backend.metric;

import io.hubgate.examples.backend.http.Exchange;
import io.hubgate.observe.HubgateListener;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.function.Supplier;

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
     * Shows a number as it is now.
     *
     * @param name the meter, with dots
     * @param description what it is
     * @param value asked at each scrape
     */
    public void show(String name, String description, Supplier<Number> value) {
        Gauge.builder(name, value).description(description).register(registry);
    }

    /**
     * Returns what counts what Hubgate tells.
     *
     * @return a listener
     */
    public HubgateListener listener() {
        return new HubgateMetrics(registry);
    }

    /**
     * Puts a clock before a store.
     *
     * @param type the interface of the store
     * @param store the store
     * @param <T> the interface of the store
     * @return the same store, with each operation timed
     */
    public <T> T timed(Class<T> type, T store) {
        return TimedStore.of(type, store, registry);
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
