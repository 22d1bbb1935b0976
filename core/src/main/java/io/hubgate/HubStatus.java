// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate;

import io.hubgate.deployment.App;
import io.hubgate.deployment.ReleasePhase;
import io.hubgate.model.SlotName;
import io.hubgate.model.TaskHubName;
import io.hubgate.readiness.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a question about a hub, in a slot or not.
 *
 * @param taskHub the hub
 * @param app the app that owns it, or null if none does
 * @param slot the slot that records it, or null
 * @param phase the phase of its release, or null
 * @param verdict the verdict
 */
public record HubStatus(
        TaskHubName taskHub,
        @Nullable App app,
        @Nullable SlotName slot,
        @Nullable ReleasePhase phase,
        Verdict verdict) {}
