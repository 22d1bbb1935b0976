// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.benchmarks.tables;

import java.time.Duration;
import java.util.List;

/**
 * The processor time of processes, which, unlike the clock, does not count what others do on the same machine.
 *
 * @param server the process of the emulator
 * @param clients all other processes that take part
 */
record Processors(long server, List<Long> clients) {
    /** Processor time in microseconds. */
    record Spent(double server, double clients) {
        Spent minus(Spent before) {
            return new Spent(server - before.server, clients - before.clients);
        }
    }

    Processors {
        clients = List.copyOf(clients);
    }

    Spent spent() {
        return new Spent(
                micros(server), clients.stream().mapToDouble(Processors::micros).sum());
    }

    private static double micros(long process) {
        Duration spent = ProcessHandle.of(process)
                .flatMap(handle -> handle.info().totalCpuDuration())
                .orElseThrow(() -> new IllegalStateException("process " + process + " has ended"));
        return spent.toNanos() / 1e3;
    }
}
