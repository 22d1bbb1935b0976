// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.readiness;

import io.hubgate.taskhub.HubLook;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What is to be said about a look once all else was found: whether rows changed while it lasted (rule R-11), whether it ended before its end
 * without anything that blocks, and whether there is work without a host.
 */
final class Closing {
    private static final Set<BlockerCode> WORK = EnumSet.of(
            BlockerCode.INSTANCES_ACTIVE,
            BlockerCode.INSTANCES_SCHEDULED,
            BlockerCode.ETERNAL,
            BlockerCode.ACTIVITIES_RUNNING,
            BlockerCode.MESSAGES_QUEUED,
            BlockerCode.UNEXPLAINED_MESSAGES,
            BlockerCode.ENTITIES_BUSY);

    private Closing() {}

    /** What comes to the findings of the rules. */
    static List<Finding> of(HubCase hubCase, List<Finding> found) {
        HubLook look = hubCase.look();
        if (look == null) {
            return List.of();
        }
        List<Finding> more = new ArrayList<>();
        boolean work = found.stream().anyMatch(finding -> finding instanceof Blocker b && WORK.contains(b.code()));
        if (work && !HostActiveRule.isAlive(look)) {
            more.add(frozen(hubCase));
        }
        if (look.rows().changed() > 0 && !work) {
            more.add(changed(hubCase, look));
        }
        if (!look.isComplete() && !isBlockedByLook(found)) {
            more.add(stopped(hubCase));
        }
        return more;
    }

    /** Whether anything blocks that a look can stop at; what was waived or may be ignored does not. */
    private static boolean isBlockedByLook(List<Finding> found) {
        return found.stream()
                .anyMatch(finding -> finding instanceof Blocker b
                        && (WORK.contains(b.code())
                                || b.code() == BlockerCode.STALE_STATUS
                                || b.code() == BlockerCode.POISON_MESSAGE
                                || b.code() == BlockerCode.ENTITY_LOCK_ORPHANED
                                || b.code() == BlockerCode.ENTITIES_PRESENT));
    }

    private static Blocker frozen(HubCase hubCase) {
        return Blocker.of(
                BlockerCode.FROZEN,
                hubCase.hub(),
                "no host works on " + hubCase.hub() + ", so its work cannot end",
                "start the slot that serves it, or terminate the work",
                null);
    }

    private static Blocker changed(HubCase hubCase, HubLook look) {
        return Blocker.of(
                BlockerCode.SETTLING,
                hubCase.hub(),
                Count.of(look.rows().changed(), "row", "rows") + " of " + hubCase.hub()
                        + " changed during the look, so work may have passed by unseen",
                "ask again",
                null);
    }

    private static Reason stopped(HubCase hubCase) {
        return new Reason(
                ReasonCode.INSPECTING,
                "the look at " + hubCase.hub() + " has not come to its end",
                "ask again",
                hubCase.hub());
    }
}
