// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.store.testkit;

import static io.hubgate.store.testkit.Apps.ORDERS;
import static io.hubgate.store.testkit.Apps.commit;

import io.hubgate.store.AppStore;
import io.hubgate.store.Document;
import io.hubgate.store.Revision;
import io.hubgate.store.Versioned;
import io.hubgate.store.WriteResult;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The first client commits an app with three decisions; the record holds the number of the last. */
final class CommitOfApp implements Scenario<WriteResult> {
    private static final int DECISIONS = 3;

    private final StoreContract<AppStore> contract;
    private @Nullable Revision revision;
    private int logged;

    CommitOfApp(StoreContract<AppStore> contract) {
        this.contract = contract;
    }

    @Override
    public void prepare() {
        Optional<Versioned<Document>> app = contract.second().findApp(ORDERS, contract.soon());
        logged = contract.second().decisions(ORDERS, Long.MAX_VALUE, 1, contract.soon()).stream()
                .mapToInt(decision -> (int) decision.sequence())
                .findFirst()
                .orElse(0);
        revision = app.map(Versioned::revision).orElse(null);
    }

    @Override
    public WriteResult operate() {
        int last = logged + DECISIONS;
        return contract.first()
                .commit(commit(ORDERS, revision, Integer.toString(last), logged + 1, last), contract.soon());
    }

    /** Tells whether the commit happened. */
    boolean isDone(long recorded) {
        return recorded == logged + DECISIONS;
    }
}
