// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.verification.concurrency;

import static io.hubgate.verification.concurrency.Orders.LONG;

import io.hubgate.rule.Rule;
import io.hubgate.store.AppStore;
import io.hubgate.store.Document;
import io.hubgate.store.DocumentKey;
import io.hubgate.store.Shelf;
import io.hubgate.store.Versioned;
import io.hubgate.store.WriteResult;
import io.hubgate.store.inmemory.InMemoryAppStore;
import java.util.Optional;
import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.StressOptions;
import org.junit.jupiter.api.Test;

/** A document of the in-memory store as a counter that comes and goes, by conditional writes alone: exactly one of several writers wins. */
@Rule({"S-1", "S-4", "S-5"})
public class AppStoreLincheckTest {
    private static final DocumentKey KEY = new DocumentKey(Shelf.MARKS, "counter");

    private final AppStore store = new InMemoryAppStore();

    /** Creates the counter; true for whoever did. */
    @Operation
    public boolean create() {
        return store.create(KEY, document(0), LONG).isWritten();
    }

    /** Counts up by compare-and-swap; -1 if there is nothing to count. */
    @Operation
    public int increment() {
        while (true) {
            Optional<Versioned<Document>> found = store.find(KEY, LONG);
            if (found.isEmpty()) {
                return -1;
            }
            int next = count(found.get()) + 1;
            if (store.replace(KEY, found.get().revision(), document(next), LONG).isWritten()) {
                return next;
            }
        }
    }

    /** Reads the counter; -1 if there is none. */
    @Operation
    public int look() {
        return store.find(KEY, LONG).map(AppStoreLincheckTest::count).orElse(-1);
    }

    /** Removes the counter; true for whoever did. */
    @Operation
    public boolean delete() {
        while (true) {
            Optional<Versioned<Document>> found = store.find(KEY, LONG);
            if (found.isEmpty()) {
                return false;
            }
            WriteResult result = store.delete(KEY, found.get().revision(), LONG);
            if (result.isWritten()) {
                return true;
            }
        }
    }

    private static Document document(int count) {
        return new Document(new byte[] {(byte) count});
    }

    private static int count(Versioned<Document> stored) {
        return stored.value().bytes()[0];
    }

    @Test
    void under_stress_it_is_as_if_one_call_came_after_the_other() {
        new StressOptions()
                .iterations(15)
                .invocationsPerIteration(500)
                .threads(3)
                .actorsPerThread(3)
                .sequentialSpecification(PlainDocument.class)
                .check(getClass());
    }

    @Test
    void in_each_schedule_tried_it_is_as_if_one_call_came_after_the_other() {
        new ModelCheckingOptions()
                .iterations(5)
                .invocationsPerIteration(100)
                .threads(2)
                .actorsPerThread(2)
                .loopBound(1_000)
                .sequentialSpecification(PlainDocument.class)
                .check(getClass());
    }
}
