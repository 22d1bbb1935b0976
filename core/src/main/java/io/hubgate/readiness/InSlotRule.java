// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.readiness;

import java.util.List;

/**
 * The data of a hub that a slot records, or may hold, is not removed (rule R-17). What is not retired counts as held: nothing says that every
 * slot has let it go.
 */
final class InSlotRule implements ReadinessRule {
    @Override
    public List<Finding> judge(HubCase hubCase) {
        Standing standing = hubCase.standing();
        if (hubCase.intent() != Intent.DELETE) {
            return List.of();
        }
        if (standing.inSlot() || standing.inProduction()) {
            return List.of(held(
                    hubCase,
                    hubCase.hub() + " is recorded in a slot, or a slot may still hold it",
                    "stage another release over it, retire its slot, or declare what the slots hold"));
        }
        if (standing.retiredAt() == null) {
            return List.of(held(
                    hubCase,
                    hubCase.hub() + " is not retired, so a slot may still hold it",
                    "declare what the slots hold"));
        }
        return List.of();
    }

    private static Blocker held(HubCase hubCase, String message, String fix) {
        return Blocker.of(BlockerCode.IN_SLOT, hubCase.hub(), message, fix, null);
    }
}
