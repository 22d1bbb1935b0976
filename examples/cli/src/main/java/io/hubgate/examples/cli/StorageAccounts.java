// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.examples.cli;

import io.hubgate.error.HubgateException;
import io.hubgate.error.InvalidValueException;
import io.hubgate.examples.answers.NearestName;
import io.hubgate.examples.cli.account.AccountAddress;
import io.hubgate.examples.cli.account.Complaint;
import io.hubgate.model.TaskHubName;
import io.hubgate.store.Deadline;
import io.hubgate.taskhub.TaskHubInspector;
import io.hubgate.taskhub.azurestorage.AzureStorageInspector;
import io.hubgate.taskhub.azurestorage.HubSummary;
import io.hubgate.taskhub.azurestorage.TaskHubDirectory;
import io.hubgate.taskhub.azurestorage.access.StorageAccess;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** The accounts that are looked at, through the storage module. Nothing of that module is loaded before a look is wanted. */
final class StorageAccounts {
    private static final int MOST_NAMED = 100;

    private final Target target;
    private final InstantSource clock;
    private final LongAdder requests = new LongAdder();
    private final LongAdder seen = new LongAdder();

    StorageAccounts(Target target, InstantSource clock) {
        this.target = target;
        this.clock = clock;
    }

    TaskHubInspector inspector() {
        AzureStorageInspector.Builder builder = AzureStorageInspector.builder(access(target.account()), clock);
        AccountAddress tracking = target.tracking();
        if (tracking != null) {
            builder.trackingStore(access(tracking), target.trackingPrefix());
        }
        return builder.addPolicy((context, next) -> {
                    requests.increment();
                    return next.process();
                })
                .build();
    }

    /** How many requests were sent so far. */
    long requests() {
        return requests.sum();
    }

    private static StorageAccess access(AccountAddress account) {
        try {
            return StorageAccess.ofConnectionString(account.connectionString());
        } catch (InvalidValueException e) {
            throw Complaint.usage(String.valueOf(e.getMessage()), e.fix());
        }
    }

    /** What to say of a name that nothing has: the nearest that something has, or null if the account cannot be listed. */
    @Nullable
    String hint(TaskHubName hub, Duration within) {
        try {
            List<String> names = directory().list(Deadline.in(within, clock)).stream()
                    .map(found -> found.hub().value())
                    .limit(MOST_NAMED)
                    .toList();
            return names.isEmpty()
                    ? "The account holds no task hub at all."
                    : ended(NearestName.hint(hub.value(), names));
        } catch (HubgateException e) {
            return null;
        }
    }

    private static String ended(String hint) {
        return hint.endsWith("?") ? hint : hint + ".";
    }

    List<HubSummary> hubs(Duration within) {
        try {
            return directory().list(Deadline.in(within, clock), found -> seen.increment());
        } catch (HubgateException e) {
            throw Complaint.unknown(String.valueOf(e.getMessage()), e.fix());
        }
    }

    /** How many hubs are listed so far. */
    long seen() {
        return seen.sum();
    }

    private TaskHubDirectory directory() {
        return new TaskHubDirectory(access(target.account()), clock, null);
    }
}
