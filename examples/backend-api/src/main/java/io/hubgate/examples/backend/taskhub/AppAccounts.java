// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.examples.backend.taskhub;

import io.hubgate.examples.backend.settings.StorageAccount;
import io.hubgate.examples.backend.words.AppPattern;
import io.hubgate.model.AppName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the hubs of some apps are.
 *
 * @param apps whose
 * @param own the account of their queues, and of all else if there is no tracking store
 * @param tracking the account of the tracking store, or null if it is the same
 * @param trackingPrefix the prefix of the tracking store's tables, or null
 */
record AppAccounts(
        List<AppPattern> apps,
        StorageAccount own,
        @Nullable StorageAccount tracking,
        @Nullable String trackingPrefix) {
    AppAccounts {
        apps = List.copyOf(apps);
    }

    static AppAccounts ofAll(StorageAccount account) {
        return new AppAccounts(List.of(), account, null, null);
    }

    boolean isOf(AppName app) {
        return apps.isEmpty() || apps.stream().anyMatch(pattern -> pattern.matches(app));
    }

    /** Another prefix in the same account is a tracking store too. */
    boolean hasTrackingStore() {
        return tracking != null || trackingPrefix != null;
    }
}
