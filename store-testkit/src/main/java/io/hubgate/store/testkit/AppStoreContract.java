// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.store.testkit;

import static io.hubgate.store.testkit.Apps.CLAIM;
import static io.hubgate.store.testkit.Apps.ORDERS;
import static io.hubgate.store.testkit.Apps.commit;
import static io.hubgate.store.testkit.Apps.document;
import static io.hubgate.store.testkit.Apps.text;
import static io.hubgate.store.testkit.Apps.written;
import static org.assertj.core.api.Assertions.assertThat;

import io.hubgate.model.AppName;
import io.hubgate.rule.Rule;
import io.hubgate.store.AppCommit;
import io.hubgate.store.Document;
import io.hubgate.store.DocumentKey;
import io.hubgate.store.NumberedDocument;
import io.hubgate.store.Page;
import io.hubgate.store.Revision;
import io.hubgate.store.Shelf;
import io.hubgate.store.StoredDocument;
import io.hubgate.store.Versioned;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Shows that an {@link io.hubgate.store.AppStore} keeps the store contract. Extend it, give it a fixture, and run it as a JUnit class. Each
 * test begins with the number of its rule; its Javadoc says what usually is the matter when it fails.
 */
public abstract class AppStoreContract extends AppLineContract implements AppStoreRules {
    /** For the store's own test class. */
    protected AppStoreContract() {}

    /**
     * S-4. Likely causes: a client reads from its own cache, or from a replica that lags; a listing goes by an index that is filled later.
     */
    @Test
    @Rule("S-4")
    @Override
    public void s04_aReadSeesEveryWriteBeforeItFromAnyClient() {
        Revision claim = null;
        Revision app = null;
        for (int n = 1; n <= 10; n++) {
            String text = Integer.toString(n);
            claim = written(
                    claim == null
                            ? client(n).create(CLAIM, document(text), soon())
                            : client(n).replace(CLAIM, claim, document(text), soon()));
            app = written(client(n).commit(commit(ORDERS, app, text, n, n), soon()));
            for (int reader = 0; reader < 2; reader++) {
                assertSeen(reader, new Versioned<>(document(text), claim), new Versioned<>(document(text), app), n);
            }
        }
        written(first().delete(CLAIM, claim == null ? new Revision("") : claim, soon()));
        assertThat(second().find(CLAIM, soon())).isEmpty();
        assertThat(second().list(Shelf.CLAIMS, null, 10, soon()).items()).isEmpty();
    }

    private void assertSeen(int reader, Versioned<Document> claim, Versioned<Document> app, int decisions) {
        assertThat(client(reader).find(CLAIM, soon())).contains(claim);
        assertThat(client(reader).findApp(ORDERS, soon())).contains(app);
        assertThat(client(reader).list(Shelf.CLAIMS, null, 10, soon()).items())
                .containsExactly(new StoredDocument(CLAIM.key(), claim.value(), claim.revision()));
        assertThat(client(reader).listApps(null, 10, soon()).items())
                .containsExactly(new StoredDocument(ORDERS.key(), app.value(), app.revision()));
        assertThat(client(reader).decisions(ORDERS, Long.MAX_VALUE, 1, soon()))
                .containsExactly(Apps.decision(decisions));
    }

    /**
     * S-4, for listings. Likely causes: the next page begins at, not after, the key; a sort by locale instead of by characters; an empty page
     * is taken for the end; keys that begin another key.
     */
    @Test
    @Rule("S-4")
    public void s04_listingsShowEachKeyOnceInOrderPageByPage() {
        List<String> keys = List.of("-", ".", "0", "1", "10", "2", ":", "_", "a", "a-", "a.b", "a:b", "a_b", "aa", "b");
        for (String key : shuffled(keys)) {
            written(first().create(new DocumentKey(Shelf.WAIVERS, key), document(key), soon()));
        }
        List<String> names = List.of("a", "a-b", "a0", "ab", "b1", "b10", "b2", "z");
        for (String name : shuffled(names)) {
            written(first().commit(commit(new AppName(name), null, name, 1, 2), soon()));
        }
        for (int limit : new int[] {1, 2, 4, 1000}) {
            assertThat(walk(after -> second().list(Shelf.WAIVERS, after, limit, soon()), limit))
                    .containsExactlyElementsOf(keys);
            assertThat(walk(after -> second().listApps(after, limit, soon()), limit))
                    .containsExactlyElementsOf(names);
        }
        assertThat(second().list(Shelf.WAIVERS, "a-zzz", 2, soon()).items())
                .extracting(StoredDocument::key)
                .containsExactly("a.b", "a:b");
    }

    private static List<String> shuffled(List<String> keys) {
        List<String> shuffled = new ArrayList<>(keys);
        java.util.Collections.shuffle(shuffled, new Random(417));
        return shuffled;
    }

