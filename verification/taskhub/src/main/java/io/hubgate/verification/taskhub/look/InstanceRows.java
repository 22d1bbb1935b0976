// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.verification.taskhub.look;

import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hubgate.model.ExecutionId;
import io.hubgate.model.InstanceId;
import io.hubgate.model.OrchestratorName;
import io.hubgate.model.RuntimeStatus;
import io.hubgate.taskhub.EntityState;
import io.hubgate.taskhub.HubInstance;
import io.hubgate.verification.taskhub.image.KeyCode;
import io.hubgate.verification.taskhub.image.Row;
import org.jspecify.annotations.Nullable;

/** Reads rows of a table of instances. */
final class InstanceRows {
    private static final ObjectMapper JSON = new ObjectMapper();

    private InstanceRows() {}

    static HubInstance read(Row row) {
        InstanceId id = new InstanceId(KeyCode.unescape(row.partition()));
        String execution = row.text("ExecutionId");
        return new HubInstance(
                id,
                new OrchestratorName(requireNonNullElse(row.text("Name"), "")),
                RuntimeStatus.of(requireNonNullElse(row.text("RuntimeStatus"), "")),
                execution == null || execution.isEmpty() ? null : new ExecutionId(execution),
                row.time("CreatedTime"),
                row.time("LastUpdatedTime"),
                row.time("ScheduledStartTime"),
                row.writtenAt(),
                row.text("Version"),
                isEntity(id, requireNonNullElse(row.text("Name"), "@")) ? entity(row.text("CustomStatus")) : null,
                null);
    }

    /** {@code @name@key}, and the row's name is that or the entity's. */
    private static boolean isEntity(InstanceId id, String name) {
        return id.value().matches("(?s)@[^@]+@.*")
                && (name.matches("(?s)(@.*)?") || id.value().split("@", 3)[1].equalsIgnoreCase(name));
    }

    private static EntityState entity(@Nullable String customStatus) {
        if (customStatus == null) {
            return EntityState.UNREADABLE;
        }
        try {
            JsonNode status = JSON.readTree(customStatus);
            if (!status.isObject()) {
                return EntityState.UNREADABLE;
            }
            String holder = status.path("lockedBy").asText("");
            return new EntityState(
                    status.path("entityExists").asBoolean(),
                    status.path("queueSize").asLong(),
                    holder.isEmpty() ? null : new InstanceId(holder),
                    true);
        } catch (JsonProcessingException e) {
            return EntityState.UNREADABLE;
        }
    }
}
