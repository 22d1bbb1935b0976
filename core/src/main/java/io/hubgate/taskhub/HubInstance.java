// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.taskhub;

import io.hubgate.model.ExecutionId;
import io.hubgate.model.InstanceId;
import io.hubgate.model.OrchestratorName;
import io.hubgate.model.RuntimeStatus;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One row of the hub's table of instances, without input and output.
 *
 * @param id the raw id, unescaped from the key
 * @param name the orchestrator; unnamed if the row has none
 * @param status the status; a row without one, or with a word that is not known, is not terminal (rule R-12)
 * @param executionId the generation, or null if the row has none
 * @param createdAt when this generation began, on a host's clock, or null
 * @param updatedAt when the last episode ended, on a host's clock, or null; an instance that waits leaves it old
 * @param scheduledFor when a scheduled start is due, or null
 * @param writtenAt when the row was written, on the service's clock
 * @param version the version that the host stamped, or null
 * @param entity what the row says of an entity, or null if it is none
 * @param history what its history says, or null if it was not read
 */
public record HubInstance(
        InstanceId id,
        OrchestratorName name,
        RuntimeStatus status,
        @Nullable ExecutionId executionId,
        @Nullable Instant createdAt,
        @Nullable Instant updatedAt,
        @Nullable Instant scheduledFor,
        Instant writtenAt,
        @Nullable String version,
        @Nullable EntityState entity,
        @Nullable InstanceHistory history) {
    /** Checks that the parts that always exist do. */
    public HubInstance {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(writtenAt, "writtenAt");
    }

    /**
     * Returns the same row with what its history says.
     *
     * @param read the history
     * @return a copy
     */
    public HubInstance with(InstanceHistory read) {
        return new HubInstance(
                id, name, status, executionId, createdAt, updatedAt, scheduledFor, writtenAt, version, entity, read);
    }
}
