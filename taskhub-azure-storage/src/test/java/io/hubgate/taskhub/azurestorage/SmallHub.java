// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.taskhub.azurestorage;

import com.azure.core.util.BinaryData;
import com.azure.core.util.Context;
import com.azure.data.tables.TableServiceClient;
import com.azure.data.tables.models.TableEntity;
import com.azure.storage.blob.BlobServiceClient;
import com.azure.storage.blob.specialized.BlobLeaseClientBuilder;
import com.azure.storage.queue.QueueClient;
import com.azure.storage.queue.QueueServiceClient;
import com.azure.storage.queue.models.QueueMessageItem;
import io.hubgate.model.TaskHubName;
import io.hubgate.taskhub.azurestorage.internal.rows.KeyCode;
import io.hubgate.verification.azurite.StorageAccount;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Lays a hub out in an account as the engine does: tables, queues, partitions. */
final class SmallHub {
    static final String GENERATION = "0123456789abcdef0123456789abcdef";

    private final String prefix;
    private final String hub;
    private final TableServiceClient tables;
    private final QueueServiceClient queues;
    private final BlobServiceClient blobs;
    private int events;

    SmallHub(String hub, StorageAccount own, StorageAccount tracking, String prefix) {
        this.hub = hub;
        this.prefix = prefix;
        this.tables = Clients.tables(tracking);
        this.queues = Clients.queues(own);
        this.blobs = Clients.blobs(tracking);
    }

    SmallHub(String hub, StorageAccount account) {
        this(hub, account, account, hub);
    }

    /** Tables, four control queues, activities, and the table of partitions with nobody in it. */
    SmallHub create() {
        createTables();
        createQueues(4);
        tables.createTableIfNotExists(hub + "Partitions");
        for (int i = 0; i < 4; i++) {
            partition(i, null, null);
        }
        return this;
    }

    SmallHub createTables() {
        tables.createTableIfNotExists(prefix + "Instances");
        tables.createTableIfNotExists(prefix + "History");
        return this;
    }

    SmallHub createQueues(int controlQueues) {
        for (int i = 0; i < controlQueues; i++) {
            queues.getQueueClient(control(i)).createIfNotExists();
        }
        queues.getQueueClient(lower() + "-workitems").createIfNotExists();
        return this;
    }

    SmallHub partition(int number, @Nullable String owner, @Nullable Instant expiresAt) {
        TableEntity row = new TableEntity("", control(number));
        put(row, "CurrentOwner", owner);
        put(row, "ExpiresAt", expiresAt);
        tables.getTableClient(hub + "Partitions").upsertEntity(row);
        return this;
    }

    SmallHub announce(int partitions) {
        blobs.createBlobContainerIfNotExists(lower() + "-leases");
        blobs.getBlobContainerClient(lower() + "-leases")
                .getBlobClient("taskhub.json")
                .upload(
                        BinaryData.fromString(
                                "{\"TaskHubName\":\"" + hub + "\",\"PartitionCount\":" + partitions + "}"),
                        true);
        return this;
    }

    SmallHub lease(String folder, int number, boolean leased) {
        var blob =
                blobs.createBlobContainerIfNotExists(lower() + "-leases").getBlobClient(folder + "/" + control(number));
        blob.upload(BinaryData.fromString("{}"), true);
        if (leased) {
            new BlobLeaseClientBuilder().blobClient(blob).buildClient().acquireLease(60);
        }
        return this;
    }

    SmallHub instance(String id, String status) {
        return instance(id, Map.of("RuntimeStatus", status));
    }

    /** A row with a generation, and what a map says; a column that is mapped to an empty text is left out. */
    SmallHub instance(String id, Map<String, Object> columns) {
        return instanceByKey(KeyCode.escape(id), columns);
    }

    SmallHub instanceByKey(String key, Map<String, Object> columns) {
        TableEntity row = new TableEntity(key, "")
                .addProperty("Name", key.startsWith("@") ? KeyCode.unescape(key) : "Chain")
                .addProperty("ExecutionId", GENERATION)
                .addProperty("TaskHubName", hub)
                .addProperty("CustomStatus", "null")
                .addProperty("Input", "secret input");
        columns.forEach((name, value) -> {
            row.getProperties().remove(name);
            put(row, name, value.equals("") ? null : value);
        });
        tables.getTableClient(prefix + "Instances").upsertEntity(row);
        return this;
    }

    SmallHub delete(String id) {
        tables.getTableClient(prefix + "Instances").deleteEntity(KeyCode.escape(id), "");
        return this;
    }

    SmallHub event(String id, String kind, Map<String, Object> columns) {
        TableEntity row = new TableEntity(KeyCode.escape(id), String.format(Locale.ROOT, "%016X", events++))
                .addProperty("EventType", kind)
                .addProperty("ExecutionId", GENERATION)
                .addProperty("_Timestamp", OffsetDateTime.parse("2026-01-01T00:00:00Z"))
                .addProperty("Result", "secret result");
        columns.forEach((name, value) -> {
            row.getProperties().remove(name);
            put(row, name, value);
        });
        tables.getTableClient(prefix + "History").upsertEntity(row);
        return this;
    }

    SmallHub message(int queue, String kind, String instance) {
        return text(control(queue), body(kind, instance), Duration.ZERO);
    }

    SmallHub hidden(int queue, String kind, String instance) {
        return text(control(queue), body(kind, instance), Duration.ofHours(1));
    }

    SmallHub activity(String instance) {
        return text(lower() + "-workitems", body("TaskScheduled", instance), Duration.ofHours(1));
    }

    SmallHub text(String queue, String text, Duration hiddenFor) {
        queues.getQueueClient(queue)
                .sendMessageWithResponse(text, hiddenFor, Duration.ofSeconds(-1), null, Context.NONE);
        return this;
    }

    /** Has somebody take the only message of a control queue, and give it back at once. */
    SmallHub tried(int queue, int times) {
        QueueClient client = queues.getQueueClient(control(queue));
        for (int i = 0; i < times; i++) {
            QueueMessageItem taken = client.receiveMessage();
            client.updateMessage(
                    taken.getMessageId(), taken.getPopReceipt(), taken.getBody().toString(), Duration.ZERO);
        }
        return this;
    }

    String control(int number) {
        return String.format(Locale.ROOT, "%s-control-%02d", lower(), number);
    }

    TaskHubName name() {
        return new TaskHubName(hub);
    }

    static String body(String kind, String instance) {
        return "{\"$type\":\"DurableTask.AzureStorage.MessageData\",\"TaskMessage\":{\"Event\":{\"$type\":"
                + "\"DurableTask.Core.History." + kind + "Event\",\"Input\":\"secret\"},\"OrchestrationInstance\":"
                + "{\"InstanceId\":\"" + instance + "\",\"ExecutionId\":\"" + GENERATION + "\"}}}";
    }

    private String lower() {
        return hub.toLowerCase(Locale.ROOT);
    }

    private static void put(TableEntity row, String name, @Nullable Object value) {
        if (value instanceof Instant time) {
            row.addProperty(name, time.atOffset(ZoneOffset.UTC));
        } else if (value != null) {
            row.addProperty(name, value);
        }
    }
}
