// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.taskhub.azurestorage.internal.layout;

import com.azure.core.util.BinaryData;
import com.azure.data.tables.models.ListEntitiesOptions;
import com.azure.data.tables.models.TableEntity;
import com.azure.storage.blob.models.BlobItem;
import com.azure.storage.blob.models.BlobStorageException;
import com.azure.storage.blob.models.LeaseStateType;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hubgate.taskhub.PartitionOwner;
import io.hubgate.taskhub.azurestorage.internal.client.Connection;
import io.hubgate.taskhub.azurestorage.internal.client.Pages;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Who owns the partitions of a hub, by both of the engine's ways to keep them. */
public final class Owners {
    /** The blob in which the blob partition managers announce the hub. */
    static final String ANNOUNCEMENT = "taskhub.json";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int NOT_FOUND = 404;

    /** {@code intent/} and {@code ownership/} of the safe manager, {@code default/} of the legacy one. */
    private static final List<String> FOLDERS = List.of("intent/", "ownership/", "default/");

    private Owners() {}

    /**
     * Reads the owners.
     *
     * @param place the hub
     * @return rows of its table of partitions, and its lease blobs
     */
    public static Mono<List<PartitionOwner>> of(HubPlace place) {
        return of(
                place.tracking(),
                place.partitions(),
                place.leases() ? place.names().leases() : null);
    }

    /**
     * Reads the owners, as far as there are places for them.
     *
     * @param account the account
     * @param partitions the table of partitions, or null
     * @param leases the container of leases, or null
     * @return rows and lease blobs
     */
    public static Mono<List<PartitionOwner>> of(
            Connection account, @Nullable String partitions, @Nullable String leases) {
        return Mono.zip(
                ofTable(account, partitions),
                ofLeases(account, leases),
                (rows, blobs) -> Stream.concat(rows.stream(), blobs.stream()).toList());
    }

    static Mono<List<PartitionOwner>> ofTable(Connection account, @Nullable String table) {
        if (table == null) {
            return Mono.just(List.of());
        }
        ListEntitiesOptions options = new ListEntitiesOptions()
                .setSelect(List.of("PartitionKey", "RowKey", "Timestamp", "CurrentOwner", "ExpiresAt"));
        return account.named(Pages.all(account.tables().getTableClient(table).listEntities(options))
                .map(rows -> rows.stream().map(Owners::row).toList()));
    }

    static Mono<List<PartitionOwner>> ofLeases(Connection account, @Nullable String container) {
        if (container == null) {
            return Mono.just(List.of());
        }
        return account.named(Pages.all(
                        account.blobs().getBlobContainerAsyncClient(container).listBlobs())
                .map(blobs -> blobs.stream()
                        .filter(blob -> FOLDERS.stream().anyMatch(blob.getName()::startsWith))
                        .map(Owners::blob)
                        .toList()));
    }

    /** The number of partitions that {@code taskhub.json} tells, or nothing without that blob. */
    static Mono<Optional<Integer>> announced(Connection account, String container) {
        return account.named(account.blobs()
                .getBlobContainerAsyncClient(container)
                .getBlobAsyncClient(ANNOUNCEMENT)
                .downloadContent()
                .map(Owners::partitionCount)
                .onErrorResume(
                        BlobStorageException.class,
                        failure -> failure.getStatusCode() == NOT_FOUND
                                ? Mono.just(Optional.empty())
                                : Mono.error(failure)));
    }

    /** What cannot be read announces a number that agrees with none. */
    private static Optional<Integer> partitionCount(BinaryData content) {
        try {
            JsonNode count = JSON.readTree(content.toBytes()).path("PartitionCount");
            return Optional.of(count.isInt() ? count.intValue() : -1);
        } catch (JsonProcessingException e) {
            return Optional.of(-1);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static PartitionOwner row(TableEntity row) {
        return new PartitionOwner(
                row.getRowKey(),
                PartitionOwner.Keeping.TABLE,
                row.getProperty("CurrentOwner") instanceof String owner ? owner : null,
                row.getProperty("ExpiresAt") instanceof OffsetDateTime time ? time.toInstant() : null,
                false,
                stamp(row.getETag(), row.getTimestamp()));
    }

    private static PartitionOwner blob(BlobItem blob) {
        return new PartitionOwner(
                blob.getName(),
                PartitionOwner.Keeping.LEASES,
                null,
                null,
                !LeaseStateType.AVAILABLE.equals(blob.getProperties().getLeaseState())
                        && !LeaseStateType.EXPIRED.equals(blob.getProperties().getLeaseState())
                        && !LeaseStateType.BROKEN.equals(blob.getProperties().getLeaseState()),
                stamp(blob.getProperties().getETag(), blob.getProperties().getLastModified()));
    }

    private static String stamp(@Nullable String tag, @Nullable OffsetDateTime writtenAt) {
        return Objects.requireNonNullElseGet(
                tag, () -> writtenAt == null ? Instant.EPOCH.toString() : writtenAt.toString());
    }
}
