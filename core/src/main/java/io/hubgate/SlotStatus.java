// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate;

import io.hubgate.deployment.App;
import io.hubgate.deployment.ForceMark;
import io.hubgate.deployment.Next;
import io.hubgate.deployment.ReleasePhase;
import io.hubgate.model.SlotName;
import io.hubgate.model.TaskHubName;
import io.hubgate.readiness.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a question about a slot.
 *
 * @param app the record by which it was answered; undeclared if nobody declared the app
 * @param slot the slot
 * @param taskHub the hub that the slot records, or null
 * @param phase the phase of its release, or null
 * @param verdict the verdict
 * @param next what the caller does next
 * @param forced the latest force that overwrote a release which is not deleted, or null
 */
public record SlotStatus(
        App app,
        SlotName slot,
        @Nullable TaskHubName taskHub,
        @Nullable ReleasePhase phase,
        Verdict verdict,
        Next next,
        @Nullable ForceMark forced) {}
