// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.store.azuretables;

import io.hubgate.model.TaskHubName;
import java.security.SecureRandom;
import java.util.concurrent.atomic.AtomicLong;

/** The names of tables, and names that nobody gives twice. Thread-safe. */
final class Names {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int RADIX = 36;
    /** 36⁷: prefix (10) + x + hub (45) + 7 are the 63 characters that a table's name may have. */
    private static final long INCARNATIONS = 78_364_164_096L;

    private final String prefix;
    private final String client = Long.toString(RANDOM.nextLong() >>> 1, RADIX);
    private final AtomicLong writes = new AtomicLong();

    Names(String prefix) {
        this.prefix = prefix;
    }

    String documents() {
        return prefix + "documents";
    }

    String hubs() {
        return prefix + "hubs";
    }

    String unclaimed() {
        return prefix + "unclaimed";
    }

    /** Returns a table for a hub: no other name of this class has an x there, and a later hub of the name gets another. */
    String newTable(TaskHubName hub) {
        String incarnation = Long.toString(RANDOM.nextLong(INCARNATIONS), RADIX);
        return prefix + "x" + hub.key() + "0".repeat(7 - incarnation.length()) + incarnation;
    }

    /** Returns a name for a write, by which the writer knows its own row again. */
    String newWrite() {
        return client + "." + Long.toString(writes.incrementAndGet(), RADIX);
    }
}