    private static List<String> walk(Function<@Nullable String, Page<StoredDocument>> pages, int limit) {
        List<String> seen = new ArrayList<>();
        String after = null;
        do {
            Page<StoredDocument> page = pages.apply(after);
            assertThat(page.items()).hasSizeLessThanOrEqualTo(limit);
            for (StoredDocument item : page.items()) {
                assertThat(text(item.document())).isEqualTo(item.key());
                seen.add(item.key());
            }
            after = page.next();
        } while (after != null);
        return seen;
    }

    /**
     * S-10. Core gives each document a format number and its bytes; a store gives them back as they are. Likely causes: bytes are kept as a
     * text; a column cuts or pads them; an empty document is kept as none; large ones are split and put together in another order.
     */
    @Test
    @Rule("S-10")
    @Override
    public void s10_bytesComeBackExactly() {
        int[] sizes = {0, 1, 255, 32 * 1024, 64 * 1024 + 1, Document.LARGEST};
        for (int i = 0; i < sizes.length; i++) {
            Document bytes = bytes(sizes[i]);
            DocumentKey key = new DocumentKey(Shelf.JOURNAL, "size-" + sizes[i]);
            AppName app = new AppName("size-" + sizes[i]);
            NumberedDocument decision = new NumberedDocument(1, bytes(Math.min(sizes[i], 32 * 1024)));
            written(first().create(key, bytes, soon()));
            written(first().commit(new AppCommit(app, null, bytes, List.of(decision)), soon()));
            assertThat(second().find(key, soon()).orElseThrow().value()).isEqualTo(bytes);
            assertThat(second().findApp(app, soon()).orElseThrow().value()).isEqualTo(bytes);
            assertThat(second().decisions(app, 2, 1, soon())).containsExactly(decision);
        }
    }

    /** Bytes of all values, different for each size. */
    private static Document bytes(int size) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return new Document(bytes);
    }

    /**
     * S-12. Likely causes: numbers are ordered as texts, so that 10 comes before 2; a page is cut before it is sorted; {@code before} is
     * taken as included; decisions of another app whose name begins with this one's are in between.
     */
    @Test
    @Rule("S-12")
    @Override
    public void s12_decisionsAreReadBackInOrderPageByPage() {
        int last = 0;
        Revision revision = null;
        for (int batch = 1; last < 120; batch = batch % 7 + 1) {
            revision = written(first().commit(commit(ORDERS, revision, "n", last + 1, last + batch), soon()));
            last += batch;
        }
        written(first().commit(commit(new AppName(ORDERS.key() + "2"), null, "other", 1, 20), soon()));
        for (int limit : new int[] {1, 7, 100, 1000}) {
            assertThat(walkDecisions(limit)).containsExactlyElementsOf(downFrom(last));
        }
        assertThat(second().decisions(ORDERS, 11, 3, soon()))
                .containsExactly(Apps.decision(10), Apps.decision(9), Apps.decision(8));
        assertThat(second().decisions(ORDERS, 1, 3, soon())).isEmpty();
        assertThat(second().decisions(new AppName("nobody"), Long.MAX_VALUE, 3, soon()))
                .isEmpty();
    }

    private static List<Long> downFrom(int last) {
        return LongStream.iterate(last, n -> n >= 1, n -> n - 1).boxed().toList();
    }

    private List<Long> walkDecisions(int limit) {
        List<Long> seen = new ArrayList<>();
        long before = Long.MAX_VALUE;
        List<NumberedDocument> page;
        do {
            page = second().decisions(ORDERS, before, limit, soon());
            page.forEach(decision -> seen.add(decision.sequence()));
            before = page.isEmpty() ? before : page.get(page.size() - 1).sequence();
        } while (page.size() == limit);
        return seen;
    }

    /**
     * S-12. Only a faulty caller numbers a decision as one that is logged; the store refuses in whatever way, and keeps what is logged.
     * Likely causes: decisions are written by an upsert.
     */
    @Test
    @Rule("S-12")
    public void s12_whatIsLoggedIsNeverWrittenOver() {
        Revision revision = written(first().commit(commit(ORDERS, null, "1", 1, 3), soon()));
        AppCommit forged = new AppCommit(
                ORDERS, revision, document("forged"), List.of(new NumberedDocument(2, document("forged"))));
        boolean written;
        try {
            written = first().commit(forged, soon()).isWritten();
        } catch (RuntimeException e) {
            written = false;
        }
        assertThat(written).as("a decision was written over").isFalse();
        assertThat(second().decisions(ORDERS, Long.MAX_VALUE, 10, soon()))
                .containsExactly(Apps.decision(3), Apps.decision(2), Apps.decision(1));
        assertThat(text(second().findApp(ORDERS, soon()).orElseThrow().value())).isEqualTo("1");
    }
}
