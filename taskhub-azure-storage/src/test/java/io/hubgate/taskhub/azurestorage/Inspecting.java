// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.taskhub.azurestorage;

import io.hubgate.store.Deadline;
import io.hubgate.taskhub.Depth;
import io.hubgate.taskhub.HubLook;
import io.hubgate.taskhub.Inspection;
import io.hubgate.taskhub.InspectionRequest;
import io.hubgate.taskhub.azurestorage.access.StorageAccess;
import io.hubgate.verification.azurite.StorageAccount;
import io.hubgate.verification.azurite.TestStorage;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;

/** Inspects hubs in the storage of tests. */
final class Inspecting {
    static final InstantSource CLOCK = Clock.systemUTC();

    private Inspecting() {}

    static StorageAccount account() {
        return TestStorage.shared().account();
    }

    static String freshHub() {
        return "H" + TestStorage.freshName("ub");
    }

    static AzureStorageInspector inspector(StorageAccount account) {
        return AzureStorageInspector.builder(StorageAccess.ofConnectionString(account.connectionString()), CLOCK)
                .httpClient(Clients.HTTP)
                .build();
    }

    static HubLook look(SmallHub hub, Depth depth) {
        return look(InspectionRequest.of(hub.name(), depth));
    }

    static HubLook look(InspectionRequest request) {
        Inspection inspection = inspect(inspector(account()), request);
        if (inspection instanceof HubLook look) {
            return look;
        }
        throw new AssertionError(inspection.toString());
    }

    static Inspection inspect(AzureStorageInspector inspector, InspectionRequest request) {
        return inspector.inspect(request, Deadline.in(Duration.ofSeconds(30), CLOCK));
    }
}
