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
import io.hubgate.store.AppStore;
import io.hubgate.store.DocumentKey;
import io.hubgate.store.NumberedDocument;
import io.hubgate.store.Revision;
import io.hubgate.store.Shelf;
import io.hubgate.store.WriteResult;
import io.hubgate.store.WriteResult.AlreadyExists;
import io.hubgate.store.WriteResult.NotFound;
import io.hubgate.store.WriteResult.RevisionMismatch;
import java.util.List;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

/** The lower rung of {@link AppStoreContract}: single writes and races without a broken line. */
abstract class AppWriteContract extends StoreContract<AppStore> {
    private static final int RUNNERS = 8;
    private static final int ROUNDS = 20;

    /** For {@link AppStoreContract}. */
    AppWriteContract() {}

    /**
     * S-1. Likely causes: an upsert where an insert was meant; an update without its {@code If-Match} or {@code WHERE revision = ?}; a delete
     * by key alone; the number of changed rows is not looked at; an update that inserts when nothing is there.
     */
    @Test
    @Rule("S-1")
    public void s01_everyWriteIsConditional() {
        Revision stale = written(first().create(CLAIM, document("one"), soon()));
        assertThat(first().create(CLAIM, document("two"), soon())).isEqualTo(new AlreadyExists());
        Revision current = written(first().replace(CLAIM, stale, document("two"), soon()));
        assertThat(first().replace(CLAIM, stale, document("three"), soon())).isEqualTo(new RevisionMismatch());
        assertThat(first().delete(CLAIM, stale, soon())).isEqualTo(new RevisionMismatch());
        assertThat(first().find(CLAIM, soon()).orElseThrow().value()).isEqualTo(document("two"));
        assertThat(first().find(CLAIM, soon()).orElseThrow().revision()).isEqualTo(current);
        assertThat(first().delete(CLAIM, current, soon()).isWritten()).isTrue();
        assertThat(first().find(CLAIM, soon())).isEmpty();
        assertThat(first().delete(CLAIM, current, soon())).isEqualTo(new NotFound());
        assertThat(first().replace(CLAIM, current, document("four"), soon())).isEqualTo(new NotFound());
        assertThat(first().find(CLAIM, soon())).isEmpty();
    }

    /** S-1, for apps. Likely causes: as for documents; or only the decisions are conditional, and the app is put. */
    @Test
    @Rule("S-1")
    public void s01_everyCommitIsConditional() {
        Revision none = written(first().create(CLAIM, document("one"), soon()));
        assertThat(first().commit(commit(ORDERS, none, "zero", 1, 1), soon())).isEqualTo(new NotFound());
        Revision stale = written(first().commit(commit(ORDERS, null, "one", 1, 1), soon()));
        assertThat(first().commit(commit(ORDERS, null, "two", 2, 2), soon())).isEqualTo(new AlreadyExists());
        written(first().commit(commit(ORDERS, stale, "two", 2, 2), soon()));
        assertThat(first().commit(commit(ORDERS, stale, "three", 3, 3), soon())).isEqualTo(new RevisionMismatch());
        assertThat(first().findApp(ORDERS, soon()).orElseThrow().value()).isEqualTo(document("two"));
    }

    /**
     * S-1. Likely causes: revisions count from one again after a delete, or are a hash of the key, so that whoever still holds an old one
     * writes over a document that it has never read.
     */
    @Test
    @Rule("S-1")
    public void s01_aRevisionIsNotValidForALaterDocumentOfThatKey() {
        Revision old = written(first().create(CLAIM, document("old"), soon()));
        written(first().delete(CLAIM, old, soon()));
        written(first().create(CLAIM, document("new"), soon()));
        assertThat(first().replace(CLAIM, old, document("late"), soon())).isEqualTo(new RevisionMismatch());
        assertThat(first().delete(CLAIM, old, soon())).isEqualTo(new RevisionMismatch());
        assertThat(first().find(CLAIM, soon()).orElseThrow().value()).isEqualTo(document("new"));
    }

    /** S-2. Likely causes: a conflict of the database comes out as its exception; a conflict of a transaction is not mapped to its cause. */
    @Test
    @Rule("S-2")
    public void s02_losingARaceIsAResult() {
        Revision app = written(first().commit(commit(ORDERS, null, "one", 1, 1), soon()));
        Revision claim = written(first().create(CLAIM, document("one"), soon()));
        written(second().commit(commit(ORDERS, app, "two", 2, 2), soon()));
        written(second().replace(CLAIM, claim, document("two"), soon()));
        assertThat(first().commit(commit(ORDERS, app, "three", 2, 2), soon())).isEqualTo(new RevisionMismatch());
        assertThat(first().commit(commit(ORDERS, null, "three", 2, 2), soon())).isEqualTo(new AlreadyExists());
        assertThat(first().replace(CLAIM, claim, document("three"), soon())).isEqualTo(new RevisionMismatch());
        assertThat(first().create(CLAIM, document("three"), soon())).isEqualTo(new AlreadyExists());
    }

    /**
     * S-3. Likely causes: app and decisions in two transactions; decisions are written first and stay when the app's condition fails; a
     * reader who goes by a cache of decisions.
     */
    @Test
    @Rule("S-3")
    public void s03_anAppAndItsDecisionsAreWrittenTogether() {
        Revision revision = written(first().commit(commit(ORDERS, null, "1", 1, 1), soon()));
        assertThat(first().commit(commit(ORDERS, null, "2", 2, 2), soon()).isWritten())
                .isFalse();
        assertThat(newest()).isEqualTo(1);
        List<Long> last = crew().race(2, runner -> runner == 0 ? writeMany(revision) : readMany());
        assertThat(last.get(0)).isEqualTo(newest());
    }

