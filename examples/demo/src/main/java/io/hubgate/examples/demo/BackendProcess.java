// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.examples.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The backend, run as its users run it: the jar, on a free port, in memory. */
final class BackendProcess implements AutoCloseable {
    private static final Pattern READY = Pattern.compile("hubgate is ready on (http://\\S+)");
    private static final long PATIENCE_SECONDS = 10;

    private final Process process;
    private final URI address;

    private BackendProcess(Process process, URI address) {
        this.process = process;
        this.address = address;
    }

    static BackendProcess start(Path jar, Duration settleWindow) {
        if (!Files.isRegularFile(jar)) {
            throw new DemoFailure("there is no " + jar + "; build it with ./mvnw -Dquick package");
        }
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        ProcessBuilder builder = new ProcessBuilder(List.of(
                java.toString(), "-jar", jar.toString(), "--port", "0", "--settle-window", settleWindow.toString()));
        builder.environment().keySet().removeIf(name -> name.startsWith("HUBGATE_"));
        builder.redirectErrorStream(true);
        try {
            Process process = builder.start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
            return new BackendProcess(process, addressOf(process));
        } catch (IOException e) {
            throw new UncheckedIOException("the backend cannot be started", e);
        }
    }

    /** Reads until the backend says where it is; what it says afterwards is read and dropped, or it would block. */
    private static URI addressOf(Process process) throws IOException {
        BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        StringBuilder said = new StringBuilder();
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            Matcher ready = READY.matcher(line);
            if (ready.find()) {
                Thread drain = new Thread(() -> drain(out), "backend output");
                drain.setDaemon(true);
                drain.start();
                return URI.create(ready.group(1));
            }
            said.append(line).append('\n');
        }
        throw new DemoFailure("the backend did not start; it said:\n" + said);
    }

    /** Reads what nobody needs: the demo tells its own story. */
    private static void drain(BufferedReader out) {
        try {
            out.transferTo(Writer.nullWriter());
        } catch (IOException e) {
            // The backend has ended, and with it what it had to say.
            return;
        }
    }

    URI address() {
        return address;
    }

    /** Blocks until the backend ends. */
    void await() throws InterruptedException {
        process.waitFor();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
