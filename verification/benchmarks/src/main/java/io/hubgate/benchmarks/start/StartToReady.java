// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.benchmarks.start;

import io.hubgate.benchmarks.measure.Spread;
import io.hubgate.benchmarks.start.Server.Start;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * Starts the backend and a server that only says hello in turns, each as one jar, and compares how long they take until their first answer.
 * The backend's jar is not a dependency: nothing depends on examples.
 */
public final class StartToReady {
    private static final int ROUNDS = 11;

    private StartToReady() {}

    /**
     * Prints one line for each kind of time.
     *
     * @param arguments the backend's jar, and the jar that says hello
     * @throws IOException if one of them does not start
     * @throws InterruptedException if somebody wants this to end
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Server backend = new Server(Path.of(arguments[0]), List.of("--port"), Map.of());
        Server hello = new Server(Path.of(arguments[1]), List.of(), Map.of());
        // The first of each reads its jar from the disk.
        hello.start();
        backend.start();
        List<Start> ours = new ArrayList<>();
        List<Start> theirs = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            theirs.add(hello.start());
            ours.add(backend.start());
        }
        System.out.println("| until the first answer, seconds | backend | hello | ratio |");
        System.out.println("|---|---|---|---|");
        print("time of the day", ours, theirs, Start::seconds);
        print("processor time", ours, theirs, Start::processorSeconds);
    }

    private static void print(String what, List<Start> ours, List<Start> theirs, ToDoubleFunction<Start> time) {
        Spread backend = spread(ours, time);
        Spread hello = spread(theirs, time);
        List<Double> ratios = new ArrayList<>();
        for (int round = 0; round < ours.size(); round++) {
            ratios.add(time.applyAsDouble(ours.get(round)) / time.applyAsDouble(theirs.get(round)));
        }
        System.out.println("| " + what + " | " + backend.text(2) + " | " + hello.text(2) + " | "
                + Spread.of(ratios).text(2) + " |");
    }

    private static Spread spread(List<Start> starts, ToDoubleFunction<Start> time) {
        return Spread.of(starts.stream().map(time::applyAsDouble).toList());
    }
}
