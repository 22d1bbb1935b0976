// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.taskhub;

import io.hubgate.store.Deadline;

/**
 * Looks at a task hub's own storage. It only reads, with reader rights, and never creates anything: asking about a hub that does not exist
 * leaves no trace (rule R-18). What it cannot find out is a {@link FailedLook}, never an empty hub.
 *
 * <p>Implementations are thread-safe, block, honour interruption, start no threads of their own, and keep to a rate of requests that leaves
 * the watched app undisturbed.
 */
public interface TaskHubInspector {
    /**
     * Looks at a hub once.
     *
     * @param request which hub, and how far to look
     * @param deadline when to give up
     * @return what was seen, or why nothing could be
     */
    Inspection inspect(InspectionRequest request, Deadline deadline);
}
