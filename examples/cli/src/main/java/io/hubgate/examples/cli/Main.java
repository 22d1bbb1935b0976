// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.examples.cli;

import io.hubgate.examples.cli.terminal.Output;
import io.hubgate.examples.cli.terminal.Screen;
import java.time.InstantSource;
import java.util.Map;

/** Runs one command and ends the process with its exit code. */
public final class Main {
    private Main() {}

    /**
     * Runs one command.
     *
     * @param args the command and its options; {@code --help} lists them
     */
    public static void main(String[] args) {
        Map<String, String> environment = System.getenv();
        Screen screen = Screen.of(environment);
        Output output = new Output();
        // What a library's thread complains of belongs to the process's output too.
        System.setErr(output.err());
        output.watchSignals(screen, "hubgate: stopped before there was an answer; nothing was changed");
        ExitCode end = new Program(output.out(), output.err(), screen, environment, InstantSource.system()).run(args);
        output.answered();
        System.exit(end.number());
    }
}
