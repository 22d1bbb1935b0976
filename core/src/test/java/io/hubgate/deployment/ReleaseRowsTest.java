// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.deployment;

import static io.hubgate.deployment.Scene.BY_1;
import static io.hubgate.deployment.Scene.HUB_1;
import static io.hubgate.deployment.Scene.HUB_2;
import static io.hubgate.deployment.Scene.HUB_3;
import static io.hubgate.deployment.Scene.HUB_4;
import static io.hubgate.deployment.Scene.ORDERS;
import static org.assertj.core.api.Assertions.assertThat;

import io.hubgate.error.ErrorCode;
import io.hubgate.model.SlotName;
import java.util.LinkedHashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Every row of the release table is driven by some command; a row that none drives fails the build. */
class ReleaseRowsTest {
    private static final Options WHY = BY_1.because("looked");

    private final Set<ReleaseTable.Row> driven = new LinkedHashSet<>();

    private void drive(Scene scene, Command... commands) {
        for (Command command : commands) {
            Transition.Moved moved = scene.moves(command);
            for (PhaseChange change : moved.changes()) {
                assertThat(scene.app.phaseOf(change.taskHub()))
                        .isEqualTo(change.row().to());
                driven.add(change.row());
            }
        }
    }

    private void deploy() {
        Scene scene = Scene.holding(HUB_1, null);
        drive(scene, Scene.stage(HUB_2, BY_1));
        drive(scene.expired(), Scene.stage(HUB_2, BY_1));
        drive(scene, Scene.swap(HUB_2, BY_1), Scene.abort(HUB_2, BY_1), Scene.swap(HUB_2, BY_1));
        drive(scene, Scene.confirm(HUB_2, BY_1), Scene.rollback(HUB_1, BY_1), Scene.abort(HUB_1, BY_1));
        drive(scene, Scene.stage(HUB_3, BY_1), Scene.stage(HUB_4, BY_1));
    }

    private void retireAndRemove() {
        Scene scene = Scene.confirmed();
        drive(scene, Scene.retire(SlotName.STAGING, BY_1), Scene.declare(HUB_2, null, WHY));
        drive(scene, CleanupStepsTest.beginRemoval(HUB_1));
        drive(scene, new CleanupCommand.Resurrect(ORDERS, HUB_1, "a host lives", Options.NONE));
        drive(scene, CleanupStepsTest.beginRemoval(HUB_1));
        drive(scene, new CleanupCommand.EndRemoval(ORDERS, HUB_1, HubData.REMOVED, Options.NONE));
        drive(scene, Scene.stage(HUB_3, BY_1), Scene.abort(HUB_3, BY_1), Scene.retire(SlotName.STAGING, BY_1));
    }

    private void declare() {
        drive(new Scene(), Scene.declare(HUB_1, HUB_2, WHY));
        drive(Scene.staged(), Scene.declare(HUB_2, HUB_1, WHY), Scene.declare(HUB_1, HUB_2, WHY));
        drive(Scene.staged(), Scene.declare(HUB_1, HUB_2, WHY), Scene.declare(HUB_1, null, WHY));
        drive(Scene.confirmed(), Scene.declare(HUB_3, HUB_1, WHY), Scene.declare(HUB_2, HUB_1, WHY));
        drive(Scene.confirmed(), Scene.declare(HUB_2, HUB_3, WHY), Scene.declare(HUB_2, HUB_1, WHY));
    }

    @Test
    void every_row_is_driven() {
        deploy();
        retireAndRemove();
        declare();
        assertThat(driven).containsExactlyInAnyOrderElementsOf(ReleaseTable.STANDARD.rows());
    }

    @Test
    void a_refused_command_drives_none() {
        Scene scene = Scene.confirmed();
        scene.refuses(Scene.stage(HUB_1, BY_1), ErrorCode.HUB_NAME_USED);
        assertThat(scene.app.phaseOf(HUB_1)).isEqualTo(ReleasePhase.DRAINING);
    }
}
