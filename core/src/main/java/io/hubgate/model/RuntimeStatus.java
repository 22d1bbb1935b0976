// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.model;

import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The runtime status of an instance, by the words of Durable Functions. A word that is not known is kept as it is and counts as not
 * terminal, because unknown is never safe (rules ).
 *
 * @param word the word; for the known ones in the engine's spelling
 */
public record RuntimeStatus(String word) {
    /** Accepted, and not yet picked up by a worker; also: rewound, until it ends. */
    public static final RuntimeStatus PENDING = new RuntimeStatus("Pending");
    /** Begun and not ended, whether it executes or waits. */
    public static final RuntimeStatus RUNNING = new RuntimeStatus("Running");
    /** Ended with a result. */
    public static final RuntimeStatus COMPLETED = new RuntimeStatus("Completed");
    /** Between two generations of an eternal orchestration. */
    public static final RuntimeStatus CONTINUED_AS_NEW = new RuntimeStatus("ContinuedAsNew");
    /** Ended with an error. */
    public static final RuntimeStatus FAILED = new RuntimeStatus("Failed");
    /** Ended by cancellation; the engine names it and does not write it. */
    public static final RuntimeStatus CANCELED = new RuntimeStatus("Canceled");
    /** Ended by a caller. */
    public static final RuntimeStatus TERMINATED = new RuntimeStatus("Terminated");
    /** Held by a caller, to be resumed. */
    public static final RuntimeStatus SUSPENDED = new RuntimeStatus("Suspended");

    /** The largest length of an unknown word that is kept. */
    public static final int LONGEST = 64;

    private static final Map<String, RuntimeStatus> KNOWN = Stream.of(
                    PENDING, RUNNING, COMPLETED, CONTINUED_AS_NEW, FAILED, CANCELED, TERMINATED, SUSPENDED)
            .collect(Collectors.toUnmodifiableMap(s -> s.word.toLowerCase(Locale.ROOT), Function.identity()));

    private static final Set<RuntimeStatus> TERMINAL = Set.of(COMPLETED, FAILED, CANCELED, TERMINATED);

    /** Checks that there is a word. */
    public RuntimeStatus {
        Objects.requireNonNull(word, "word");
    }

    /**
     * Returns the status that a word means, in any letter case; an unknown word, cut to {@link #LONGEST} characters, is a status of its own.
     *
     * @param word the word of an event or a row
     * @return the status
     */
    public static RuntimeStatus of(String word) {
        RuntimeStatus known = KNOWN.get(word.toLowerCase(Locale.ROOT));
        if (known != null) {
            return known;
        }
        return new RuntimeStatus(word.substring(0, Math.min(LONGEST, word.length())));
    }

    /**
     * Tells whether the instance has ended, as far as this status says.
     *
     * @return true for Completed, Failed, Canceled and Terminated only
     */
    public boolean isTerminal() {
        return TERMINAL.contains(this);
    }

    @Override
    public String toString() {
        return word;
    }
}
