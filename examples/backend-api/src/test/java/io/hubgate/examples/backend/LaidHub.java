// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.examples.backend;

import com.azure.core.util.BinaryData;
import com.azure.data.tables.TableServiceClient;
import com.azure.data.tables.TableServiceClientBuilder;
import com.azure.data.tables.models.TableEntity;
import com.azure.storage.blob.BlobServiceClient;
import com.azure.storage.blob.BlobServiceClientBuilder;
import com.azure.storage.queue.QueueServiceClient;
import com.azure.storage.queue.QueueServiceClientBuilder;
import io.hubgate.verification.azurite.StorageAccount;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A task hub laid out in an account as the engine does with its table partition manager: one partition, and what a test puts in. */
final class LaidHub {
    private static final InstantSource CLOCK = InstantSource.system();
    private static final String GENERATION = "0123456789abcdef0123456789abcdef";

    private final String name;
    private final String prefix;
    private final TableServiceClient tables;
    private final QueueServiceClient queues;
    private final BlobServiceClient blobs;
    private int events;

    private LaidHub(String name, String prefix, StorageAccount account) {
        this.name = name;
        this.prefix = prefix;
        this.tables = new TableServiceClientBuilder()
                .connectionString(account.connectionString())
                .buildClient();
        this.blobs = new BlobServiceClientBuilder()
                .connectionString(account.connectionString())
                .buildClient();
        this.queues = new QueueServiceClientBuilder()
                .connectionString(account.connectionString())
                .buildClient();
    }

    /** Makes a hub on which no host works any more, and that holds nothing. */
    static LaidHub make(String name, StorageAccount account) {
        return make(name, name, account);
    }

    /** The same with its rows in tables of another prefix, as a tracking store has them. */
    static LaidHub make(String name, String prefix, StorageAccount account) {
        LaidHub hub = new LaidHub(name, prefix, account);
        hub.tables.createTableIfNotExists(prefix + "Instances");
        hub.tables.createTableIfNotExists(prefix + "History");
        hub.tables.createTableIfNotExists(name + "Partitions");
        hub.queues.createQueue(hub.lower() + "-control-00");
        hub.queues.createQueue(hub.lower() + "-workitems");
        return hub.partition(null);
    }

    private String lower() {
        return name.toLowerCase(Locale.ROOT);
    }

    private LaidHub partition(@Nullable String owner) {
        TableEntity row = new TableEntity("", lower() + "-control-00").addProperty("IsDraining", false);
        if (owner != null) {
            row.addProperty("CurrentOwner", owner)
                    .addProperty(
                            "ExpiresAt",
                            CLOCK.instant().plus(Duration.ofMinutes(5)).atOffset(ZoneOffset.UTC));
        }
        tables.getTableClient(name + "Partitions").upsertEntity(row);
        return this;
    }

    /** Lets a host work on it. */
    LaidHub owned() {
        return partition("host-1");
    }

    /** Makes a queue again, as a host does that starts. */
    void againQueue() {
        queues.createQueue(lower() + "-workitems");
    }

    /** Adds what safe partition managers and large messages leave: two containers, each with a blob. */
    LaidHub containers() {
        for (String suffix : List.of("leases", "largemessages")) {
            blobs.createBlobContainer(lower() + "-" + suffix)
                    .getBlobClient("blob")
                    .upload(BinaryData.fromString("{}"), true);
        }
        return this;
    }

    /** Puts in, or overwrites, an instance that was begun some time ago. */
    LaidHub instance(String id, String status, Duration ago) {
        return row(id, status, "null", ago);
    }

    /** Puts in an entity that is idle and has state. */
    LaidHub entity(String id) {
        return row(id, "Running", "{\"entityExists\":true}", Duration.ofHours(1));
    }

    private LaidHub row(String id, String status, String customStatus, Duration ago) {
        TableEntity row = new TableEntity(id, "")
                .addProperty("RuntimeStatus", status)
                // The engine names the row of an entity by its id.
                .addProperty("Name", id.startsWith("@") ? id : "PlaceOrder")
                .addProperty("ExecutionId", GENERATION)
                .addProperty("TaskHubName", name)
                .addProperty("CustomStatus", customStatus)
                .addProperty("CreatedTime", CLOCK.instant().minus(ago).atOffset(ZoneOffset.UTC))
                .addProperty("LastUpdatedTime", CLOCK.instant().minus(ago).atOffset(ZoneOffset.UTC));
        tables.getTableClient(prefix + "Instances").upsertEntity(row);
        return this;
    }

    /** Puts an event into the history of an instance. */
    LaidHub event(String id, String type, int number, String function, Duration ago) {
        TableEntity row = new TableEntity(id, String.format(Locale.ROOT, "%016X", events++))
                .addProperty("EventType", type)
                .addProperty("EventId", number)
                .addProperty("Name", function)
                .addProperty("ExecutionId", GENERATION)
                .addProperty("IsPlayed", false)
                .addProperty("_Timestamp", CLOCK.instant().minus(ago).atOffset(ZoneOffset.UTC));
        tables.getTableClient(prefix + "History").createEntity(row);
        return this;
    }

    /** Puts in an orchestration that has waited for an activity for some time. */
    LaidHub waiting(String id, String activity, Duration ago) {
        return instance(id, "Running", ago)
                .event(id, "ExecutionStarted", -1, "PlaceOrder", ago)
                .event(id, "TaskScheduled", 0, activity, ago);
    }
}
