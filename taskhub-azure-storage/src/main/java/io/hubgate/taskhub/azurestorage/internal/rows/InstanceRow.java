// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.taskhub.azurestorage.internal.rows;

import com.azure.data.tables.models.TableEntity;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hubgate.model.ExecutionId;
import io.hubgate.model.InstanceId;
import io.hubgate.model.OrchestratorName;
import io.hubgate.model.RuntimeStatus;
import io.hubgate.taskhub.EntityState;
import io.hubgate.taskhub.HubInstance;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One row of a table of instances, and what is told beside the SPI's facts.
 *
 * @param key the key as it is stored, escaped or raw
 * @param hub the hub that the row names, or null
 * @param instance the facts
 */
public record InstanceRow(String key, @Nullable String hub, HubInstance instance) {
    /** The columns that are read: never an input or output, nor the names of blobs that hold them. */
    static final List<String> COLUMNS = List.of(
            "PartitionKey",
            "RowKey",
            "Timestamp",
            "RuntimeStatus",
            "Name",
            "Version",
            "ExecutionId",
            "CreatedTime",
            "LastUpdatedTime",
            "ScheduledStartTime",
            "TaskHubName",
            "CustomStatus");

    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * Reads a row.
     *
     * @param row the row
     * @return its facts, or null if not even its id or time can be told
     */
    static @Nullable InstanceRow read(TableEntity row) {
        String key = row.getPartitionKey();
        String raw = key == null ? "" : KeyCode.unescape(key);
        Instant writtenAt =
                row.getTimestamp() == null ? null : row.getTimestamp().toInstant();
        if (key == null || raw.isEmpty() || raw.length() > InstanceId.LONGEST || writtenAt == null) {
            return null;
        }
        InstanceId id = new InstanceId(raw);
        String name = text(row, "Name");
        String status = text(row, "RuntimeStatus");
        String execution = text(row, "ExecutionId");
        boolean generation = execution != null && !execution.isEmpty() && execution.length() <= ExecutionId.LONGEST;
        return new InstanceRow(
                key,
                text(row, "TaskHubName"),
                new HubInstance(
                        id,
                        new OrchestratorName(cut(name == null ? "" : name, OrchestratorName.LONGEST)),
                        RuntimeStatus.of(status == null ? "" : status),
                        generation && execution != null ? new ExecutionId(execution) : null,
                        time(row, "CreatedTime"),
                        time(row, "LastUpdatedTime"),
                        time(row, "ScheduledStartTime"),
                        writtenAt,
                        text(row, "Version"),
                        isEntity(id, name) ? entity(text(row, "CustomStatus")) : null,
                        null));
    }

    /**
     * Tells whether the row belongs to a hub, or may.
     *
     * @param asked the hub
     * @return false only if it names another one
     */
    boolean mayBeOf(String asked) {
        return hub == null || hub.equalsIgnoreCase(asked);
    }

    /** An entity's id is {@code @name@key}, and its row bears that or the entity's name; all else is an orchestration (rule R-13). */
    private static boolean isEntity(InstanceId id, @Nullable String name) {
        int end = id.isEntity() ? id.value().indexOf('@', 1) : -1;
        return end > 1
                && (name == null
                        || name.isEmpty()
                        || name.startsWith("@")
                        || name.equalsIgnoreCase(id.value().substring(1, end)));
    }

    private static EntityState entity(@Nullable String customStatus) {
        if (customStatus == null) {
            return EntityState.UNREADABLE;
        }
        try {
            JsonNode status = JSON.readTree(customStatus);
            JsonNode exists = status.path("entityExists");
            JsonNode size = status.path("queueSize");
            JsonNode holder = status.path("lockedBy");
            boolean understood = status.isObject()
                    && (exists.isMissingNode() || exists.isNull() || exists.isBoolean())
                    && (size.isMissingNode() || size.isNull() || size.canConvertToLong())
                    && (holder.isMissingNode() || holder.isNull() || holder.isTextual());
            String lockedBy = holder.asText("");
            if (!understood || lockedBy.length() > InstanceId.LONGEST) {
                return EntityState.UNREADABLE;
            }
            return new EntityState(
                    exists.asBoolean(),
                    size.asLong(),
                    holder.isTextual() && !lockedBy.isEmpty() ? new InstanceId(lockedBy) : null,
                    true);
        } catch (JsonProcessingException e) {
            return EntityState.UNREADABLE;
        }
    }

    private static @Nullable String text(TableEntity row, String column) {
        return row.getProperty(column) instanceof String text ? text : null;
    }

    private static @Nullable Instant time(TableEntity row, String column) {
        return row.getProperty(column) instanceof OffsetDateTime time ? time.toInstant() : null;
    }

    private static String cut(String text, int longest) {
        return text.substring(0, Math.min(longest, text.length()));
    }
}
