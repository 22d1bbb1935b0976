// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.taskhub.azurestorage.internal.rows;

import io.hubgate.model.RuntimeStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The filters that the service evaluates, so that finished work is not sent. */
final class RowFilters {
    /** The engine may still run a terminated start so long after it was due (rule R-12). */
    static final Duration LATE_START = Duration.ofMinutes(10);

    private static final String TERMINAL = Stream.of(
                    RuntimeStatus.COMPLETED, RuntimeStatus.FAILED, RuntimeStatus.TERMINATED, RuntimeStatus.CANCELED)
            .map(status -> "RuntimeStatus eq '" + status.word() + "'")
            .collect(Collectors.joining(" or ", "(", ")"));

    /** Where the id space is cut: digits of hexadecimal ids, entities, words. */
    private static final List<String> CUTS = List.of("4", "8", "@", "A", "a", "d", "h", "p");

    private RowFilters() {}

    /**
     * Rows that are not terminal, that changed since the look began, or that the engine may run although they are terminated.
     *
     * <p>It says "not (terminal)" and not "unequal to each": a comparison with a column that a row lacks is false, so that "unequal" would leave
     * out a row without a status, and "not" keeps it.
     */
    static String open(Instant began) {
        return "(not " + TERMINAL + " or Timestamp gt " + time(began)
                + " or (RuntimeStatus eq 'Terminated' and ScheduledStartTime gt " + time(began.minus(LATE_START))
                + "))";
    }

    /** Terminal rows that were written since a moment. */
    static String finishedSince(Instant moment) {
        return TERMINAL + " and Timestamp gt " + time(moment);
    }

    /** The id space in ranges that leave nothing out, whatever the order of letters is. */
    static List<String> ranges() {
        List<String> ranges = new ArrayList<>();
        ranges.add("PartitionKey lt '" + CUTS.get(0) + "'");
        for (int i = 1; i < CUTS.size(); i++) {
            ranges.add("PartitionKey ge '" + CUTS.get(i - 1) + "' and PartitionKey lt '" + CUTS.get(i) + "'");
        }
        ranges.add("PartitionKey ge '" + CUTS.get(CUTS.size() - 1) + "'");
        return ranges;
    }

    private static String time(Instant time) {
        return "datetime'" + time + "'";
    }
}
