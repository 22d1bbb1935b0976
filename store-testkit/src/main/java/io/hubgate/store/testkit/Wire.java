// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.store.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The line between the first client and its store. A fixture sends each request of that client through {@link #send}; the kit counts,
 * holds and breaks them here. Thread-safe.
 */
public final class Wire {
    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-23T10:00:00Z"));
    private final Map<Long, Fate> fates = new HashMap<>();
    private final Map<Long, Hold> holds = new HashMap<>();
    private Fate otherwise = Fate.ANSWERED;
    private long requests;
    private long rows;

    /** Creates a wire that carries everything. */
    public Wire() {}

    /**
     * Returns the clock of every deadline that the kit gives. A broken request takes a second on it.
     *
     * @return the clock of the tests
     */
    public SettableClock clock() {
        return clock;
    }

    /**
     * Sends a request, or behaves as a broken line does. What is one request is what is billed or travels as one: an HTTP exchange, or one
     * statement, commit included.
     *
     * @param request sends the request by the client's own means and waits for its answer
     * @param <T> the answer
     * @return the answer
     * @throws UncheckedIOException with a {@link ConnectException} if the line broke before the request was sent, or a {@link
     *     SocketException} if it broke before the answer came; a fixture throws instead what its client's own library would
     */
    public <T> T send(Supplier<T> request) {
        Fate fate = arrive();
        clock.move(fate.takes);
        if (!fate.sent) {
            throw new UncheckedIOException(new ConnectException("the kit lets nothing through"));
        }
        T answer = request.get();
        if (!fate.answered) {
            throw broken(new SocketException("the kit lost the answer"));
        }
        return answer;
    }

    private static UncheckedIOException broken(IOException cause) {
        return new UncheckedIOException(cause);
    }

    /**
     * Tells how many rows an answer carried, those included that the client then left out.
     *
     * @param read how many rows
     */
    public synchronized void rows(long read) {
        rows += read;
    }

    private Fate arrive() {
        Hold hold;
        Fate fate;
        synchronized (this) {
            hold = holds.remove(requests);
            fate = fates.getOrDefault(requests, otherwise);
            requests++;
        }
        if (hold != null) {
            hold.stop();
        }
        return fate;
    }

    synchronized long requests() {
        return requests;
    }

    synchronized long rowsRead() {
        return rows;
    }

    /** Lets the request after so many others wait. */
    synchronized Hold hold(int after) {
        Hold hold = new Hold();
        holds.put(requests + after, hold);
        return hold;
    }

    /** Decides what becomes of the request after so many others. */
    synchronized void decide(int after, Fate fate) {
        fates.put(requests + after, fate);
    }

    /** Decides what becomes of all requests that nothing else was decided about. */
    synchronized void decideAll(Fate fate) {
        otherwise = fate;
    }

    /** Carries everything again and lets go what waits. */
    synchronized void heal() {
        otherwise = Fate.ANSWERED;
        fates.clear();
        holds.values().forEach(Hold::release);
        holds.clear();
    }

    /** Tells whether a request that something was decided about is still to come. */
    synchronized boolean isSomethingLeft() {
        return fates.keySet().stream().anyMatch(number -> number >= requests);
    }

    /** Returns the cost of doing something once. */
    Cost cost(Runnable work) {
        long requestsBefore = requests();
        long rowsBefore = rowsRead();
        work.run();
        return new Cost(requests() - requestsBefore, rowsRead() - rowsBefore);
    }

    /** Requests sent, and rows that came back. */
    record Cost(long requests, long rows) {}
}
