// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.taskhub.azurestorage;

import com.azure.data.tables.models.ListEntitiesOptions;
import com.azure.storage.blob.models.BlobContainerItem;
import io.hubgate.taskhub.CleanupOptions;
import io.hubgate.taskhub.CleanupPlan;
import io.hubgate.taskhub.CleanupPlan.Artefact;
import io.hubgate.taskhub.CleanupPlan.Kind;
import io.hubgate.taskhub.azurestorage.internal.client.Pages;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds all that is exactly one hub's, in the order in which it is removed (rule P-13). */
final class Planning {
    private final HubStorage storage;
    private final CleanupOptions options;
    private final List<Artefact> planned = new ArrayList<>();
    private final List<Artefact> kept = new ArrayList<>();

    private Planning(HubStorage storage, CleanupOptions options) {
        this.storage = storage;
        this.options = options;
    }

    static CleanupPlan of(HubStorage storage, CleanupOptions options) {
        return new Planning(storage, options).plan();
    }

    private CleanupPlan plan() {
        // The tables first: their account's clock is the one that rows are compared with.
        String instances = storage.table(storage.names().instances());
        String history = storage.table(storage.names().history());
        String partitions = storage.table(storage.names().partitions());
        for (String queue : storage.queues()) {
            planned.add(new Artefact(Kind.QUEUE, queue, false, messages(queue)));
        }
        List<String> containers =
                storage.containers().stream().map(BlobContainerItem::getName).toList();
        String large = storage.names().largeMessages();
        containers.stream().filter(name -> !name.equals(large)).forEach(this::container);
        if (partitions != null) {
            planned.add(new Artefact(Kind.TABLE, partitions, true, null));
        }
        containers.stream().filter(large::equals).forEach(this::container);
        boolean shared = storage.names().sharesTables() || (instances != null && holdsOthers(instances));
        table(history, shared);
        table(instances, shared);
        return new CleanupPlan(storage.names().hub(), storage.tracking().clock().first(), planned, kept);
    }

    private void container(String name) {
        planned.add(new Artefact(Kind.CONTAINER, name, true, null));
    }

    private void table(@Nullable String name, boolean shared) {
        if (name == null) {
            return;
        }
        Artefact artefact = new Artefact(shared ? Kind.SHARED_ROWS : Kind.TABLE, name, true, null);
        if (shared && !options.sharedRows()) {
            kept.add(artefact);
        } else {
            planned.add(artefact);
        }
    }

    private long messages(String queue) {
        return storage.await(storage.own()
                        .named(storage.own().queues().getQueueAsyncClient(queue).getProperties()))
                .getApproximateMessagesCountLong();
    }

    /** A table under the hub's own name may still be the tracking store of others, whose prefix is that name. */
    private boolean holdsOthers(String table) {
        String hub = storage.names().hub().value();
        ListEntitiesOptions foreign = new ListEntitiesOptions()
                .setFilter("TaskHubName ne '" + hub + "' and TaskHubName gt ''")
                .setSelect(List.of("PartitionKey", "RowKey", "TaskHubName"));
        return storage.await(storage.tracking()
                .named(Pages.of(storage.client(table).listEntities(foreign))
                        .any(page -> page.stream()
                                .anyMatch(row -> row.getProperty("TaskHubName") instanceof String other
                                        && !other.equalsIgnoreCase(hub)))));
    }
}
