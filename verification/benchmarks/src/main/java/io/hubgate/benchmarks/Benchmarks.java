// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.benchmarks;

import io.hubgate.benchmarks.events.EventTable;
import io.hubgate.benchmarks.inspection.InspectionTable;
import io.hubgate.benchmarks.memory.MemoryPerInstance;
import io.hubgate.benchmarks.start.StartToReady;
import io.hubgate.benchmarks.tables.TablesBench;
import io.hubgate.benchmarks.verdict.VerdictTable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Measures what {@code docs/benchmarks.md} tells, and prints the tables that are in it. */
public final class Benchmarks {
    /** What can be measured, in the order of the document. */
    private static final List<String> PARTS = List.of("events", "verdict", "memory", "inspection", "start", "tables");

    private static final String[] NO_ARGUMENTS = {};
    private static final String BACKEND = "hubgate.backend";
    private static final String HELLO = "hubgate.hello";

    private Benchmarks() {}

    /**
     * Measures.
     *
     * @param arguments names of parts; none for all of them
     * @throws Exception if a part fails
     */
    public static void main(String[] arguments) throws Exception {
        List<String> names = arguments.length == 0 ? PARTS : List.of(arguments);
        if (!PARTS.containsAll(names)) {
            System.err.println("parts: " + PARTS);
            System.exit(2);
        }
        System.out.printf(
                "%s %s, %s %s, %d processors%n%n",
                System.getProperty("java.vm.name"),
                System.getProperty("java.runtime.version"),
                System.getProperty("os.name"),
                System.getProperty("os.arch"),
                Runtime.getRuntime().availableProcessors());
        for (String name : names) {
            System.out.println("## " + name);
            run(name);
            System.out.println();
        }
    }

    private static void run(String part) throws Exception {
        switch (part) {
            case "events" -> EventTable.main(NO_ARGUMENTS);
            case "verdict" -> VerdictTable.main(NO_ARGUMENTS);
            case "inspection" -> InspectionTable.main(NO_ARGUMENTS);
            case "memory" -> MemoryPerInstance.main(NO_ARGUMENTS);
            case "tables" -> tables();
            default -> start();
        }
    }

    private static Path backend() {
        return Path.of(System.getProperty(BACKEND, "examples/backend-api/target/hubgate-backend.jar"));
    }

    private static void tables() throws Exception {
        if (Files.isRegularFile(backend())) {
            TablesBench.main(new String[] {backend().toString()});
        } else {
            System.out.println("not measured: it needs " + backend() + " (-D" + BACKEND + ")");
        }
    }

    private static void start() throws Exception {
        Path hello = Path.of(System.getProperty(HELLO, "verification/benchmarks/target/hello.jar"));
        Path backend = backend();
        if (Files.isRegularFile(hello) && Files.isRegularFile(backend)) {
            StartToReady.main(new String[] {backend.toString(), hello.toString()});
        } else {
            System.out.println(
                    "not measured: it needs " + hello + " (-D" + HELLO + ") and " + backend + " (-D" + BACKEND + ")");
        }
    }
}
