// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.taskhub.azurestorage;

import com.azure.data.tables.models.ListEntitiesOptions;
import com.azure.storage.blob.models.BlobContainerItem;
import com.azure.storage.blob.models.LeaseStateType;
import com.azure.storage.queue.QueueAsyncClient;
import com.azure.storage.queue.models.PeekedMessageItem;
import io.hubgate.taskhub.CleanupPlan;
import io.hubgate.taskhub.CleanupPlan.Artefact;
import io.hubgate.taskhub.CleanupPlan.Kind;
import io.hubgate.taskhub.PartitionOwner;
import io.hubgate.taskhub.QueueLook;
import io.hubgate.taskhub.Removal;
import io.hubgate.taskhub.azurestorage.internal.client.Pages;
import io.hubgate.taskhub.azurestorage.internal.layout.Owners;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Looks for what says that a hub whose removal has begun is used again (rule P-13): a host owns a partition or the app's lease, something that
 * was gone is there again, or a message or row is newer than the plan. Rows are looked for in the table of instances only: the engine writes one
 * there with each step of an orchestration, and the table goes last.
 */
final class SignsOfLife {
    /** Not found, or being deleted. */
    private static final Set<Integer> NOT_THERE = Set.of(404, 409);

    private static final Set<LeaseStateType> HELD = Set.of(LeaseStateType.LEASED, LeaseStateType.BREAKING);

    private final HubStorage storage;
    private final Removal removal;
    private final CleanupPlan plan;

    SignsOfLife(HubStorage storage, Removal removal) {
        this.storage = storage;
        this.removal = removal;
        this.plan = removal.plan();
    }

    /** The first sign, in words, or null if there is none. */
    @Nullable
    String first() {
        List<BlobContainerItem> containers = storage.containers();
        List<String> queues = storage.queues();
        String sign = leased(containers);
        sign = sign != null ? sign : madeAgain(containers, queues);
        sign = sign != null ? sign : host(containers);
        sign = sign != null ? sign : message(queues);
        return sign != null ? sign : row();
    }

    private static @Nullable String leased(List<BlobContainerItem> containers) {
        return containers.stream()
                .filter(item -> HELD.contains(item.getProperties().getLeaseState()))
                .findFirst()
                .map(item -> "container " + item.getName() + " is leased")
                .orElse(null);
    }

    private @Nullable String madeAgain(List<BlobContainerItem> containers, List<String> queues) {
        for (Artefact gone : removal.gone()) {
            boolean there = switch (gone.kind()) {
                case QUEUE -> queues.contains(gone.name());
                case CONTAINER ->
                    containers.stream().anyMatch(item -> item.getName().equals(gone.name()));
                case TABLE -> storage.table(gone.name()) != null && answers(gone.name());
                case SHARED_ROWS -> false;
            };
            if (there) {
                return gone.words() + " was removed and is there again";
            }
        }
        return null;
    }

    /** A table that is being deleted may still be listed; it answers no question. */
    private boolean answers(String table) {
        Mono<Boolean> asked = storage.client(table)
                .listEntities(new ListEntitiesOptions().setTop(1))
                .byPage()
                .next()
                .thenReturn(true)
                .onErrorResume(
                        failure -> NOT_THERE.contains(HubStorage.statusOf(failure)), failure -> Mono.just(false));
        return storage.await(storage.tracking().named(asked));
    }

    private @Nullable String host(List<BlobContainerItem> containers) {
        String partitions = storage.table(storage.names().partitions());
        boolean leases = containers.stream()
                .anyMatch(item -> item.getName().equals(storage.names().leases()));
        List<PartitionOwner> owners = storage.await(Owners.of(
                storage.tracking(), partitions, leases ? storage.names().leases() : null));
        Instant now = storage.tracking().clock().last();
        return owners.stream()
                .filter(owner -> owner.isAlive(now))
                .findFirst()
                .map(owner -> "a host owns " + owner.partition())
                .orElse(null);
    }

    private @Nullable String message(List<String> queues) {
        for (String queue : queues) {
            Artefact planned = plan.artefacts().stream()
                    .filter(artefact ->
                            artefact.kind() == Kind.QUEUE && artefact.name().equals(queue))
                    .findFirst()
                    .orElse(null);
            if (planned == null) {
                return "queue " + queue + " is there and was not when the removal was planned";
            }
            QueueAsyncClient client = storage.own().queues().getQueueAsyncClient(queue);
            long count =
                    storage.await(storage.own().named(client.getProperties())).getApproximateMessagesCountLong();
            if (planned.size() != null && count > planned.size()) {
                return "queue " + queue + " holds more messages than when the removal was planned";
            }
            if (count > 0 && isNewer(client)) {
                return "a message of queue " + queue + " is newer than the plan";
            }
        }
        return null;
    }

    private boolean isNewer(QueueAsyncClient client) {
        Mono<Boolean> newer = client.peekMessages(QueueLook.MOST_PEEKED)
                .map(PeekedMessageItem::getInsertionTime)
                .any(time -> time.toInstant().isAfter(plan.madeAt()));
        return storage.await(storage.own().named(newer));
    }

    private @Nullable String row() {
        Artefact instances = storage.instances(Stream.concat(removal.left().stream(), plan.kept().stream()));
        String table = instances == null ? null : storage.table(instances.name());
        if (instances == null || table == null) {
            return null;
        }
        String newer = "Timestamp gt datetime'" + plan.madeAt() + "'";
        String filter = instances.kind() == Kind.SHARED_ROWS
                ? "TaskHubName eq '" + storage.names().hub().value() + "' and " + newer
                : newer;
        ListEntitiesOptions options =
                new ListEntitiesOptions().setFilter(filter).setSelect(List.of("PartitionKey", "RowKey", "Timestamp"));
        boolean found = storage.await(storage.tracking()
                .named(Pages.of(storage.client(table).listEntities(options)).any(page -> !page.isEmpty())));
        return found ? "a row of table " + table + " is newer than the plan" : null;
    }
}
