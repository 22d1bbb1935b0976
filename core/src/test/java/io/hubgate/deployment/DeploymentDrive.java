// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.deployment;

import static io.hubgate.deployment.Scene.BY_1;
import static io.hubgate.deployment.Scene.BY_2;
import static io.hubgate.deployment.Scene.CANARY;
import static io.hubgate.deployment.Scene.HUB_1;
import static io.hubgate.deployment.Scene.HUB_2;
import static io.hubgate.deployment.Scene.HUB_3;

import io.hubgate.deployment.DeploymentTable.Situation;
import io.hubgate.model.Holder;
import io.hubgate.model.SlotName;
import io.hubgate.model.TaskHubName;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Puts an app into a situation, makes the command of a move, and tells from the records before and after which effects it had. */
final class DeploymentDrive {
    final Scene scene;
    private final Options caller;
    private final Situation situation;

    DeploymentDrive(Situation situation) {
        this.situation = situation;
        String name = situation.name();
        this.caller = name.contains("OTHERS") ? BY_2 : BY_1;
        this.scene = scene(name);
        if (name.endsWith("EXPIRED")) {
            scene.expired();
        }
    }

    private static Scene scene(String situation) {
        if (situation.startsWith("STAGED")) {
            return Scene.staged();
        }
        return situation.startsWith("SWAPPED") ? Scene.swapped() : Scene.holding(HUB_1, null);
    }

    Command command(DeploymentMove move) {
        return switch (move) {
            case STAGE_ITS_HUB -> Scene.stage(HUB_2, caller);
            case STAGE_OTHER_HUB -> Scene.stage(HUB_3, caller);
            case STAGE_OTHER_SLOT -> Scene.stage(CANARY, HUB_3, caller);
            case SWAP_ITS_HUB -> Scene.swap(stagedHub(), caller);
            case SWAP_OTHER_HUB -> Scene.swap(HUB_3, caller);
            case CONFIRM_ITS_HUB -> Scene.confirm(HUB_2, caller);
            case CONFIRM_OTHER_HUB -> Scene.confirm(HUB_3, caller);
            case ABORT_ITS_HUB -> Scene.abort(HUB_2, caller);
            case ABORT_OTHER_HUB -> Scene.abort(HUB_3, caller);
            case ROLL_BACK_ITS_HUB -> Scene.rollback(HUB_2, caller);
            case ROLL_BACK_OTHER_HUB -> Scene.rollback(drainingHub(), caller);
            case RETIRE -> Scene.retire(SlotName.STAGING, retiring());
            case EXTEND_ITS_HUB -> Scene.extend(situation == Situation.NONE ? null : HUB_2, caller);
            case EXTEND_OTHER_HUB -> Scene.extend(HUB_3, caller);
            case SEAL_ITS_HUB -> Scene.seal(situation == Situation.NONE ? null : HUB_2, caller);
            case SEAL_OTHER_HUB -> Scene.seal(HUB_3, caller);
            case DECLARE -> Scene.declare(HUB_1, HUB_2, caller.because("the slots were looked at"));
            case CLEAN_UP_ITS_HUB -> Scene.cleanup(scene.app.liveHub());
            case CLEAN_UP_OTHER_HUB -> Scene.cleanup(null);
        };
    }

    /** With nothing open, a hub must be staged first, and its deployment given up. */
    private TaskHubName stagedHub() {
        if (situation == Situation.NONE) {
            scene.moves(Scene.stage(HUB_2, caller));
            scene.moves(Scene.abort(HUB_2, caller));
        }
        return HUB_2;
    }

    private TaskHubName drainingHub() {
        if (situation == Situation.NONE) {
            scene.moves(Scene.stage(HUB_2, caller));
            scene.moves(Scene.swap(HUB_2, caller));
            scene.moves(Scene.confirm(HUB_2, caller));
        }
        return situation.name().startsWith("STAGED") ? HUB_3 : HUB_1;
    }

    private Options retiring() {
        drainingHub();
        return caller;
    }

    /** Which effects the records before and after allow; several may look alike from outside. */
    Set<DeploymentEffect> effectsSeen(Transition transition) {
        Deployment before = scene.app.deployment();
        if (transition instanceof Transition.Unchanged unchanged) {
            return switch (unchanged.next()) {
                case DEPLOY -> EnumSet.of(DeploymentEffect.REPEAT);
                case VERIFY, SWAP_SLOTS -> EnumSet.of(DeploymentEffect.REPEAT_EXCHANGE);
                default -> EnumSet.of(DeploymentEffect.NONE);
            };
        }
        App after = ((Transition.Moved) transition).app();
        return after.deployment() == null ? closed(before, after) : opened(before, after.deployment());
    }

    private Set<DeploymentEffect> closed(@Nullable Deployment before, App after) {
        if (before == null) {
            return EnumSet.of(DeploymentEffect.NONE, DeploymentEffect.CLOSE_DECLARED);
        }
        Set<DeploymentEffect> effects = EnumSet.noneOf(DeploymentEffect.class);
        if (before.taskHub().equals(after.liveHub())) {
            effects.add(DeploymentEffect.CLOSE_CONFIRMED);
        } else if (before.isSwapped()) {
            effects.add(DeploymentEffect.EXCHANGE_BACK);
        } else if (after.phaseOf(before.taskHub()) == ReleasePhase.STAGED) {
            effects.add(DeploymentEffect.CLOSE_STAGED);
        }
        if (after.slots().values().stream().allMatch(s -> s.equals(Slot.known(s.name(), s.recorded())))) {
            effects.add(DeploymentEffect.CLOSE_DECLARED);
        }
        return effects;
    }

    private Set<DeploymentEffect> opened(@Nullable Deployment before, Deployment after) {
        if (after.isSwapped() && (before == null || !before.isSwapped())) {
            return EnumSet.of(DeploymentEffect.RECORD_EXCHANGE);
        }
        if (before == null) {
            return EnumSet.of(DeploymentEffect.OPEN);
        }
        if (after.isSealed() && !before.isSealed()) {
            return EnumSet.of(DeploymentEffect.SEAL);
        }
        Holder holder = before.holder();
        if (!after.holder().isSameAs(holder)) {
            return EnumSet.of(DeploymentEffect.TAKE_OVER);
        }
        return before.taskHub().equals(after.taskHub())
                ? EnumSet.of(DeploymentEffect.REPEAT, DeploymentEffect.RENEW)
                : EnumSet.of(DeploymentEffect.REPLACE);
    }
}
