// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.taskhub.azurestorage;

import io.hubgate.store.Deadline;
import io.hubgate.taskhub.FailedLook;
import io.hubgate.taskhub.HubLook;
import io.hubgate.taskhub.Inspection;
import io.hubgate.taskhub.InspectionRequest;
import io.hubgate.taskhub.TaskHubInspector;
import io.hubgate.taskhub.azurestorage.access.RequestRates;
import io.hubgate.taskhub.azurestorage.access.StorageAccess;
import io.hubgate.taskhub.azurestorage.internal.client.StorageTrouble;
import io.hubgate.taskhub.azurestorage.internal.client.Visit;
import io.hubgate.taskhub.azurestorage.internal.layout.HubFinder;
import io.hubgate.taskhub.azurestorage.internal.layout.HubPlace;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;

/**
 * Looks at task hubs of the Azure Storage provider. It sends only GET and HEAD requests, finds what exists by listing and never creates anything
 * (rule R-18), reads no input, output or spilled payload, and keeps to {@link RequestRates#MOST} requests a second and account. Where all
 * that stands against a hub are rows written in the second in which it began, it looks once more, a second later.
 *
 * <p>Thread-safe. A call blocks until its deadline at most; an interrupted thread gets a failed look, or the first where a second was under way, and
 * stays interrupted. Memory: one page of
 * at most 1,000 rows for each of four ranges, and {@link io.hubgate.taskhub.HubRows#MOST_KEPT} rows that are told. Facts about the layout are
 * those of DurableTask.AzureStorage, 1.x and 2.x.
 */
public final class AzureStorageInspector implements TaskHubInspector {
    private final HubAccounts accounts;
    private final InstantSource clock;

    private AzureStorageInspector(Builder builder) {
        this.accounts = builder.accounts();
        this.clock = builder.clock();
    }

    /**
     * Begins an inspector.
     *
     * @param own the account of the hubs' queues, and of all else if there is no tracking store: what the app's {@code connectionName} means
     * @param clock what tells our time
     * @return a builder
     */
    public static Builder builder(StorageAccess own, InstantSource clock) {
        return new Builder(own, clock);
    }

    @Override
    public Inspection inspect(InspectionRequest request, Deadline deadline) {
        Visit visit = new Visit(deadline);
        try {
            return look(request, visit);
        } catch (StorageTrouble trouble) {
            return new FailedLook(
                    request.hub(),
                    clock.instant(),
                    trouble.trouble(),
                    Objects.requireNonNullElse(trouble.getMessage(), ""),
                    trouble.fix());
        }
    }

    private HubLook look(InspectionRequest request, Visit visit) {
        Instant startedAt = clock.instant();
        Look first = find(request, visit);
        HubLook seen = first.from(startedAt);
        Duration needed = first.untilNextSecond()
                .plus(Duration.between(startedAt, clock.instant()).multipliedBy(2));
        if (!first.isInDoubt() || visit.deadline().left().compareTo(needed) < 0) {
            return seen;
        }
        try {
            Waiting.pause(visit, first.untilNextSecond());
            Instant again = clock.instant();
            return find(request, visit).from(again);
        } catch (StorageTrouble trouble) {
            // The first look came to its end, and what it saw is still true: it may only say too little.
            return seen;
        }
    }

    private Look find(InspectionRequest request, Visit visit) {
        HubStorage storage = accounts.open(request.hub(), visit);
        HubPlace place = storage.await(new HubFinder(storage.names(), storage.own(), storage.tracking()).find());
        return new Look(request, place, visit, clock);
    }

    /** Collects what an inspector needs. Not thread-safe. */
    public static final class Builder extends HubAccountsBuilder<Builder> {
        private Builder(StorageAccess own, InstantSource clock) {
            super(own, clock);
        }

        @Override
        Builder self() {
            return this;
        }

        /**
         * Makes the inspector. Nothing is sent by this.
         *
         * @return an inspector
         */
        public AzureStorageInspector build() {
            return new AzureStorageInspector(this);
        }
    }
}
