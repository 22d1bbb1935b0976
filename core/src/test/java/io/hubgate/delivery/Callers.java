// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** Threads of a test that call group commit, and the means to know where they are without sleeping. */
@NullMarked
final class Callers {
    /** One call on a thread of its own. */
    static final class Call {
        private final Thread thread;
        private volatile @Nullable Throwable failure;

        @SuppressWarnings("CatchingUnchecked") // The test is to see whatever the call ends with, errors included.
        private Call(Runnable task) {
            thread = new Thread(() -> {
                try {
                    task.run();
                } catch (Throwable e) {
                    failure = e;
                }
            });
            thread.start();
        }

        void interrupt() {
            thread.interrupt();
        }

        /** Waits for the end and returns what was thrown, or null. */
        @Nullable
        Throwable failure() throws InterruptedException {
            thread.join(30_000);
            assertThat(thread.isAlive()).as("still running").isFalse();
            return failure;
        }

        void returns() throws InterruptedException {
            assertThat(failure()).isNull();
        }
    }

    private final List<Call> calls = new CopyOnWriteArrayList<>();

    Call call(Runnable task) {
        Call call = new Call(task);
        calls.add(call);
        return call;
    }

    /** Waits until something is so; the test's own timeout is the limit. */
    static void until(BooleanSupplier so) {
        while (!so.getAsBoolean()) {
            Thread.onSpinWait();
        }
    }

    /** Waits for all calls and expects that none has failed. */
    void allReturn() throws InterruptedException {
        for (Call call : calls) {
            call.returns();
        }
    }

    /** Leaves no thread behind. */
    void stop() throws InterruptedException {
        for (Call call : calls) {
            call.interrupt();
            call.thread.join();
        }
    }
}
