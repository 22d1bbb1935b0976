// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.examples.cli.terminal;

import java.io.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * Whether a person sees what is printed.
 *
 * @param output whether standard output is a terminal
 * @param errors whether standard error is a terminal
 * @param colours whether colours are welcome on standard output
 */
public record Screen(boolean output, boolean errors, boolean colours) {
    /**
     * Looks where this process prints to.
     *
     * @param environment the variables of the process: {@code NO_COLOR} with any text, and {@code TERM=dumb}, want no colours
     * @return what was found
     */
    public static Screen of(Map<String, String> environment) {
        boolean output = isTerminal(1);
        String refusal = environment.getOrDefault("NO_COLOR", "");
        boolean colours = output && refusal.isEmpty() && !"dumb".equals(environment.get("TERM"));
        return new Screen(output, isTerminal(2), colours);
    }

    /** Linux says for each stream where it leads; elsewhere Java only tells whether there is a console at all. */
    private static boolean isTerminal(int descriptor) {
        Path link = Path.of("/proc/self/fd/" + descriptor);
        try {
            String target = Files.readSymbolicLink(link).toString();
            return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty") || "/dev/console".equals(target);
        } catch (IOException | UnsupportedOperationException e) {
            return hasConsole();
        }
    }

    @SuppressWarnings("SystemConsoleNull") // null up to JDK 21; later ones are asked below
    private static boolean hasConsole() {
        Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            // From JDK 22 on there is a console even without a terminal, which then says so.
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException e) {
            return true;
        }
    }
}
