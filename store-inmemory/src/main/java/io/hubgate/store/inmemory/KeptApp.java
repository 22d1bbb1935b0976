// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.store.inmemory;

import io.hubgate.model.AppName;
import io.hubgate.store.NumberedDocument;
import java.util.ArrayList;
import java.util.List;

/** An app's record and its log of decisions, which only grows (rule S-12). Guarded by the lock of its store. */
final class KeptApp {
    final AppName name;
    KeptDocument current;
    private final List<NumberedDocument> log = new ArrayList<>();

    KeptApp(AppName name, KeptDocument current) {
        this.name = name;
        this.current = current;
    }

    /** Refuses decisions that would leave a gap or write over logged ones: only a faulty caller has such. */
    static void checkSequence(List<NumberedDocument> decisions, long logged) {
        long expected = logged;
        for (NumberedDocument decision : decisions) {
            expected++;
            if (decision.sequence() != expected) {
                throw new IllegalArgumentException(
                        "decision " + decision.sequence() + " cannot follow decision " + (expected - 1));
            }
        }
    }

    void log(NumberedDocument decision) {
        log.add(decision);
    }

    long logged() {
        return log.size();
    }

    List<NumberedDocument> decisions() {
        return List.copyOf(log);
    }

    /** Returns decisions with numbers below a bound, newest first. */
    List<NumberedDocument> newestFirst(long before, int limit) {
        // The decision with number n stands at index n - 1.
        int end = (int) Math.max(0, Math.min(before - 1, log.size()));
        List<NumberedDocument> page = new ArrayList<>(Math.min(limit, end));
        for (int i = end - 1; i >= 0 && page.size() < limit; i--) {
            page.add(log.get(i));
        }
        return page;
    }
}
