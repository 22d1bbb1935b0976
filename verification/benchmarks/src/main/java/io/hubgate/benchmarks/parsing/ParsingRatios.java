// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.benchmarks.parsing;

import io.hubgate.eventgrid.LifecycleEventParser;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;

/**
 * The ratios between the ways of parsing, for machines that are busy with other things: the ways take turns in one JVM, and the processor time
 * of the thread is measured instead of the time of the day. The collector's work is not in it, which favours those that allocate most.
 */
public final class ParsingRatios {
    private static final int[] SIZES = {1, 10, 100, 5000};
    private static final int ROUNDS = 21;
    private static final int EVENTS_BETWEEN_READINGS = 2000;
    private static final long WARM_UP_NANOS = 1_000_000_000L;
    private static final long TURN_NANOS = 60_000_000L;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    /** Printed in the end, so that no result is for nothing. */
    private static long parsed;

    private ParsingRatios() {}

    private record Way(Callable<? extends List<?>> call) {
        /** Returns how many events a second of processor time parses. */
        double eventsPerSecond(long nanos) throws Exception {
            long begin = THREADS.getCurrentThreadCpuTime();
            long events = 0;
            long spent;
            do {
                // Reading the clock costs as much as an event: not after each.
                long next = events + EVENTS_BETWEEN_READINGS;
                while (events < next) {
                    events += call.call().size();
                }
                spent = THREADS.getCurrentThreadCpuTime() - begin;
            } while (spent < nanos);
            parsed += events;
            return events * 1e9 / spent;
        }
    }

    /**
     * Prints one line for each size of a delivery.
     *
     * @param arguments none
     */
    public static void main(String[] arguments) throws Exception {
        System.out.println(
                "Events per second of processor time, and the ratio to the SDK: median (smallest to largest of "
                        + ROUNDS + " rounds)");
        System.out.println(
                "| events | SDK | SDK, then its data | databind | streaming | Hubgate | Hubgate, not plain |");
        System.out.println("|---|---|---|---|---|---|---|");
        for (int size : SIZES) {
            measure(size);
        }
        System.out.println("(" + parsed + " events were parsed)");
    }

    private static void measure(int size) throws Exception {
        List<Way> ways = ways(size);
        for (Way way : ways) {
            way.eventsPerSecond(WARM_UP_NANOS);
        }
        double[][] rates = new double[ways.size()][ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            for (int way = 0; way < ways.size(); way++) {
                rates[way][round] = ways.get(way).eventsPerSecond(TURN_NANOS);
            }
        }
        StringBuilder line = new StringBuilder("| " + size);
        for (int way = 0; way < ways.size(); way++) {
            double[] toSdk = ratios(rates[way], rates[0]);
            line.append(String.format(
                    Locale.ROOT,
                    " | %.2f M/s, %.1f (%.1f to %.1f)",
                    median(rates[way]) / 1e6,
                    median(toSdk),
                    Arrays.stream(toSdk).min().orElseThrow(),
                    Arrays.stream(toSdk).max().orElseThrow()));
        }
        System.out.println(line.append(" |"));
    }

    private static List<Way> ways(int size) {
        byte[] body = SampleDelivery.of(size);
        byte[] notPlain = SampleDelivery.of(size, "Größe");
        LifecycleEventParser parser = new LifecycleEventParser();
        List<Way> ways = new ArrayList<>();
        ways.add(new Way(() -> Ways.bySdkAlone(body)));
        ways.add(new Way(() -> Ways.bySdk(body)));
        ways.add(new Way(() -> Ways.byDatabind(body)));
        ways.add(new Way(() -> Ways.byStreaming(body)));
        ways.add(new Way(() -> Ways.byHubgate(parser, body)));
        ways.add(new Way(() -> Ways.byHubgate(parser, notPlain)));
        return ways;
    }

    private static double[] ratios(double[] of, double[] to) {
        double[] ratios = new double[of.length];
        for (int i = 0; i < of.length; i++) {
            ratios[i] = of[i] / to[i];
        }
        return ratios;
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
