// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.taskhub;

import io.hubgate.model.InstanceId;
import org.jspecify.annotations.Nullable;

/**
 * What the row of an entity says in its custom status. The row says Running always, idle or busy, even after the entity's state was deleted.
 *
 * @param exists whether the entity has state
 * @param queueSize how many operations wait
 * @param lockedBy the orchestration that holds its lock, or null
 * @param readable false if the custom status could not be understood, which counts as busy (rule R-2)
 */
public record EntityState(
        boolean exists, long queueSize, @Nullable InstanceId lockedBy, boolean readable) {
    /** What is known of an entity whose custom status cannot be understood. */
    public static final EntityState UNREADABLE = new EntityState(true, 0, null, false);

    /**
     * Tells whether nothing waits for this entity and nobody holds it.
     *
     * @return true if so
     */
    public boolean isIdle() {
        return readable && queueSize == 0 && lockedBy == null;
    }
}
