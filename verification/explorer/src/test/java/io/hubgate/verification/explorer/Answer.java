// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.verification.explorer;

import io.hubgate.deployment.Next;
import io.hubgate.deployment.Transition;
import io.hubgate.error.ErrorCode;

/**
 * What a command came to, and the world after it.
 *
 * @param transition what the machine said
 * @param world the world with the record after it
 */
record Answer(Transition transition, World world) {
    Next next() {
        return transition.next();
    }

    boolean isRefused() {
        return transition instanceof Transition.Rejected;
    }

    boolean isStale() {
        return transition instanceof Transition.Rejected rejected
                && rejected.refusal().code() == ErrorCode.STALE_TOKEN;
    }

    @Override
    public String toString() {
        String what = transition instanceof Transition.Rejected rejected
                ? rejected.refusal().code() + (rejected.recorded() == null ? "" : " (noted)")
                : transition instanceof Transition.Moved ? "moved" : "unchanged";
        return what + ", next " + next().word();
    }
}
