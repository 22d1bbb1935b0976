// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.verification.recordings;

import io.hubgate.model.InstanceId;
import io.hubgate.store.TrackedHub;
import io.hubgate.tracking.InstanceRecord;
import java.util.Map;

/**
 * Everything that a store keeps of the hubs of a recording: the state that must not depend on the order of deliveries.
 *
 * @param hubs the active instances and the traffic of each hub
 * @param instances every instance of each hub, the finished ones too
 */
record Tracked(Map<String, TrackedHub> hubs, Map<String, Map<InstanceId, InstanceRecord>> instances) {}
