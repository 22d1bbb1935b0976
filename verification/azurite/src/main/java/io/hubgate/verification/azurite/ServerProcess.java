// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.verification.azurite;

import static java.util.concurrent.TimeUnit.SECONDS;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One process of the server. What it prints is read all the time: its ports, and, if it fails, why. */
final class ServerProcess {
    private static final Pattern LISTENING =
            Pattern.compile("Azurite (Blob|Queue|Table) service is successfully listening at \\S+:(\\d+)");
    private static final int KEPT_LINES = 40;
    private static final int START_SECONDS = 180;
    private static final int STOP_SECONDS = 20;

    private final Process process;
    private final CompletableFuture<Ports> listening = new CompletableFuture<>();

    private ServerProcess(Process process) {
        this.process = process;
    }

    static ServerProcess start(List<String> command, Map<String, String> environment) {
        try {
            ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
            builder.environment().putAll(environment);
            ServerProcess started = new ServerProcess(builder.start());
            Thread reader = new Thread(started::read, "azurite-" + started.id());
            reader.setDaemon(true);
            reader.start();
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException("node could not be started: install Node 20 or later", e);
        }
    }

    long id() {
        return process.pid();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Waits until all three services answer. */
    Ports ports() {
        try {
            return listening.get(START_SECONDS, SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            kill();
            throw new IllegalStateException("Azurite did not start", e);
        } catch (InterruptedException e) {
            kill();
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while Azurite started", e);
        }
    }

    /** Lets it save and end. By its handle, since {@link Process#destroy} would close its standard input, too, and end it twice. */
    void stop() {
        process.toHandle().destroy();
        if (!endsWithin(STOP_SECONDS)) {
            kill();
            throw new IllegalStateException("Azurite did not end within " + STOP_SECONDS + " s of SIGTERM");
        }
    }

    /** Ends it at once; it saves nothing. */
    void kill() {
        process.toHandle().destroyForcibly();
        endsWithin(STOP_SECONDS);
    }

    private boolean endsWithin(int seconds) {
        try {
            return process.waitFor(seconds, SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void read() {
        Map<String, Integer> ports = new HashMap<>();
        Deque<String> last = new ArrayDeque<>();
        try (BufferedReader lines = process.inputReader()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                Matcher matcher = LISTENING.matcher(line);
                if (matcher.find()) {
                    ports.put(matcher.group(1), Integer.valueOf(matcher.group(2)));
                }
                if (ports.size() == 3 && !listening.isDone()) {
                    listening.complete(new Ports(
                            ports.getOrDefault("Blob", 0),
                            ports.getOrDefault("Queue", 0),
                            ports.getOrDefault("Table", 0)));
                }
                if (last.size() == KEPT_LINES) {
                    last.removeFirst();
                }
                last.add(line);
            }
            listening.completeExceptionally(new IllegalStateException(String.join("\n", last)));
        } catch (IOException e) {
            listening.completeExceptionally(e);
        }
    }
}
