// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.examples.cli;

import io.hubgate.examples.cli.account.Complaint;
import io.hubgate.examples.cli.terminal.Screen;
import io.hubgate.examples.cli.terminal.Wait;
import io.hubgate.model.Text;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import picocli.CommandLine.ParseResult;

/**
 * What one process is: where it prints, what surrounds it, and which time it is.
 *
 * @param out standard output: the answer and nothing else
 * @param err standard error: complaints, and on a terminal what is awaited
 * @param screen whether a person sees them
 * @param environment the variables of the process
 * @param clock the clock
 */
record Program(PrintStream out, PrintStream err, Screen screen, Map<String, String> environment, InstantSource clock) {
    ExitCode run(String[] args) {
        try {
            Arguments arguments = new Arguments();
            ParseResult parsed = arguments.parse(List.of(args));
            if (arguments.answersItself(parsed, new PrintWriter(out, true, StandardCharsets.UTF_8))) {
                return ExitCode.READY;
            }
            return new InspectCommand(this).run(InspectOptions.of(parsed.subcommand()));
        } catch (Complaint complaint) {
            return complain(complaint);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return ExitCode.UNKNOWN;
        }
    }

    /** Does something that may take long, while a person on a terminal sees that it is done and for how long. */
    <T> T showing(Function<Duration, String> line, Supplier<T> work) {
        Wait wait = Wait.begin(screen, err, clock, line);
        try {
            return work.get();
        } finally {
            wait.close();
        }
    }

    private ExitCode complain(Complaint complaint) {
        err.println("hubgate: " + Text.escaped(String.valueOf(complaint.getMessage())));
        err.println("  to do: " + Text.escaped(complaint.fix()));
        return switch (complaint.kind()) {
            case USAGE -> ExitCode.USAGE;
            case CONFIGURATION -> ExitCode.MISCONFIGURED;
            case STORAGE -> ExitCode.UNKNOWN;
        };
    }
}
