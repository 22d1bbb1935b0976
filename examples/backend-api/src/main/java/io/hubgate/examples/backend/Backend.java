// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.examples.backend;

import io.hubgate.examples.backend.access.Doorkeeper;
import io.hubgate.examples.backend.access.KeysFile;
import io.hubgate.examples.backend.api.MetricsCall;
import io.hubgate.examples.backend.api.OpenCalls;
import io.hubgate.examples.backend.http.Exchange;
import io.hubgate.examples.backend.http.Route;
import io.hubgate.examples.backend.http.Server;
import io.hubgate.examples.backend.log.AccessLog;
import io.hubgate.examples.backend.metric.BackendMetrics;
import io.hubgate.examples.backend.page.ExampleLines;
import io.hubgate.examples.backend.page.PageCalls;
import io.hubgate.examples.backend.settings.Setting;
import io.hubgate.examples.backend.settings.Settings;
import io.hubgate.examples.backend.settings.SettingsException;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The running backend: everything wired together, from settings to socket. */
public final class Backend implements AutoCloseable {
    private final Server server;
    private final String greeting;

    private Backend(Server server, String greeting) {
        this.server = server;
        this.greeting = greeting;
    }

    /**
     * Starts a backend.
     *
     * @param settings how it is set up
     * @return the running backend
     * @throws SettingsException if the keys file cannot be used, or the port is taken
     */
    public static Backend start(Settings settings) {
        InstantSource clock = InstantSource.system();
        @Nullable KeysFile keys = keys(settings.keysFile(), clock);
        BackendMetrics metrics = new BackendMetrics();
        AtomicReference<@Nullable URI> address =
                new AtomicReference<>(settings.listen().publicUrl());
        List<Route> routes = new ArrayList<>();
        routes.addAll(new OpenCalls(() -> {}).routes());
        routes.addAll(new MetricsCall(metrics).routes());
        routes.addAll(
                new PageCalls(new ExampleLines(() -> Objects.requireNonNull(address.get()), keys != null)).routes());
        AccessLog accessLog = new AccessLog();
        Exchange.Listener listener = exchange -> {
            metrics.answered(exchange);
            accessLog.answered(exchange);
        };
        Server server = Server.start(settings, routes, new Doorkeeper(keys), listener);
        address.compareAndSet(null, server.url());
        return new Backend(server, greeting(server.url(), keys));
    }

    private static @Nullable KeysFile keys(@Nullable Path file, InstantSource clock) {
        try {
            return file == null ? null : new KeysFile(file, clock);
        } catch (IllegalArgumentException e) {
            throw new SettingsException(
                    Setting.KEYS_FILE.variable() + " '" + file + "' cannot be used: " + e.getMessage());
        }
    }

    private static String greeting(URI url, @Nullable KeysFile keys) {
        String access = keys == null ? "no keys: every local caller has all roles" : keys.size() + " keys";
        return "hubgate is ready on " + url + " (memory store, " + access + ")";
    }

    /**
     * Returns the line that says where the backend is and who may use it.
     *
     * @return one line
     */
    public String greeting() {
        return greeting;
    }

    /**
     * Returns where the backend can be called.
     *
     * @return the address as a URL without a slash at the end
     */
    public URI url() {
        return server.url();
    }

    @Override
    public void close() {
        server.close();
    }
}
