// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.examples.cli;

import io.hubgate.examples.cli.terminal.Screen;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
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
        PrintStream out = stream(FileDescriptor.out);
        PrintStream err = stream(FileDescriptor.err);
        ExitCode end = new Program(out, err, Screen.of(environment), environment, InstantSource.system()).run(args);
        out.flush();
        err.flush();
        System.exit(end.number());
    }

    private static PrintStream stream(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), false, StandardCharsets.UTF_8);
    }
}