    private long writeMany(Revision from) {
        Revision revision = from;
        for (int n = 2; n <= 5 * ROUNDS; n++) {
            revision = written(first().commit(commit(ORDERS, revision, Integer.toString(n), n, n), soon()));
        }
        return 5 * ROUNDS;
    }

    private long readMany() {
        for (int i = 0; i < 5 * ROUNDS; i++) {
            long decided = newest();
            long recorded = recorded();
            assertThat(recorded)
                    .as("the app's record, read after decision %d", decided)
                    .isGreaterThanOrEqualTo(decided);
            assertThat(newest())
                    .as("the newest decision, read after the record")
                    .isGreaterThanOrEqualTo(recorded);
        }
        return newest();
    }

    /** The number that the app's record holds, as the second client reads it. */
    final long recorded() {
        return second().findApp(ORDERS, soon())
                .map(found -> Long.parseLong(text(found.value())))
                .orElse(0L);
    }

    /** The number of the newest decision, as the second client reads it. */
    final long newest() {
        return second().decisions(ORDERS, Long.MAX_VALUE, 1, soon()).stream()
                .mapToLong(NumberedDocument::sequence)
                .findFirst()
                .orElse(0);
    }

    /**
     * S-5. Likely causes: the revision is compared in the client, and then written without condition; a transaction at an isolation level
     * that lets both read the old revision.
     */
    @Test
    @Rule("S-5")
    public void s05_ofConcurrentReplacesExactlyOneIsWritten() {
        Revision claim = written(first().create(CLAIM, document("0"), soon()));
        Revision app = written(first().commit(commit(ORDERS, null, "0", 1, 0), soon()));
        for (int round = 1; round <= ROUNDS; round++) {
            Revision document = claim;
            claim = oneWritten(runner -> client(runner).replace(CLAIM, document, document("by " + runner), soon()));
            Revision record = app;
            int n = round;
            app = oneWritten(runner -> client(runner).commit(commit(ORDERS, record, "by " + runner, n, n), soon()));
        }
        assertThat(newest()).isEqualTo(ROUNDS);
    }

    /** S-5, where the first client stands between two requests of one replace. Likely causes: as above. */
    @Test
    @Rule("S-5")
    public void s05_aReplaceInTheMiddleOfAnotherMakesThatLose() {
        needs(Capability.REQUESTS);
        stopAtEachRequest(new ReplaceOfClaim(this), () -> ReplaceOfClaim.replaceBySecond(this), result -> {
            assertThat(result).isEqualTo(new RevisionMismatch());
            assertThat(text(second().find(CLAIM, soon()).orElseThrow().value())).isEqualTo("second");
        });
    }

    /**
     * S-6. Likely causes: a claim is created by a look and then a put; an app name is a key of its own in each case; two shelves share one
     * place for the same key.
     */
    @Test
    @Rule("S-6")
    public void s06_ofConcurrentClaimsExactlyOneIsWritten() {
        for (int round = 0; round < ROUNDS; round++) {
            DocumentKey claim = new DocumentKey(Shelf.CLAIMS, "orders" + round);
            oneWritten(runner -> client(runner).create(claim, document("app " + runner), soon()));
        }
    }

    /** S-6, where the first client stands between two requests of one claim. Likely causes: as above. */
    @Test
    @Rule("S-6")
    public void s06_aClaimInTheMiddleOfAnotherMakesThatLose() {
        needs(Capability.REQUESTS);
        stopAtEachRequest(new CreateOfClaim(this), () -> CreateOfClaim.createBySecond(this), result -> {
            assertThat(result).isEqualTo(new AlreadyExists());
            assertThat(text(second().find(CLAIM, soon()).orElseThrow().value())).isEqualTo("second");
        });
    }

    /** S-6. Likely causes: the name is stored as it was written, not as {@link AppName#key()} gives it; shelves are not told apart. */
    @Test
    @Rule("S-6")
    public void s06_appsAreComparedWithoutCaseAndShelvesAreApart() {
        written(first().commit(commit(new AppName("Orders-Prod"), null, "one", 1, 1), soon()));
        AppName shouted = new AppName("ORDERS-PROD");
        assertThat(second().commit(commit(shouted, null, "two", 1, 1), soon())).isEqualTo(new AlreadyExists());
        assertThat(second().findApp(shouted, soon())).isPresent();
        assertThat(second().decisions(shouted, Long.MAX_VALUE, 10, soon())).hasSize(1);
        for (Shelf shelf : Shelf.values()) {
            DocumentKey key = new DocumentKey(shelf, "orders-prod");
            assertThat(first().create(key, document(shelf.name()), soon()).isWritten())
                    .as("a document on the shelf %s", shelf)
                    .isTrue();
        }
        for (Shelf shelf : Shelf.values()) {
            assertThat(text(second().list(shelf, null, 10, soon())
                            .items()
                            .get(0)
                            .document()))
                    .isEqualTo(shelf.name());
        }
    }

    /** Lets both clients try the same and returns the revision of the only one that was written. */
    private Revision oneWritten(IntFunction<WriteResult> attempt) {
        List<WriteResult> results = crew().race(RUNNERS, attempt);
        assertThat(results).filteredOn(WriteResult::isWritten).hasSize(1);
        return written(
                results.stream().filter(WriteResult::isWritten).findFirst().orElseThrow());
    }
}
