// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.examples.cli.terminal;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * Where a process prints to, until a signal ends it. From then on one line tells that there is no answer, and all else is dropped: half an answer,
 * or what libraries say when they are stopped in the middle, would be taken for one. Thread-safe.
 */
public final class Output {
    private final OutputStream rawErr = new FileOutputStream(FileDescriptor.err);
    private final PrintStream out = guarded(new FileOutputStream(FileDescriptor.out));
    private final PrintStream err = guarded(rawErr);
    private boolean answered;
    private boolean stopped;

    /**
     * Begins to wait for signals.
     *
     * @param screen whether a person sees standard error
     * @param lastLine what to say when a signal comes before {@link #answered}
     */
    public void watchSignals(Screen screen, String lastLine) {
        String line = (screen.errors() ? Progress.CLEAR : "") + lastLine + System.lineSeparator();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(line), "last-line"));
    }

    /**
     * Returns standard output.
     *
     * @return never closed
     */
    public PrintStream out() {
        return out;
    }

    /**
     * Returns standard error.
     *
     * @return never closed
     */
    public PrintStream err() {
        return err;
    }

    /** Everything was printed; a signal changes nothing any more. */
    public synchronized void answered() {
        out.flush();
        err.flush();
        answered = true;
    }

    private synchronized void stop(String line) {
        if (answered) {
            return;
        }
        stopped = true;
        try {
            rawErr.write(line.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            // Nobody reads it.
        }
    }

    private PrintStream guarded(OutputStream raw) {
        OutputStream stream = new OutputStream() {
            @Override
            public void write(int one) throws IOException {
                write(new byte[] {(byte) one}, 0, 1);
            }

            @Override
            public void write(byte[] bytes, int from, int count) throws IOException {
                synchronized (Output.this) {
                    if (!stopped) {
                        raw.write(bytes, from, count);
                    }
                }
            }
        };
        return new PrintStream(stream, false, StandardCharsets.UTF_8);
    }
}
