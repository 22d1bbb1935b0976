// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.taskhub.azurestorage;

import io.hubgate.taskhub.CleanupPlan;
import io.hubgate.taskhub.CleanupPlan.Artefact;
import io.hubgate.taskhub.CleanupProgress;
import io.hubgate.taskhub.Trouble;
import io.hubgate.taskhub.azurestorage.internal.client.Connection;
import io.hubgate.taskhub.azurestorage.internal.client.StorageTrouble;
import java.util.stream.Stream;
import reactor.core.publisher.Mono;

/** Removes one artefact. What is gone already counts as removed; what the service still removes is asked for again. */
final class ArtefactRemover {
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;
    private static final int PRECONDITION_FAILED = 412;

    private final HubStorage storage;
    private final CleanupPlan plan;

    ArtefactRemover(HubStorage storage, CleanupPlan plan) {
        this.storage = storage;
        this.plan = plan;
    }

    CleanupProgress remove(Artefact artefact) {
        Connection own = storage.own();
        Connection tracking = storage.tracking();
        String name = artefact.name();
        return switch (artefact.kind()) {
            case QUEUE ->
                whole(artefact, own, own.queues().getQueueAsyncClient(name).delete());
            case CONTAINER ->
                whole(
                        artefact,
                        tracking,
                        tracking.blobs().getBlobContainerAsyncClient(name).delete());
            case TABLE -> whole(artefact, tracking, storage.client(name).deleteTable());
            case SHARED_ROWS -> rows(artefact);
        };
    }

    private CleanupProgress whole(Artefact artefact, Connection account, Mono<Void> removal) {
        CleanupProgress removed = new CleanupProgress.Removed();
        Mono<CleanupProgress> answered =
                removal.thenReturn(removed).onErrorResume(failure -> refused(artefact, account, failure));
        return storage.await(account.named(answered));
    }

    /** 404: it is gone. 409: it is being deleted, for half a minute and more. 412: a container is leased, so somebody uses it. */
    private static Mono<CleanupProgress> refused(Artefact artefact, Connection account, Throwable failure) {
        return switch (HubStorage.statusOf(failure)) {
            case NOT_FOUND -> Mono.just(new CleanupProgress.Removed());
            case CONFLICT -> Mono.just(new CleanupProgress.Unfinished("storage still removes " + artefact.words()));
            case PRECONDITION_FAILED -> Mono.just(new CleanupProgress.Resurrected(artefact.words() + " is leased"));
            case FORBIDDEN -> Mono.error(denied(artefact, account));
            default -> Mono.error(failure);
        };
    }

    private static StorageTrouble denied(Artefact artefact, Connection account) {
        String service = switch (artefact.kind()) {
            case QUEUE -> "Queue";
            case CONTAINER -> "Blob";
            case TABLE, SHARED_ROWS -> "Table";
        };
        return new StorageTrouble(
                Trouble.ACCESS_DENIED,
                "storage account " + account.account() + " does not let " + artefact.words() + " be removed",
                "give the identity the role 'Storage " + service + " Data Contributor' on the account");
    }

    private CleanupProgress rows(Artefact artefact) {
        Artefact instances = storage.instances(Stream.concat(plan.artefacts().stream(), plan.kept().stream()));
        String table = instances == null ? null : storage.table(instances.name());
        if (instances == null || table == null) {
            return new CleanupProgress.Removed();
        }
        SharedRows rows = new SharedRows(storage, table);
        long changed = artefact.name().equalsIgnoreCase(instances.name())
                ? rows.removeInstances()
                : rows.removeHistory(artefact.name());
        return changed == 0
                ? new CleanupProgress.Removed()
                : new CleanupProgress.Unfinished("rows in " + artefact.name() + " changed while they were removed");
    }
}
