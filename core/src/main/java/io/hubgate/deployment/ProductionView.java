// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.deployment;

import io.hubgate.model.TaskHubName;
import org.jspecify.annotations.Nullable;

/**
 * What an observation of production says about an exchange: only the former and the new hub mean anything, and no hub at all means the
 * former one, because a new release's settings always name its hub (rule P-11).
 */
enum ProductionView {
    /** Nobody looked. */
    UNOBSERVED,
    /** Production still holds what it held before. */
    FORMER,
    /** Production holds what was to go live. */
    NEW,
    /** Production holds something else. */
    OTHER;

    static ProductionView of(@Nullable ObservedHub observed, @Nullable TaskHubName former, TaskHubName incoming) {
        if (observed == null) {
            return UNOBSERVED;
        }
        TaskHubName hub = observed.hub();
        if (hub == null || hub.equals(former)) {
            return FORMER;
        }
        return hub.equals(incoming) ? NEW : OTHER;
    }
}
