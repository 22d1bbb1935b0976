// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.taskhub.azurestorage;

import com.azure.core.http.HttpClient;
import com.azure.storage.blob.models.BlobContainerItem;
import io.hubgate.model.TaskHubName;
import io.hubgate.store.Deadline;
import io.hubgate.taskhub.azurestorage.access.RequestRates;
import io.hubgate.taskhub.azurestorage.access.StorageAccess;
import io.hubgate.taskhub.azurestorage.internal.client.Connection;
import io.hubgate.taskhub.azurestorage.internal.client.Visit;
import io.hubgate.taskhub.azurestorage.internal.layout.HubNaming;
import io.hubgate.taskhub.azurestorage.internal.layout.Listing;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Finds every task hub of an account by listing, and tells of each how large and how lively it is. It only reads. Thread-safe; calls block.
 *
 * <p>The tables of a tracking store look like a hub of that prefix's name without queues: they are listed as such.
 */
public final class TaskHubDirectory {
    private final StorageAccess account;
    private final Connection.Wiring wiring;

    /**
     * Creates a directory.
     *
     * @param account the account
     * @param clock what tells our time
     * @param httpClient the HTTP client, or null for the one that azure-core finds on the class path
     */
    public TaskHubDirectory(StorageAccess account, InstantSource clock, @Nullable HttpClient httpClient) {
        this.account = Objects.requireNonNull(account, "account");
        this.wiring = new Connection.Wiring(new RequestRates(clock), httpClient, List.of());
    }

    /**
     * Lists the hubs.
     *
     * @param deadline when to give up
     * @return all hubs, by name
     * @throws io.hubgate.error.HubgateException if the account cannot be read; the message says why, the fix names a missing role
     */
    public List<HubSummary> list(Deadline deadline) {
        return list(deadline, summary -> {});
    }

    /**
     * Lists the hubs and tells each as soon as it is known.
     *
     * @param deadline when to give up
     * @param progress is told each hub, on the caller's thread
     * @return all hubs, by name
     * @throws io.hubgate.error.HubgateException if the account cannot be read
     */
    public List<HubSummary> list(Deadline deadline, Consumer<HubSummary> progress) {
        Visit visit = new Visit(deadline);
        Connection connection = Connection.open(account, wiring, visit);
        List<String> tables = until(visit, connection, Listing.tables(connection));
        List<String> queues = until(visit, connection, Listing.queues(connection, ""));
        Set<String> containers = new HashSet<>();
        for (BlobContainerItem item : until(visit, connection, Listing.containers(connection, ""))) {
            containers.add(item.getName());
        }
        List<HubSummary> hubs = new ArrayList<>();
        for (TaskHubName hub : HubNaming.of(tables, queues, containers)) {
            HubSketch sketch = new HubSketch(hub, connection, tables, queues, containers);
            HubSummary summary = until(visit, connection, sketch.draw());
            progress.accept(summary);
            hubs.add(summary);
        }
        return List.copyOf(hubs);
    }

    private static <T> T until(Visit visit, Connection connection, Mono<T> work) {
        return Waiting.until(visit, connection.account(), work);
    }
}
