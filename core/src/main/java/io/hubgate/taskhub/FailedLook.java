// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.taskhub;

import io.hubgate.model.TaskHubName;
import java.time.Instant;
import java.util.Objects;

/**
 * A hub that could not be looked at, or not whole.
 *
 * @param hub the hub
 * @param endedAt when it was given up, on our clock
 * @param trouble why
 * @param message one sentence for a person
 * @param fix what can be done; names the missing role where access was refused
 */
public record FailedLook(TaskHubName hub, Instant endedAt, Trouble trouble, String message, String fix)
        implements Inspection {
    /** Checks that the parts exist. */
    public FailedLook {
        Objects.requireNonNull(hub, "hub");
        Objects.requireNonNull(endedAt, "endedAt");
        Objects.requireNonNull(trouble, "trouble");
    }
}
