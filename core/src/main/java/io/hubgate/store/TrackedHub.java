// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.store;

import io.hubgate.tracking.InstanceRecord;
import io.hubgate.tracking.Traffic;
import java.util.List;

/**
 * What a store tracks of a hub at one moment.
 *
 * @param active every active instance, entities included, in no order
 * @param traffic the rest
 */
public record TrackedHub(List<InstanceRecord> active, Traffic traffic) {
    /** Copies the list. */
    public TrackedHub {
        active = List.copyOf(active);
    }
}
