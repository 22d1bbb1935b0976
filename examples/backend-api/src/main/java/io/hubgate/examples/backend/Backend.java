// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.examples.backend;

import io.hubgate.Hubgate;
import io.hubgate.HubgateBuilder;
import io.hubgate.examples.answers.Links;
import io.hubgate.examples.backend.access.Doorkeeper;
import io.hubgate.examples.backend.access.KeysFile;
import io.hubgate.examples.backend.api.Calls;
import io.hubgate.examples.backend.change.ChangeListener;
import io.hubgate.examples.backend.change.Changes;
import io.hubgate.examples.backend.http.Exchange;
import io.hubgate.examples.backend.http.Route;
import io.hubgate.examples.backend.http.Server;
import io.hubgate.examples.backend.log.AccessLog;
import io.hubgate.examples.backend.log.HubgateLog;
import io.hubgate.examples.backend.metric.BackendMetrics;
import io.hubgate.examples.backend.page.ExampleLines;
import io.hubgate.examples.backend.page.PageCalls;
import io.hubgate.examples.backend.settings.Setting;
import io.hubgate.examples.backend.settings.Settings;
import io.hubgate.examples.backend.settings.SettingsException;
import io.hubgate.examples.backend.settings.Windows;
import io.hubgate.examples.backend.state.EventsQueue;
import io.hubgate.examples.backend.state.State;
import io.hubgate.examples.backend.taskhub.HubStorage;
import io.hubgate.readiness.ReadinessPolicy;
import io.hubgate.readiness.Warning;
import io.hubgate.readiness.WarningCode;
import io.hubgate.store.AppStore;
import io.hubgate.store.InstanceStore;
import java.net.BindException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The running backend: everything wired together, from settings to socket. */
public final class Backend implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Backend.class);
    private static final Duration SIGN_OF_LIFE_EVERY = Duration.ofSeconds(10);

    private final Server server;
    private final Changes changes;
    private final List<AutoCloseable> behind;
    private final String greeting;

    private Backend(Server server, Changes changes, List<AutoCloseable> behind, String greeting) {
        this.server = server;
        this.changes = changes;
        this.behind = behind;
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
        KeysFile keys = keys(settings.keysFile(), clock);
        BackendMetrics metrics = new BackendMetrics();
        Changes changes = new Changes();
        metrics.show(
                "hubgate.waiting.callers", "callers that wait for READY", () -> changes.count(Changes.Kind.WAITER));
        metrics.show("hubgate.open.pages", "pages that are shown live", () -> changes.count(Changes.Kind.PAGE));
        settings.storage().advice().forEach(LOG::warn);
        State state = State.open(settings);
        HubStorage hubs = HubStorage.open(settings.storage().taskHubs(), clock);
        Hubgate hubgate = hubgate(settings, new Sources(state, hubs), metrics, changes);
        AtomicReference<@Nullable URI> address =
                new AtomicReference<>(settings.listen().publicUrl());
        Supplier<URI> url = () -> Objects.requireNonNull(address.get());
        List<Route> routes = new ArrayList<>(
                Calls.routes(new Calls.Means(hubgate, changes, metrics, new Links(url), clock), settings));
        routes.addAll(new PageCalls(new ExampleLines(url, keys != null)).routes());
        AccessLog accessLog = new AccessLog();
        Exchange.Listener listener = exchange -> {
            metrics.answered(exchange);
            accessLog.answered(exchange);
        };
        Server server = server(settings, routes, new Doorkeeper(keys), listener);
        address.compareAndSet(null, server.url());
        List<AutoCloseable> behind = new ArrayList<>(maintenance(settings, hubgate));
        if (settings.storage().eventsQueue() != null) {
            behind.add(EventsQueue.open(settings.storage(), hubgate, clock));
        }
        if (hubs != null) {
            behind.add(hubs);
        }
        behind.add(state);
        String sources = hubs == null ? state.description() : state.description() + ", " + hubs.description();
        return new Backend(server, changes, behind, greeting(server.url(), sources, keys));
    }

    private record Sources(State state, @Nullable HubStorage hubs) {}

    private static Server server(
            Settings settings, List<Route> routes, Doorkeeper doorkeeper, Exchange.Listener listener) {
        try {
            return Server.start(settings, routes, doorkeeper, listener);
        } catch (BindException e) {
            throw new SettingsException(Setting.PORT.variable() + " is "
                    + settings.listen().port() + ", and "
                    + settings.listen().bind().getHostAddress() + " does not let us listen there: " + e.getMessage());
        }
    }

    private static Hubgate hubgate(Settings settings, Sources sources, BackendMetrics metrics, Changes changes) {
        State state = sources.state();
        AppStore apps = metrics.timed(AppStore.class, state.apps());
        InstanceStore instances = metrics.timed(InstanceStore.class, state.instances());
        Windows windows = settings.windows();
        HubgateBuilder builder = Hubgate.builder(apps, instances)
                .policy(new ReadinessPolicy(
                        windows.settle(), windows.evidenceAge(), windows.grace(), ReadinessPolicy.DEFAULT.samples()))
                .lease(windows.lease())
                .patience(windows.answerWithin())
                .eventHorizon(windows.horizon())
                .listener(new HubgateListeners(metrics.listener(), new ChangeListener(changes), new HubgateLog()));
        if (sources.hubs() != null) {
            sources.hubs().giveTo(builder, windows.answerWithin());
        }
        if (state.isDurable()) {
            builder.signsOfLife(SIGN_OF_LIFE_EVERY);
        } else if (!settings.listen().isLoopback()) {
            builder.standingWarning(new Warning(
                    WarningCode.MEMORY_STORE,
                    "the state is in memory only: a restart of this server forgets every app and event",
                    null));
        }
        return builder.build();
    }

    /** Two threads: forgetting may take a while, and a sign of life that comes late is an outage. */
    private static List<Maintenance> maintenance(Settings settings, Hubgate hubgate) {
        Maintenance forgetting = new Maintenance("forgetting finished instances");
        forgetting.every(Maintenance.pauseFor(settings.windows().horizon()), hubgate::forgetFinished);
        Maintenance living = new Maintenance("giving a sign of life");
        living.fromNowOnEvery(SIGN_OF_LIFE_EVERY, hubgate::giveSignOfLife);
        return List.of(forgetting, living);
    }

    private static @Nullable KeysFile keys(@Nullable Path file, InstantSource clock) {
        try {
            return file == null ? null : new KeysFile(file, clock);
        } catch (IllegalArgumentException e) {
            throw new SettingsException(
                    Setting.KEYS_FILE.variable() + " '" + file + "' cannot be used: " + e.getMessage());
        }
    }

    private static String greeting(URI url, String state, @Nullable KeysFile keys) {
        String access = keys == null ? "no keys: every local caller has all roles" : keys.size() + " keys";
        return "hubgate is ready on " + url + " (" + state + ", " + access + ")";
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

    /** Takes no new requests, lets those in flight finish, and lets go of those who wait. */
    @Override
    public void close() {
        changes.close();
        server.close();
        behind.forEach(Backend::end);
    }

    /** One that cannot be ended must not keep the next from it. */
    private static void end(AutoCloseable part) {
        try {
            part.close();
        } catch (Exception e) {
            LOG.warn("a part of the backend did not end well", e);
        }
    }
}
