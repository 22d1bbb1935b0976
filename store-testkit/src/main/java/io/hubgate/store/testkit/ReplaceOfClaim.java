// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.store.testkit;

import static io.hubgate.store.testkit.Apps.CLAIM;
import static io.hubgate.store.testkit.Apps.document;
import static io.hubgate.store.testkit.Apps.written;

import io.hubgate.store.AppStore;
import io.hubgate.store.Revision;
import io.hubgate.store.WriteResult;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The first client replaces a claim that it has just read. */
final class ReplaceOfClaim implements Scenario<WriteResult> {
    private final StoreContract<AppStore> contract;
    private @Nullable Revision revision;

    ReplaceOfClaim(StoreContract<AppStore> contract) {
        this.contract = contract;
    }

    @Override
    public void prepare() {
        contract.second()
                .find(CLAIM, contract.soon())
                .ifPresent(old -> written(contract.second().delete(CLAIM, old.revision(), contract.soon())));
        revision = written(contract.second().create(CLAIM, document("before"), contract.soon()));
    }

    @Override
    public WriteResult operate() {
        return contract.first().replace(CLAIM, Objects.requireNonNull(revision), document("first"), contract.soon());
    }

    static void replaceBySecond(StoreContract<AppStore> contract) {
        Revision read =
                contract.second().find(CLAIM, contract.soon()).orElseThrow().revision();
        written(contract.second().replace(CLAIM, read, document("second"), contract.soon()));
    }
}
