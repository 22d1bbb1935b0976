// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.store.inmemory;

import static io.hubgate.store.inmemory.Given.PAST;
import static io.hubgate.store.inmemory.Given.SOON;
import static io.hubgate.store.inmemory.Given.document;
import static io.hubgate.store.inmemory.Given.written;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hubgate.model.AppName;
import io.hubgate.rule.Rule;
import io.hubgate.store.AppCommit;
import io.hubgate.store.DocumentKey;
import io.hubgate.store.NumberedDocument;
import io.hubgate.store.Page;
import io.hubgate.store.Revision;
import io.hubgate.store.Shelf;
import io.hubgate.store.StoreUnavailableException;
import io.hubgate.store.StoredDocument;
import io.hubgate.store.WriteResult;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class InMemoryAppStoreTest {
    private static final AppName ORDERS = new AppName("orders");

    private final InMemoryAppStore store = new InMemoryAppStore();

    private WriteResult commit(@Nullable Revision expected, String text, int... decisions) {
        List<NumberedDocument> numbered = java.util.Arrays.stream(decisions)
                .mapToObj(n -> new NumberedDocument(n, document("decision " + n)))
                .toList();
        return store.commit(new AppCommit(ORDERS, expected, document(text), numbered), SOON);
    }

    @Nested
    class Commit {
        @Test
        @Rule("S-1")
        void creates_once_and_replaces_on_the_revision_only() {
            assertThat(commit(new Revision("?"), "zero")).isEqualTo(new WriteResult.NotFound());
            Revision first = written(commit(null, "one"));
            assertThat(commit(null, "two")).isEqualTo(new WriteResult.AlreadyExists());
            Revision second = written(commit(first, "two"));
            assertThat(commit(first, "three")).isEqualTo(new WriteResult.RevisionMismatch());
            assertThat(store.findApp(new AppName("ORDERS"), SOON).orElseThrow().value())
                    .isEqualTo(document("two"));
            assertThat(second).isNotEqualTo(first);
        }

        @Test
        @Rule("S-12")
        void refuses_decisions_out_of_sequence_and_writes_nothing() {
            Revision first = written(commit(null, "one", 1, 2));
            assertThatThrownBy(() -> commit(first, "two", 2)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> commit(first, "two", 4)).isInstanceOf(IllegalArgumentException.class);
            assertThat(store.findApp(ORDERS, SOON).orElseThrow().value()).isEqualTo(document("one"));
        }
    }

    @Nested
    class Decisions {
        @Test
        @Rule("S-12")
        void come_newest_first_page_by_page() {
            commit(null, "one", 1, 2, 3, 4, 5);
            assertThat(numbers(Long.MAX_VALUE, 2)).containsExactly(5L, 4L);
            assertThat(numbers(4, 2)).containsExactly(3L, 2L);
            assertThat(numbers(2, 2)).containsExactly(1L);
            assertThat(numbers(1, 2)).isEmpty();
            assertThat(store.decisions(new AppName("other"), Long.MAX_VALUE, 2, SOON))
                    .isEmpty();
        }

        private List<Long> numbers(long before, int limit) {
            return store.decisions(ORDERS, before, limit, SOON).stream()
                    .map(NumberedDocument::sequence)
                    .toList();
        }
    }

    @Nested
    class Shelves {
        private final DocumentKey key = new DocumentKey(Shelf.CLAIMS, "orders417");

        @Test
        @Rule("S-1")
        void take_conditional_writes_only() {
            Revision first = written(store.create(key, document("a"), SOON));
            assertThat(store.create(key, document("b"), SOON)).isEqualTo(new WriteResult.AlreadyExists());
            Revision second = written(store.replace(key, first, document("b"), SOON));
            assertThat(store.delete(key, first, SOON)).isEqualTo(new WriteResult.RevisionMismatch());
            assertThat(store.delete(key, second, SOON).isWritten()).isTrue();
            assertThat(store.find(key, SOON)).isEmpty();
            assertThat(written(store.create(key, document("b"), SOON))).isNotEqualTo(second);
        }

        @Test
        void are_listed_in_order_with_a_place_to_go_on() {
            for (String name : List.of("c", "a", "b")) {
                store.create(new DocumentKey(Shelf.MARKS, name), document(name), SOON);
            }
            Page<StoredDocument> first = store.list(Shelf.MARKS, null, 2, SOON);
            assertThat(first.items()).extracting(StoredDocument::key).containsExactly("a", "b");
            Page<StoredDocument> second = store.list(Shelf.MARKS, first.next(), 2, SOON);
            assertThat(second.items()).extracting(StoredDocument::key).containsExactly("c");
            assertThat(second.next()).isNull();
            assertThatThrownBy(() -> store.list(Shelf.MARKS, null, 0, SOON))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void a_snapshot_gives_a_store_that_holds_the_same() {
        commit(null, "one", 1);
        store.create(new DocumentKey(Shelf.CLAIMS, "orders417"), document("claim"), SOON);
        AppStoreSnapshot snapshot = store.snapshot(SOON);
        InMemoryAppStore restored = new InMemoryAppStore(snapshot);
        assertThat(restored.snapshot(SOON)).isEqualTo(snapshot);
        Revision old = store.findApp(ORDERS, SOON).orElseThrow().revision();
        assertThat(restored.findApp(ORDERS, SOON).orElseThrow().revision()).isNotEqualTo(old);
    }

    @Test
    @Rule("S-13")
    void gives_up_at_its_deadline() {
        assertThatThrownBy(() -> store.findApp(ORDERS, PAST)).isInstanceOf(StoreUnavailableException.class);
    }

    @Test
    @Rule("S-13")
    void gives_an_interrupted_thread_an_exception_and_leaves_it_interrupted() {
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> commit(null, "one")).isInstanceOf(StoreUnavailableException.class);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(store.findApp(ORDERS, SOON)).isEmpty();
    }
}
