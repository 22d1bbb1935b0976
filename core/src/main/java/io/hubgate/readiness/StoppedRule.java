// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.readiness;

import io.hubgate.taskhub.HubLook;
import java.util.List;

/** A slot that is sealed holds no living host, and that can only be seen in the hub itself (rule P-16). */
final class StoppedRule implements ReadinessRule {
    @Override
    public List<Finding> judge(HubCase hubCase) {
        if (hubCase.isByEventsAlone()) {
            return List.of(new Reason(
                    ReasonCode.HUB_NOT_INSPECTED,
                    hubCase.hub() + " itself was not looked at, so it is not known whether its host has stopped",
                    "let the backend read the hub's storage, or let the app's policy not require a seal",
                    hubCase.hub()));
        }
        HubLook look = hubCase.look();
        return look == null || !HostActiveRule.isAlive(look)
                ? List.of()
                : List.of(Blocker.of(
                        BlockerCode.HOST_ACTIVE,
                        hubCase.hub(),
                        "a host still works on " + hubCase.hub(),
                        "stop the slot, wait until its host has let go of the hub, and seal again",
                        null));
    }
}
