// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.examples.backend;

import io.hubgate.examples.backend.log.LogSetup;
import io.hubgate.examples.backend.settings.Settings;
import io.hubgate.examples.backend.settings.SettingsException;
import io.hubgate.examples.backend.settings.SettingsReader;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.OptionalInt;
import org.slf4j.LoggerFactory;

/** Starts the backend from the command line, and stops it in good order when the process is told to end. */
public final class Main {
    private static final int USAGE = 2;

    private Main() {}

    /**
     * Runs the backend until the process is told to end.
     *
     * @param args flags; {@code --help} lists them
     */
    public static void main(String[] args) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        OptionalInt end = run(args, System.getenv(), out, err);
        if (end.isPresent()) {
            System.exit(end.getAsInt());
        }
    }

    /** Returns the exit code, or nothing if the backend runs. */
    private static OptionalInt run(String[] args, Map<String, String> environment, PrintStream out, PrintStream err) {
        CommandLineFlags flags = new CommandLineFlags();
        try {
            if (flags.answersItself(args, new PrintWriter(out, true, StandardCharsets.UTF_8))) {
                return OptionalInt.of(0);
            }
            Settings settings = SettingsReader.read(flags.values(), environment);
            LogSetup.use(settings.jsonLog());
            start(settings, out);
            return OptionalInt.empty();
        } catch (SettingsException e) {
            err.println("hubgate cannot start: " + e.getMessage());
            return OptionalInt.of(USAGE);
        }
    }

    private static void start(Settings settings, PrintStream out) {
        Backend backend = Backend.start(settings);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(backend), "stop"));
        if (settings.jsonLog()) {
            LoggerFactory.getLogger(Main.class).info(backend.greeting());
        } else {
            out.println(backend.greeting());
        }
    }

    /** Left alone, the JVM would report the signal as its exit code; a stop in good order is a success. */
    private static void stop(Backend backend) {
        backend.close();
        System.out.flush();
        System.err.flush();
        Runtime.getRuntime().halt(0);
    }
}
