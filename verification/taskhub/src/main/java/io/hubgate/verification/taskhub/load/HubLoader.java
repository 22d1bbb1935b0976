// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.verification.taskhub.load;

import com.azure.core.util.BinaryData;
import com.azure.core.util.Context;
import com.azure.data.tables.TableClient;
import com.azure.data.tables.models.TableEntity;
import com.azure.data.tables.models.TableTransactionAction;
import com.azure.data.tables.models.TableTransactionActionType;
import com.azure.storage.blob.BlobClient;
import com.azure.storage.blob.BlobContainerClient;
import com.azure.storage.blob.specialized.BlobLeaseClientBuilder;
import com.azure.storage.queue.QueueClient;
import io.hubgate.verification.taskhub.image.Account;
import io.hubgate.verification.taskhub.image.Blob;
import io.hubgate.verification.taskhub.image.Message;
import io.hubgate.verification.taskhub.image.Row;
import io.hubgate.verification.taskhub.image.StorageImage;
import io.hubgate.verification.taskhub.image.Value;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Lays images out in storage: rows with their types, visible messages as they are, hidden ones hidden until they are due, blobs with content and
 * lease. What only the service writes is as new as the laying out: the Timestamp of rows, when messages and blobs came, and that no message was
 * taken yet. A reader that asks what changed since a moment has to begin after that.
 */
public final class HubLoader {
    /** An engine renews its leases for as long as it lives; nobody renews these, so they do not end. */
    private static final int ENDLESS_LEASE = -1;

    private static final int MOST_IN_TRANSACTION = 100;
    private static final Duration FOR_EVER = Duration.ofSeconds(-1);

    private final Accounts hubs;
    private final @Nullable Accounts tracking;

    /**
     * @param hubs the connection string of the account that the apps use
     * @param tracking that of the tracking store's account, or null if no image has one
     */
    public HubLoader(String hubs, @Nullable String tracking) {
        this.hubs = Accounts.of(hubs);
        this.tracking = tracking == null ? null : Accounts.of(tracking);
    }

    /** Lays out an image whose time is now: see {@link StorageImage#at}. */
    public void load(StorageImage image) {
        load(image.hubs(), hubs, image.takenAt());
        Account store = image.trackingStore();
        if (store != null) {
            if (tracking == null) {
                throw new IllegalArgumentException("the image has a tracking store, and there is no account for it");
            }
            load(store, tracking, image.takenAt());
        }
    }

    private static void load(Account account, Accounts target, Instant now) {
        account.tables().forEach((name, rows) -> {
            target.tables().createTableIfNotExists(name);
            write(target.tables().getTableClient(name), rows);
        });
        account.queues().forEach((name, messages) -> {
            QueueClient queue = target.queues().getQueueClient(name);
            queue.createIfNotExists();
            messages.forEach(message -> send(queue, message, now));
        });
        account.containers().forEach((name, blobs) -> {
            BlobContainerClient container = target.blobs().createBlobContainerIfNotExists(name);
            blobs.forEach(blob -> upload(container, blob));
        });
    }

    private static void write(TableClient table, List<Row> rows) {
        Map<String, List<TableTransactionAction>> partitions = new LinkedHashMap<>();
        for (Row row : rows) {
            partitions
                    .computeIfAbsent(row.partition(), partition -> new ArrayList<>())
                    .add(new TableTransactionAction(TableTransactionActionType.UPSERT_REPLACE, entity(row)));
        }
        for (List<TableTransactionAction> actions : partitions.values()) {
            for (int from = 0; from < actions.size(); from += MOST_IN_TRANSACTION) {
                table.submitTransaction(actions.subList(from, Math.min(actions.size(), from + MOST_IN_TRANSACTION)));
            }
        }
    }

    private static TableEntity entity(Row row) {
        TableEntity entity = new TableEntity(row.partition(), row.key());
        row.properties().forEach((name, value) -> entity.addProperty(name, typed(value)));
        return entity;
    }

    private static Object typed(Value value) {
        return switch (value.type()) {
            case "String" -> value.text();
            case "Int32" -> Integer.valueOf(value.text());
            case "Int64" -> Long.valueOf(value.text());
            case "Boolean" -> Boolean.valueOf(value.text());
            case "Double" -> Double.valueOf(value.text());
            case "DateTime" -> OffsetDateTime.parse(value.text());
            case "Guid" -> UUID.fromString(value.text());
            case "Binary" -> Base64.getDecoder().decode(value.text());
            default -> throw new IllegalArgumentException("a property of type " + value.type());
        };
    }

    private static void send(QueueClient queue, Message message, Instant now) {
        Duration hidden = message.hiddenUntil() == null ? Duration.ZERO : Duration.between(now, message.hiddenUntil());
        Duration wait = hidden.isNegative() ? Duration.ZERO : hidden;
        queue.sendMessageWithResponse(message.text(), wait, FOR_EVER, null, Context.NONE);
    }

    private static void upload(BlobContainerClient container, Blob blob) {
        BlobClient target = container.getBlobClient(blob.name());
        target.upload(BinaryData.fromString(blob.content()), true);
        if (blob.leased()) {
            new BlobLeaseClientBuilder().blobClient(target).buildClient().acquireLease(ENDLESS_LEASE);
        }
    }
}
