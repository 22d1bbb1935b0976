// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.readiness;

import io.hubgate.model.InstanceId;
import io.hubgate.taskhub.EntityState;
import io.hubgate.taskhub.HubInstance;
import io.hubgate.taskhub.HubLook;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Entities are no instances: their rows say Running always (rule R-13). Busy ones block everything. A lock whose holder has ended or is gone is
 * never released, as was seen on the running engine; with operations behind it only a waiver helps, without any it is a warning. Idle ones
 * hold state: a warning, and against removing the hub's data a blocker.
 */
final class EntitiesRule implements ReadinessRule {
    @Override
    public List<Finding> judge(HubCase hubCase) {
        HubLook look = hubCase.look();
        if (look == null) {
            return List.of();
        }
        List<Finding> found = new ArrayList<>();
        List<HubInstance> busy = new ArrayList<>();
        List<HubInstance> orphaned = new ArrayList<>();
        List<HubInstance> idleLocked = new ArrayList<>();
        for (HubInstance entity : look.rows().busyEntities()) {
            sort(hubCase, look, entity, busy, orphaned, idleLocked, found);
        }
        if (!busy.isEmpty()) {
            found.add(busy(hubCase, busy));
        }
        if (!orphaned.isEmpty()) {
            found.add(orphaned(hubCase, orphaned));
        }
        if (!idleLocked.isEmpty()) {
            found.add(idleLocked(hubCase, idleLocked));
        }
        found.addAll(present(hubCase, look));
        return List.copyOf(found);
    }

    private static void sort(
            HubCase hubCase,
            HubLook look,
            HubInstance entity,
            List<HubInstance> busy,
            List<HubInstance> orphaned,
            List<HubInstance> idleLocked,
            List<Finding> waived) {
        EntityState state = entity.entity();
        if (state == null || !state.readable() || !isOrphaned(look, state.lockedBy())) {
            busy.add(entity);
            return;
        }
        if (state.queueSize() == 0) {
            idleLocked.add(entity);
            return;
        }
        Optional<Waiver> waiver = new Exceptions(hubCase).of(BlockerCode.ENTITY_LOCK_ORPHANED, entity);
        if (waiver.isPresent()) {
            waived.add(Words.waived(waiver.get(), Words.quoted(entity.id()) + " of " + hubCase.hub()));
        } else {
            orphaned.add(entity);
        }
    }

    /** Whether the holder of a lock has ended for good, or has no row. One that the engine will start again may still release it. */
    private static boolean isOrphaned(HubLook look, @Nullable InstanceId holder) {
        if (holder == null) {
            return false;
        }
        if (look.rows().absent().contains(holder)) {
            return true;
        }
        HubInstance row = look.rows().found().get(holder);
        return row != null
                && row.status().isTerminal()
                && look.rows().scheduledAgain().stream().noneMatch(r -> r.id().equals(holder));
    }

    private static Blocker busy(HubCase hubCase, List<HubInstance> entities) {
        return counted(
                hubCase,
                BlockerCode.ENTITIES_BUSY,
                Count.of(entities.size(), "entity", "entities") + " of " + hubCase.hub()
                        + Count.choose(entities.size(), " has", " have") + " operations waiting, "
                        + Count.choose(entities.size(), "is", "are") + " locked, or cannot be read: " + first(entities),
                "wait until the operations are done",
                entities);
    }

    private static Blocker orphaned(HubCase hubCase, List<HubInstance> entities) {
        return counted(
                hubCase,
                BlockerCode.ENTITY_LOCK_ORPHANED,
                Count.of(entities.size(), "entity", "entities") + " of " + hubCase.hub()
                        + Count.choose(entities.size(), " is", " are")
                        + " locked by an orchestration that has ended, with operations waiting behind: "
                        + first(entities),
                "waiting does not end it: waive by id if the operations may be lost",
                entities);
    }

    private static Blocker counted(
            HubCase hubCase, BlockerCode code, String message, String fix, List<HubInstance> entities) {
        List<Sample> samples = entities.stream()
                .map(entity -> Sample.of(entity, null))
                .sorted(InstancesActiveRule.OLDEST_FIRST)
                .toList();
        return InstancesActiveRule.blocker(hubCase, code, message, fix, entities.size(), samples, null);
    }

    private static Warning idleLocked(HubCase hubCase, List<HubInstance> entities) {
        return new Warning(
                WarningCode.ENTITY_LOCK_IDLE,
                Count.of(entities.size(), "entity", "entities") + " of " + hubCase.hub()
                        + Count.choose(entities.size(), " is", " are")
                        + " locked by an orchestration that has ended; nothing waits behind: " + first(entities),
                hubCase.hub());
    }

    private static String first(List<HubInstance> entities) {
        String id = Words.quoted(entities.get(0).id());
        return entities.size() == 1 ? id : id + " and " + (entities.size() - 1) + " more";
    }

    private static List<Finding> present(HubCase hubCase, HubLook look) {
        long idle = look.rows().idleEntityCount();
        if (hubCase.intent() != Intent.DELETE) {
            return idle == 0 ? List.of() : List.of(idle(hubCase, idle));
        }
        long all = look.rows().entityCount();
        if (all == 0 || hubCase.policy().app().entitiesAtCleanup() == AppPolicy.AtCleanup.DROP) {
            return List.of();
        }
        return List.of(Blocker.counted(
                BlockerCode.ENTITIES_PRESENT,
                hubCase.hub(),
                hubCase.hub() + " holds " + Count.of(all, "entity", "entities") + ", whose state would be lost",
                "see that nobody needs it, then clean up with dropEntities",
                all));
    }

    private static Warning idle(HubCase hubCase, long count) {
        return new Warning(
                WarningCode.ENTITIES_IDLE,
                hubCase.hub() + " holds " + Count.of(count, "idle entity", "idle entities")
                        + ", which the next release will not see",
                hubCase.hub());
    }
}
