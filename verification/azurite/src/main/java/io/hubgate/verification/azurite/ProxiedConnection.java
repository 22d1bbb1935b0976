// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.verification.azurite;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.net.Socket;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One connection of a client, and the one to the server that belongs to it. */
final class ProxiedConnection implements Runnable, Fault.Exchange {
    /** Node closes connections that are idle for 5 s: one that is used again must be younger. */
    private static final Duration REUSED_WITHIN = Duration.ofSeconds(2);

    private final FaultProxy proxy;
    private final Socket client;
    private final CountDownLatch abandoned = new CountDownLatch(1);
    private @Nullable HttpMessage request;
    private volatile @Nullable Socket server;
    private long serverUsedAt;

    ProxiedConnection(FaultProxy proxy, Socket client) {
        this.proxy = proxy;
        this.client = client;
    }

    @Override
    public void run() {
        try {
            InputStream in = new BufferedInputStream(client.getInputStream());
            OutputStream out = client.getOutputStream();
            boolean more = true;
            while (more && !client.isClosed()) {
                HttpMessage next = HttpMessage.request(in, out);
                request = next;
                more = next != null && serve(next) && !next.isLast();
            }
        } catch (IOException | RuntimeException e) {
            // The client is gone, or the server is: then the client is to see it as it would without us.
            reset();
        } finally {
            abandon();
            proxy.ended(this);
        }
    }

    /** Ends the connection as the end of a process would. */
    void abandon() {
        abandoned.countDown();
        close();
    }

    private boolean serve(HttpMessage next) throws IOException {
        String[] words = next.startLine().split(" ", 3);
        Optional<Fault> fault = proxy.arrived(words[0], words[1], new String(next.body(), ISO_8859_1));
        if (fault.isPresent()) {
            fault.get().happen(this);
            return true;
        }
        HttpMessage reply = forward();
        answer(reply.bytes());
        return !reply.isLast();
    }

    @Override
    public boolean wantsJson() {
        String accept = current().header("Accept");
        return accept != null && accept.contains("json");
    }

    @Override
    public HttpMessage forward() throws IOException {
        HttpMessage whole = current();
        Socket to = freshServer();
        to.getOutputStream().write(whole.bytes());
        String method = whole.startLine().split(" ", 2)[0];
        HttpMessage reply = HttpMessage.reply(new BufferedInputStream(to.getInputStream()), method);
        serverUsedAt = System.nanoTime();
        if (reply.isLast()) {
            closeQuietly(to);
        }
        return reply;
    }

    @Override
    public void answer(byte[] bytes) throws IOException {
        client.getOutputStream().write(bytes);
        client.getOutputStream().flush();
    }

    @Override
    public void pause(Duration time) throws IOException {
        try {
            if (abandoned.await(time.toNanos(), TimeUnit.NANOSECONDS)) {
                throw new IOException("the proxy was closed");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
    }

    @Override
    public void keepSilent() throws IOException {
        client.getInputStream().transferTo(OutputStream.nullOutputStream());
        close();
    }

    /** Closes with the flag RST: what was sent and not read is lost. */
    @Override
    public void reset() {
        try {
            client.setSoLinger(true, 0);
        } catch (IOException e) {
            // It is closed already.
        }
        close();
    }

    @Override
    public void close() {
        closeQuietly(client);
        Socket to = server;
        if (to != null) {
            closeQuietly(to);
        }
    }

    private HttpMessage current() {
        if (request == null) {
            throw new IllegalStateException("no request");
        }
        return request;
    }

    private Socket freshServer() throws IOException {
        Socket last = server;
        if (last != null && !last.isClosed() && System.nanoTime() - serverUsedAt < REUSED_WITHIN.toNanos()) {
            return last;
        }
        if (last != null) {
            closeQuietly(last);
        }
        Socket next = proxy.connect();
        server = next;
        return next;
    }

    private static void closeQuietly(Closeable closeable) {
        try {
            closeable.close();
        } catch (IOException e) {
            // It is closed then.
        }
    }
}
