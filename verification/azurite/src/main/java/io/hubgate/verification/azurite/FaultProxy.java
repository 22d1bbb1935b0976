// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.verification.azurite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Stands on loopback between a client and one service of an Azurite, and lets go wrong what a test wants to go wrong. What it passes on, it
 * passes on byte for byte, so that signatures and batches stay valid: a signature covers the path, which is the same, not the port. A request
 * is passed on only when it is complete, and so is its reply. When the server cannot be reached or breaks off, the client's connection is reset.
 *
 * <p>Thread-safe. It has a thread for each connection; all end with {@link #close}.
 */
public final class FaultProxy implements AutoCloseable {
    private final URI server;
    private final ServerSocket socket;
    private final Set<ProxiedConnection> connections = ConcurrentHashMap.newKeySet();
    private final Object lock = new Object();
    private final List<Passed> passed = new ArrayList<>();
    private Faults faults = Faults.none();
    private @Nullable RuntimeException failure;
    private int numbers;
    private volatile boolean closed;

    private FaultProxy(URI server) throws IOException {
        this.server = server;
        this.socket = new ServerSocket();
        socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 512);
        Thread acceptor = new Thread(this::accept, "fault-proxy-" + socket.getLocalPort());
        acceptor.setDaemon(true);
        acceptor.start();
    }

    /**
     * Starts a proxy that passes everything on.
     *
     * @param service the endpoint of a service, with {@code http}
     * @throws IllegalArgumentException if it has another scheme or no port: a proxy stands before emulators only
     */
    public static FaultProxy before(URI service) {
        if (!"http".equals(service.getScheme()) || service.getPort() < 1) {
            throw new IllegalArgumentException("not an endpoint of an emulator: " + service);
        }
        try {
            return new FaultProxy(service);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The endpoint that clients are to use instead of the service's own. */
    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + socket.getLocalPort() + server.getPath());
    }

    /** Takes other faults from the next request on. */
    public void inject(Faults next) {
        synchronized (lock) {
            faults = next;
        }
    }

    /** Returns what came since the beginning or the last {@link #forget}, in the order of arrival. */
    public List<Passed> passed() {
        synchronized (lock) {
            return List.copyOf(passed);
        }
    }

    /** Returns how many of the requests since then met a fault. */
    public long faulty() {
        synchronized (lock) {
            return passed.stream().filter(one -> one.fault().isPresent()).count();
        }
    }

    /** Forgets what came; the numbers of requests go on. */
    public void forget() {
        synchronized (lock) {
            passed.clear();
        }
    }

    /**
     * Ends the proxy and its connections.
     *
     * @throws IllegalStateException if the faults themselves failed, whose request was then reset
     */
    @Override
    public void close() {
        closed = true;
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            connections.forEach(ProxiedConnection::abandon);
        }
        synchronized (lock) {
            if (failure != null) {
                throw new IllegalStateException("the faults failed", failure);
            }
        }
    }

    /**
     * A request that came, and what was done to it.
     *
     * @param request the request, without its body
     * @param fault what it met; empty if it was passed on
     */
    public record Passed(ProxiedRequest request, Optional<Fault> fault) {
        @Override
        public String toString() {
            return request + fault.map(met -> " (" + met + ")").orElse("");
        }
    }

    Optional<Fault> arrived(String method, String target, String body) {
        synchronized (lock) {
            ProxiedRequest request = new ProxiedRequest(++numbers, method, target, body);
            Optional<Fault> fault = faultFor(request);
            passed.add(new Passed(request.withoutBody(), fault));
            return fault;
        }
    }

    private Optional<Fault> faultFor(ProxiedRequest request) {
        try {
            return faults.on(request);
        } catch (RuntimeException e) {
            failure = e;
            return Optional.of(Fault.resetBefore());
        }
    }

    Socket connect() throws IOException {
        Socket upstream = new Socket(server.getHost(), server.getPort());
        upstream.setTcpNoDelay(true);
        return upstream;
    }

    void ended(ProxiedConnection connection) {
        connections.remove(connection);
    }

    private void accept() {
        while (!closed) {
            try {
                Socket client = socket.accept();
                client.setTcpNoDelay(true);
                ProxiedConnection connection = new ProxiedConnection(this, client);
                connections.add(connection);
                if (closed) {
                    connection.abandon();
                }
                Thread thread = new Thread(connection, "fault-proxy-connection");
                thread.setDaemon(true);
                thread.start();
            } catch (IOException e) {
                // Closed meanwhile, or the client was gone before it was accepted.
            }
        }
    }
}
