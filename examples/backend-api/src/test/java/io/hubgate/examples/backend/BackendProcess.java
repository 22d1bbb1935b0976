// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.examples.backend;

import io.hubgate.examples.backend.contract.ContractHttp;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A backend in a process of its own, which can be killed as a power cut would. */
public final class BackendProcess implements AutoCloseable {
    private final Process process;
    private final URI url;

    private BackendProcess(Process process, URI url) {
        this.process = process;
        this.url = url;
    }

    /** Starts one, on a free port unless the settings name one, and returns when it has said where it is. */
    public static BackendProcess start(Map<String, String> settings) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                // A test that starts many has more of a quick start than of fast code.
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().keySet().removeIf(name -> name.startsWith("HUBGATE_"));
        builder.environment().put("HUBGATE_PORT", "0");
        builder.environment().putAll(settings);
        try {
            Process process = builder.start();
            BufferedReader out =
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
            String greeting = out.readLine();
            if (greeting == null) {
                throw new AssertionError("the backend did not start");
            }
            return new BackendProcess(process, URI.create(greeting.replaceAll(".*(http://[^ ]+).*", "$1")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where it is. */
    public URI url() {
        return url;
    }

    /** A client that holds each exchange against the contract. */
    public ContractHttp http() {
        return ContractHttp.to(url);
    }

    /** Ends it at once; nothing is finished or written. */
    public void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** Tells it to end, and returns whether it does so in good order within a time. */
    public boolean stops(Duration within) throws InterruptedException {
        process.destroy();
        return process.waitFor(within.toMillis(), TimeUnit.MILLISECONDS) && process.exitValue() == 0;
    }

    @Override
    public void close() {
        kill();
    }
}
