// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.taskhub.azurestorage;

import io.hubgate.model.TaskHubName;
import io.hubgate.taskhub.azurestorage.access.StorageAccess;
import io.hubgate.taskhub.azurestorage.internal.client.Connection;
import io.hubgate.taskhub.azurestorage.internal.client.Visit;
import io.hubgate.taskhub.azurestorage.internal.layout.HubNames;
import org.jspecify.annotations.Nullable;

/**
 * Where the hubs of an app are, and how they are asked.
 *
 * @param own the account of the hubs' queues, and of all else if there is no tracking store
 * @param tracking the account of the tracking store, or null
 * @param trackingPrefix the prefix of the tracking store's tables, or null without one
 * @param wiring how requests go
 */
record HubAccounts(
        StorageAccess own,
        @Nullable StorageAccess tracking,
        @Nullable String trackingPrefix,
        Connection.Wiring wiring) {
    /** The storage of one hub for the time of one call. */
    HubStorage open(TaskHubName hub, Visit visit) {
        Connection queues = Connection.open(own, wiring, visit);
        Connection tables = tracking == null ? queues : Connection.open(tracking, wiring, visit);
        return new HubStorage(new HubNames(hub, trackingPrefix), queues, tables, visit);
    }
}
