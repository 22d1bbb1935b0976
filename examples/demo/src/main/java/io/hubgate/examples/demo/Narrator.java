// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.examples.demo;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/** Prints the demo: one line a step, with the time since it began. */
final class Narrator {
    private final PrintStream out;

    Narrator(PrintStream out) {
        this.out = out;
    }

    void say(String text) {
        out.println(text);
        out.flush();
    }

    /** One step of the pipeline with its answer. */
    void step(Duration at, String step, String answer) {
        say(String.format(Locale.ROOT, "%5.1f s  %-19s %s", at.toMillis() / 1000.0, step, answer));
    }

    /** A line that belongs to the step above it. */
    void detail(String text) {
        say(" ".repeat(29) + text);
    }
}
