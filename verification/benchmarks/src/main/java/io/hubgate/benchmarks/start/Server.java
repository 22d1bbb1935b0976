// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.benchmarks.start;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A server that is started as a process of its own.
 *
 * @param jar its jar
 * @param portFlag what stands before the port, nothing if nothing does
 * @param settings variables of its environment
 */
public record Server(Path jar, List<String> portFlag, Map<String, String> settings) {
    private static final long PAUSE_MILLIS = 2;
    private static final long PATIENCE_NANOS = Duration.ofMinutes(2).toNanos();

    /**
     * What a start took.
     *
     * @param seconds from the start of the process to the first answer
     * @param processorSeconds the processor time of the process until then
     */
    public record Start(double seconds, double processorSeconds) {}

    /**
     * A server that has answered.
     *
     * @param process its process, which ends with this
     * @param port where it listens
     * @param start what its start took
     */
    public record Running(Process process, int port, Start start) implements AutoCloseable {
        @Override
        public void close() {
            process.destroy();
            process.onExit().join();
        }
    }

    /** Copies both. */
    public Server {
        portFlag = List.copyOf(portFlag);
        settings = Map.copyOf(settings);
    }

    /**
     * Starts it, waits for its first answer, and ends it.
     *
     * @return what that took
     * @throws IOException if it does not start
     * @throws InterruptedException if somebody wants this to end
     */
    public Start start() throws IOException, InterruptedException {
        try (Running running = run()) {
            return running.start();
        }
    }

    /**
     * Starts it and waits for its first answer.
     *
     * @return the server, to be closed
     * @throws IOException if it does not start
     * @throws InterruptedException if somebody wants this to end
     */
    public Running run() throws IOException, InterruptedException {
        int port = freePort();
        long begin = System.nanoTime();
        Process process = process(port);
        boolean answered = false;
        try {
            await(process, URI.create("http://127.0.0.1:" + port + "/readyz"), begin);
            double seconds = (System.nanoTime() - begin) / 1e9;
            Duration spent = process.toHandle().info().totalCpuDuration().orElse(Duration.ZERO);
            answered = true;
            return new Running(process, port, new Start(seconds, spent.toNanos() / 1e9));
        } finally {
            if (!answered) {
                process.destroy();
                process.waitFor();
            }
        }
    }

    private Process process(int port) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> command = new ArrayList<>(List.of(java, "-jar", jar.toString()));
        command.addAll(portFlag);
        command.add(Integer.toString(port));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().putAll(settings);
        return builder.redirectOutput(Redirect.DISCARD)
                .redirectError(Redirect.DISCARD)
                .start();
    }

    private void await(Process process, URI ready, long begin) throws IOException, InterruptedException {
        while (!isReady(ready)) {
            if (process.waitFor(PAUSE_MILLIS, TimeUnit.MILLISECONDS)) {
                throw new IOException(jar + " ended with " + process.exitValue());
            }
            if (System.nanoTime() - begin > PATIENCE_NANOS) {
                throw new IOException(jar + " is not ready");
            }
        }
    }

    private static boolean isReady(URI ready) {
        try {
            HttpURLConnection connection = (HttpURLConnection) ready.toURL().openConnection();
            int status = connection.getResponseCode();
            connection.disconnect();
            return status == HttpURLConnection.HTTP_OK;
        } catch (IOException e) {
            // Nobody listens yet.
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
