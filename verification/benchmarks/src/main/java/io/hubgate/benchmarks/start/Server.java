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
import java.util.concurrent.TimeUnit;

/**
 * A server that is started as a process of its own.
 *
 * @param jar its jar
 * @param portFlag what stands before the port, nothing if nothing does
 */
record Server(Path jar, List<String> portFlag) {
    private static final long PAUSE_MILLIS = 2;
    private static final long PATIENCE_NANOS = Duration.ofMinutes(2).toNanos();

    /**
     * What a start took.
     *
     * @param seconds from the start of the process to the first answer
     * @param processorSeconds the processor time of the process until then
     */
    record Start(double seconds, double processorSeconds) {}

    /** Starts it, waits for its first answer, and ends it. */
    Start start() throws IOException, InterruptedException {
        int port = freePort();
        long begin = System.nanoTime();
        Process process = process(port);
        try {
            await(process, URI.create("http://127.0.0.1:" + port + "/readyz"), begin);
            double seconds = (System.nanoTime() - begin) / 1e9;
            Duration spent = process.toHandle().info().totalCpuDuration().orElse(Duration.ZERO);
            return new Start(seconds, spent.toNanos() / 1e9);
        } finally {
            process.destroy();
            process.waitFor();
        }
    }

    private Process process(int port) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> command = new ArrayList<>(List.of(java, "-jar", jar.toString()));
        command.addAll(portFlag);
        command.add(Integer.toString(port));
        return new ProcessBuilder(command)
                .redirectOutput(Redirect.DISCARD)
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
