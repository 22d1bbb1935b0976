// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.benchmarks.parsing;

import com.azure.messaging.eventgrid.EventGridEvent;
import io.hubgate.delivery.IncomingEvent;
import io.hubgate.eventgrid.LifecycleEventParser;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Deliveries per second, from the bytes of a body. The SDK alone gives its own events, whose data is still text; all others end with {@link
 * IncomingEvent}s. Compare within one run only.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(2)
@Warmup(iterations = 3, time = 400, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 3, time = 400, timeUnit = TimeUnit.MILLISECONDS)
public class ParsingBenchmark {
    /** How many events a delivery has. */
    @Param({"1", "10", "100", "5000"})
    public int events;

    private byte[] body = new byte[0];
    private final LifecycleEventParser parser = new LifecycleEventParser();

    /** Creates the delivery, and sees that all ways give the same. */
    @Setup
    public void prepare() throws IOException {
        body = SampleDelivery.of(events);
        List<IncomingEvent> expected = hubgate();
        if (expected.size() != events
                || !(expected.get(0) instanceof IncomingEvent.Parsed)
                || !expected.equals(databind())
                || !expected.equals(streaming())
                || !expected.equals(sdkToEvents())) {
            throw new IllegalStateException("the ways differ");
        }
    }

    @Benchmark
    public List<EventGridEvent> sdk() {
        return Ways.bySdkAlone(body);
    }

    @Benchmark
    public List<IncomingEvent> sdkToEvents() {
        return Ways.bySdk(body);
    }

    @Benchmark
    public List<IncomingEvent> databind() throws IOException {
        return Ways.byDatabind(body);
    }

    @Benchmark
    public List<IncomingEvent> streaming() throws IOException {
        return Ways.byStreaming(body);
    }

    @Benchmark
    public List<IncomingEvent> hubgate() {
        return Ways.byHubgate(parser, body);
    }
}
