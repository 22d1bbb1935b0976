// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.benchmarks.events;

import io.hubgate.benchmarks.sample.IdKind;
import io.hubgate.benchmarks.sample.SampleApp;
import io.hubgate.benchmarks.sample.SampleEvents;
import io.hubgate.delivery.IncomingEvent;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Parsed events through the entry point into the memory store, one thread: place of the hub, group commit, join, write. Each iteration of
 * those whose ids are new begins with an empty store. An operation is one event.
 */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(AppliedEvents.EVENTS)
@Fork(
        value = 2,
        jvmArgsAppend = {"-Xms1g", "-Xmx1g", "-Dslf4j.internal.verbosity=ERROR"})
@Warmup(iterations = 5)
@Measurement(iterations = 5)
public class AppliedEvents {
    /** How many events one iteration applies. */
    public static final int EVENTS = 100_000;

    private static final int AT_A_TIME = 1_000;
    private static final int REMEMBERED = 20_000;

    /** Deliveries and an app to give them to. */
    public abstract static class Stream {
        List<List<IncomingEvent>> deliveries = List.of();
        SampleApp app = new SampleApp();

        void prepare(List<IncomingEvent> events, int size) {
            if (events.size() != EVENTS) {
                throw new IllegalStateException(events.size() + " events");
            }
            deliveries = SampleEvents.deliveries(events, size);
        }

        void expectActive(int expected) {
            if (app.active() != expected) {
                throw new IllegalStateException(app.active() + " active instead of " + expected);
            }
        }

        int apply() {
            return app.take(deliveries);
        }
    }

    /** Instances that begin. */
    @State(Scope.Benchmark)
    public static class Beginnings extends Stream {
        /** How many events a delivery has. */
        @Param({"1", "100"})
        public int size;

        /** Creates the deliveries. */
        @Setup(Level.Trial)
        public void create() {
            prepare(new SampleEvents(IdKind.MADE_UP, 417, EVENTS).begun(), size);
        }

        /** Empties the store. */
        @Setup(Level.Iteration)
        public void empty() {
            app = new SampleApp();
        }

        /** Sees that the work was done. */
        @TearDown(Level.Trial)
        public void check() {
            expectActive(EVENTS);
        }
    }

    /** Instances that begin, and end while others run. */
    @State(Scope.Benchmark)
    public static class Lives extends Stream {
        /** How many events a delivery has. */
        @Param({"1", "100"})
        public int size;

        /** Creates the deliveries. */
        @Setup(Level.Trial)
        public void create() {
            prepare(new SampleEvents(IdKind.MADE_UP, 418, EVENTS / 2).lives(AT_A_TIME), size);
        }

        /** Empties the store. */
        @Setup(Level.Iteration)
        public void empty() {
            app = new SampleApp();
        }

        /** Sees that the work was done. */
        @TearDown(Level.Trial)
        public void check() {
            expectActive(0);
        }
    }

    /** Events that were applied before, of instances that group commit remembers. */
    @State(Scope.Benchmark)
    public static class Repetitions extends Stream {
        /** How many events a delivery has. */
        @Param({"1", "100"})
        public int size;

        /** Creates the deliveries, and applies them for the first time. */
        @Setup(Level.Trial)
        public void create() {
            List<IncomingEvent> once = new SampleEvents(IdKind.MADE_UP, 419, REMEMBERED).begun();
            List<IncomingEvent> often = IntStream.range(0, EVENTS / REMEMBERED)
                    .boxed()
                    .flatMap(i -> once.stream())
                    .toList();
            prepare(often, size);
            apply();
        }

        /** Sees that nothing was added. */
        @TearDown(Level.Trial)
        public void check() {
            expectActive(REMEMBERED);
        }
    }

    /** New ids, all of them running. */
    @Benchmark
    public int newIds(Beginnings stream) {
        return stream.apply();
    }

    /** New ids that end after a while. */
    @Benchmark
    public int wholeLives(Lives stream) {
        return stream.apply();
    }

    /** Known ids with nothing new. */
    @Benchmark
    public int repeatedIds(Repetitions stream) {
        return stream.apply();
    }
}
