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
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hubgate.error.HubgateException;
import io.hubgate.rule.Rule;
import io.hubgate.store.Deadline;
import io.hubgate.store.Document;
import io.hubgate.store.DocumentKey;
import io.hubgate.store.Revision;
import io.hubgate.store.Shelf;
import io.hubgate.store.StoreUnavailableException;
import io.hubgate.store.WriteResult;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** The middle rung of {@link AppStoreContract}: what a store does when its line breaks or its time ends. */
abstract class AppLineContract extends AppWriteContract {
    /** For {@link AppStoreContract}. */
    AppLineContract() {}

    /**
     * S-2. Likely causes: the exception of the client library comes out as it is; a retry without an end; a read that answers "nothing there"
     * for an error.
     */
    @Test
    @Rule("S-2")
    public void s02_anUnreachableStoreIsAnException() {
        needs(Capability.REQUESTS);
        wire().decideAll(Fate.REFUSED);
        allOperations()
                .forEach((name, operation) -> assertThatThrownBy(() -> operation.apply(soon()))
                        .as(name + " of a store that cannot be reached")
                        .isInstanceOf(StoreUnavailableException.class));
        wire().heal();
        assertThat(second().find(CLAIM, soon())).isEmpty();
        assertThat(second().findApp(ORDERS, soon())).isEmpty();
    }

    /**
     * S-2, the lost reply. Likely causes: the client library repeats a write whose answer was lost, finds its own row, and the store reports
     * a lost race; a broken connection is reported as "nothing was written" although the write was on its way.
     */
    @Test
    @Rule("S-2")
    public void s02_aWriteWhoseReplyIsLostIsNotBlamedOnAnother() {
        needs(Capability.REQUESTS);
        breakAtEachRequest(Fate.REPLY_LOST, new CreateOfClaim(this), (r, failure) -> judge(r, failure, "first"));
        breakAtEachRequest(Fate.REPLY_LOST, new ReplaceOfClaim(this), (r, failure) -> judge(r, failure, "first"));
        CommitOfApp commit = new CommitOfApp(this);
        breakAtEachRequest(
                Fate.REPLY_LOST, commit, (result, failure) -> judge(result, failure, commit.isDone(recorded())));
    }

    private void judge(Optional<WriteResult> result, Optional<HubgateException> failure, String after) {
        boolean happened = second().find(CLAIM, soon())
                .map(found -> text(found.value()).equals(after))
                .orElse(false);
        judge(result, failure, happened);
    }

    private static void judge(Optional<WriteResult> result, Optional<HubgateException> failure, boolean happened) {
        result.ifPresent(r -> assertThat(r.isWritten())
                .as("the store says %s of a write that nobody else disturbed", r)
                .isTrue());
        if (result.isPresent()) {
            assertThat(happened).as("what is reported as written is there").isTrue();
        } else if (failure.orElseThrow() instanceof StoreUnavailableException) {
            assertThat(happened).as("what is reported as not written is there").isFalse();
        }
    }

    /** S-3, where the line breaks. Likely causes: app and decisions are two requests. */
    @Test
    @Rule("S-3")
    public void s03_aReaderSeesBothOrNoneAlsoWhenTheLineBreaks() {
        needs(Capability.REQUESTS);
        CommitOfApp commit = new CommitOfApp(this);
        stopAtEachRequest(commit, this::assertBothOrNone, result -> assertBothOrNone());
        for (Fate fate : new Fate[] {Fate.REFUSED, Fate.REPLY_LOST}) {
            breakAtEachRequest(fate, commit, (result, failure) -> assertBothOrNone());
        }
    }

    private void assertBothOrNone() {
        assertThat(recorded()).as("the record names the newest decision").isEqualTo(newest());
    }

    /** S-13. Likely causes: the deadline is looked at between retries only. */
    @Test
    @Rule("S-13")
    public void s13_anOperationWithNoTimeLeftGivesUpAtOnce() {
        assertGivesUpAtOnce(allOperations());
    }

    /** S-13. Likely causes: the client library repeats requests by a policy of its own, which knows no deadline. */
    @Test
    @Rule("S-13")
    public void s13_anOperationSendsNothingAfterItsDeadline() {
        assertStopsAtDeadline(allOperations());
    }

    /** S-13. Likely causes: an {@code InterruptedException} is caught and dropped; the flag is not set again. */
    @Test
    @Rule("S-13")
    public void s13_anInterruptedThreadGetsAnExceptionAndStaysInterrupted() {
        assertHonoursInterruption(allOperations());
    }

    private Map<String, Function<Deadline, ?>> allOperations() {
        Document document = document("one");
        Revision revision =
                written(second().create(new DocumentKey(Shelf.MARKS, "one-" + wire().requests()), document, soon()));
        Map<String, Function<Deadline, ?>> all = new LinkedHashMap<>();
        all.put("findApp", d -> first().findApp(ORDERS, d));
        all.put("listApps", d -> first().listApps(null, 10, d));
        all.put("commit", d -> first().commit(commit(ORDERS, null, "1", 1, 1), d));
        all.put("decisions", d -> first().decisions(ORDERS, Long.MAX_VALUE, 10, d));
        all.put("find", d -> first().find(CLAIM, d));
        all.put("list", d -> first().list(Shelf.CLAIMS, null, 10, d));
        all.put("create", d -> first().create(CLAIM, document, d));
        all.put("replace", d -> first().replace(CLAIM, revision, document, d));
        all.put("delete", d -> first().delete(CLAIM, revision, d));
        return all;
    }
}
