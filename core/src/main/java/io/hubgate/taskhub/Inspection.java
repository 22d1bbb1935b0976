// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.taskhub;

import io.hubgate.model.TaskHubName;
import java.time.Instant;

/** What came of looking at a hub: its facts, or why there are none. */
public sealed interface Inspection permits HubLook, FailedLook {
    /**
     * Returns the hub that was looked at.
     *
     * @return the hub
     */
    TaskHubName hub();

    /**
     * Returns when the look ended, on our clock.
     *
     * @return the moment from which the age of this evidence counts
     */
    Instant endedAt();
}
