// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.examples.backend.http;

import io.hubgate.examples.backend.access.Doorkeeper;
import io.hubgate.examples.backend.settings.Settings;
import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpResponseException;
import io.javalin.router.Endpoint;
import java.net.BindException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.slf4j.MDC;

/** The running server. {@link #close} takes no new requests, lets those in flight finish, and then returns. */
public final class Server implements AutoCloseable {
    private static final int MOST_THREADS = 250;
    private static final int LEAST_THREADS = 8;
    private static final Duration FINISH_WITHIN = Duration.ofSeconds(25);

    private final Javalin javalin;
    private final InetAddress bind;

    private Server(Javalin javalin, InetAddress bind) {
        this.javalin = javalin;
        this.bind = bind;
    }

    /**
     * Starts a server.
     *
     * @param settings where it listens, and the limit of bodies
     * @param routes every call
     * @param doorkeeper who is let in
     * @param listener hears of each exchange
     * @return the running server
     * @throws BindException if it cannot listen there
     */
    public static Server start(Settings settings, List<Route> routes, Doorkeeper doorkeeper, Exchange.Listener listener)
            throws BindException {
        Front front = new Front(doorkeeper, new BodyReader(settings.limits().body()));
        Javalin javalin = Javalin.create(config -> {
            form(config);
            jetty(config, settings.listen());
            bind(config, routes, front);
            config.requestLogger.http((ctx, ms) -> {
                listener.answered(RequestMarks.exchange(ctx));
                MDC.remove(RequestMarks.ID);
            });
        });
        try {
            javalin.start();
        } catch (RuntimeException e) {
            throw bindProblem(e);
        }
        return new Server(javalin, settings.listen().bind());
    }

    /** The library wraps what went wrong several times; whoever set the port up wants the innermost word. */
    private static BindException bindProblem(RuntimeException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof BindException refused) {
                return refused;
            }
        }
        throw failure;
    }

    private static void form(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.http.generateEtags = false;
        config.http.prefer405over404 = true;
        config.http.compressionStrategy = CompressionStrategy.NONE;
    }

    private static void jetty(JavalinConfig config, Settings.Listen listen) {
        config.jetty.host = listen.bind().getHostAddress();
        config.jetty.port = listen.port();
        config.jetty.threadPool = new QueuedThreadPool(MOST_THREADS, LEAST_THREADS);
        config.jetty.modifyHttpConfiguration(http -> {
            http.setSendServerVersion(false);
            http.setSendDateHeader(true);
        });
        config.jetty.modifyServletContextHandler(context -> context.setErrorHandler(new LibraryErrors()));
        config.jetty.modifyServer(server -> {
            server.setErrorHandler(new LibraryErrors());
            server.setStopTimeout(FINISH_WITHIN.toMillis());
            server.insertHandler(new GracefulHandler());
        });
    }

    private static void bind(JavalinConfig config, List<Route> routes, Front front) {
        config.routes.before(front::before);
        for (Route route : routes) {
            config.routes.addEndpoint(new Endpoint(
                    HandlerType.findOrCreate(route.method()), route.path(), ctx -> front.handle(ctx, route)));
            if (route.hasHead()) {
                config.routes.addEndpoint(
                        new Endpoint(HandlerType.HEAD, route.path(), ctx -> front.handle(ctx, route)));
            }
        }
        config.routes.exception(Exception.class, (failure, ctx) -> front.failed(ctx, failure));
        // The library has an answer of its own for its own refusals, unless their very class is taken from it.
        config.routes.exception(HttpResponseException.class, (failure, ctx) -> front.failed(ctx, failure));
    }

    /**
     * Returns the port that the server listens on.
     *
     * @return the real one, if a free one was asked for
     */
    public int port() {
        return javalin.port();
    }

    /**
     * Returns where the server can be called.
     *
     * @return the address as a URL without a slash at the end
     */
    public URI url() {
        String host = bind.getHostAddress();
        return URI.create("http://" + (bind instanceof Inet6Address ? "[" + host + "]" : host) + ":" + port());
    }

    @Override
    public void close() {
        javalin.stop();
    }
}
