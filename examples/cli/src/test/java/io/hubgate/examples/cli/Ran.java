// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.examples.cli;

import io.hubgate.examples.cli.terminal.Screen;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * What came of one run of the command line.
 *
 * @param end its exit code
 * @param out all of standard output
 * @param err all of standard error
 */
record Ran(int end, String out, String err) {
    private static final Screen PIPED = new Screen(false, false, false);

    /** Runs a command within this JVM, as if its output went into pipes. */
    static Ran here(Map<String, String> environment, String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        ExitCode end = new Program(stream(out), stream(err), PIPED, environment, InstantSource.system()).run(args);
        return new Ran(end.number(), text(out), text(err));
    }

    /** Runs a command as a process of its own. */
    static Ran process(Map<String, String> environment, String... args) throws InterruptedException {
        return process(environment, process -> {}, args);
    }

    /** Runs a command as a process of its own, to which something happens meanwhile. */
    static Ran process(Map<String, String> environment, Consumer<Process> meanwhile, String... args)
            throws InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        command.addAll(List.of(args));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().keySet().removeIf(name -> name.startsWith("HUBGATE_") || name.startsWith("JAVA_TOOL"));
        builder.environment().putAll(environment);
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            meanwhile.accept(process);
            // What it says on standard error is short: it fits the pipe while standard output is read.
            String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Ran(process.waitFor(), out, err);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
