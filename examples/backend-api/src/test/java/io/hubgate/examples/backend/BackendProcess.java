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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A backend in a process of its own, which can be killed as a power cut would. */
final class BackendProcess implements AutoCloseable {
    private final Process process;
    private final URI url;

    private BackendProcess(Process process, URI url) {
        this.process = process;
        this.url = url;
    }

    /** Starts one on a free port and returns when it has said where it is. */
    static BackendProcess start(Map<String, String> settings) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "--port=0"));
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().keySet().removeIf(name -> name.startsWith("HUBGATE_"));
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

    ContractHttp http() {
        return ContractHttp.to(url);
    }

    /** Ends it at once; nothing is finished or written. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    @Override
    public void close() {
        kill();
    }
}
