// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.examples.backend.crash;

import io.hubgate.examples.backend.BackendProcess;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One backend that is killed and started again in the same place. One thread kills; any may ask where it is. */
final class Mortal implements Backends, AutoCloseable {
    private final Map<String, String> settings;
    private @Nullable BackendProcess process;

    Mortal(Map<String, String> settings) {
        this.settings = new HashMap<>(settings);
        start();
        this.settings.put("HUBGATE_PORT", Integer.toString(current().url().getPort()));
    }

    void start() {
        BackendProcess started = BackendProcess.start(settings);
        synchronized (this) {
            process = started;
            notifyAll();
        }
    }

    void kill() {
        BackendProcess victim = current();
        victim.kill();
        synchronized (this) {
            process = null;
        }
    }

    private synchronized BackendProcess current() {
        if (process == null) {
            throw new IllegalStateException("no backend runs");
        }
        return process;
    }

    @Override
    public synchronized URI any() throws InterruptedException {
        while (process == null) {
            wait();
        }
        return process.url();
    }

    @Override
    public synchronized void close() {
        if (process != null) {
            process.close();
        }
    }
}
