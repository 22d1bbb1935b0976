// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.examples.cli.terminal;

import java.io.PrintStream;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Function;

/** A wait that a person sees as a moving line, if there is a terminal, and nobody sees otherwise. To be closed when it is over. */
public interface Wait extends AutoCloseable {
    /**
     * Begins a wait.
     *
     * @param screen whether anybody sees it
     * @param out where to: standard error
     * @param clock the clock
     * @param line what to say after so long
     * @return the wait
     */
    static Wait begin(Screen screen, PrintStream out, InstantSource clock, Function<Duration, String> line) {
        return screen.errors() ? new Progress(out, clock, line).begin() : () -> {};
    }

    @Override
    void close();
}
