// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.deployment;

import static io.hubgate.deployment.Scene.BY_1;
import static io.hubgate.deployment.Scene.HUB_1;
import static io.hubgate.deployment.Scene.HUB_2;
import static io.hubgate.deployment.Scene.HUB_3;
import static io.hubgate.deployment.Scene.ORDERS;
import static org.assertj.core.api.Assertions.assertThat;

import io.hubgate.error.ErrorCode;
import io.hubgate.model.SlotName;
import io.hubgate.model.TaskHubName;
import io.hubgate.readiness.Blocker;
import io.hubgate.readiness.BlockerCode;
import io.hubgate.readiness.Intent;
import io.hubgate.readiness.Verdict;
import io.hubgate.rule.Rule;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The steps of a clean-up, one release at a time. */
class CleanupStepsTest {
    private static final Verdict READY = Verdict.of(Intent.DELETE, Scene.NOW, null, List.of(), List.of());

    static CleanupCommand.BeginRemoval beginRemoval(TaskHubName hub) {
        return new CleanupCommand.BeginRemoval(ORDERS, hub, READY, "what is kept of " + hub, Options.NONE);
    }

    private static CleanupCommand.EndRemoval endRemoval(TaskHubName hub) {
        return new CleanupCommand.EndRemoval(ORDERS, hub, HubData.LEFT, Options.NONE);
    }

    private static CleanupCommand.Resurrect resurrect(TaskHubName hub) {
        return new CleanupCommand.Resurrect(ORDERS, hub, "a host lives", Options.NONE);
    }

    /** Retires what staging records and says that the slot is empty. */
    static void retireAndForget(Scene scene) {
        scene.moves(Scene.retire(SlotName.STAGING, BY_1));
        scene.moves(Scene.declare(scene.app.liveHub(), null, BY_1.because("the slot was deleted")));
    }

    private static Scene forgotten() {
        Scene scene = Scene.confirmed();
        retireAndForget(scene);
        return scene;
    }

    @Nested
    class Begin {
        @Test
        @Rule("P-10")
        void naming_the_live_hub_confirms() {
            Scene scene = Scene.swapped();
            scene.moves(Scene.cleanup(HUB_2));
            assertThat(scene.app.deployment()).isNull();
            assertThat(scene.app.lastExchange()).isEqualTo(ExchangeKind.SWAP);
            assertThat(scene.keeps(Scene.cleanup(HUB_2)).next()).isEqualTo(Next.NOTHING);
        }

        @Test
        @Rule("P-10")
        void any_other_name_in_doubt_does_nothing() {
            for (TaskHubName named : List.of(HUB_1, HUB_3)) {
                Transition.Rejected rejected =
                        Scene.swapped().refuses(Scene.cleanup(named), ErrorCode.SWAP_UNCONFIRMED);
                assertThat(rejected.next()).isEqualTo(Next.VERIFY);
            }
            Scene.swapped().refuses(Scene.cleanup(null), ErrorCode.SWAP_UNCONFIRMED);
        }

        @Test
        void leaves_a_staged_deployment_alone() {
            Scene scene = Scene.staged();
            scene.keeps(Scene.cleanup(HUB_2));
            scene.keeps(Scene.cleanup(HUB_1));
            assertThat(scene.app.deployment()).isNotNull();
        }

        @Test
        void needs_an_app() {
            new Scene().refuses(Scene.cleanup(HUB_1), ErrorCode.APP_UNKNOWN);
        }
    }

    @Nested
    class Removal {
        @Test
        @Rule("P-13")
        void goes_from_retired_by_removing_to_deleted() {
            Scene scene = forgotten();
            scene.moves(beginRemoval(HUB_1));
            assertThat(scene.app.phaseOf(HUB_1)).isEqualTo(ReleasePhase.REMOVING);
            scene.keeps(beginRemoval(HUB_1));
            scene.moves(endRemoval(HUB_1));
            assertThat(scene.app.phaseOf(HUB_1)).isEqualTo(ReleasePhase.DELETED);
            assertThat(scene.app.release(HUB_1).orElseThrow().hubData()).isEqualTo(HubData.LEFT);
            assertThat(scene.app.release(HUB_1).orElseThrow().times().deletedAt())
                    .isEqualTo(scene.now);
            scene.keeps(endRemoval(HUB_1));
        }

        @Test
        @Rule("P-13")
        void that_finds_life_goes_back_to_retired() {
            Scene scene = forgotten();
            scene.moves(beginRemoval(HUB_1));
            scene.moves(resurrect(HUB_1));
            assertThat(scene.app.phaseOf(HUB_1)).isEqualTo(ReleasePhase.RETIRED);
            scene.keeps(resurrect(HUB_1));
            scene.keeps(endRemoval(HUB_1));
        }

        @Test
        @Rule("P-10")
        void skips_every_possible_occupant() {
            Scene scene = Scene.confirmed();
            scene.moves(Scene.retire(SlotName.STAGING, BY_1));
            assertThat(scene.app.phaseOf(HUB_1)).isEqualTo(ReleasePhase.RETIRED);
            scene.refuses(beginRemoval(HUB_1), ErrorCode.NOT_READY);
        }

        @Test
        void is_only_for_retired_releases() {
            Scene scene = Scene.confirmed();
            scene.refuses(beginRemoval(HUB_1), ErrorCode.NOT_READY);
            scene.refuses(beginRemoval(HUB_2), ErrorCode.NOT_READY);
            scene.refuses(beginRemoval(HUB_3), ErrorCode.NOT_READY);
        }

        @Test
        void needs_a_verdict_that_is_ready() {
            Verdict busy = Verdict.of(
                    Intent.DELETE,
                    Scene.NOW,
                    null,
                    List.of(Blocker.of(BlockerCode.INSTANCES_ACTIVE, HUB_1, "busy", "wait", null)),
                    List.of());
            forgotten()
                    .refuses(
                            new CleanupCommand.BeginRemoval(ORDERS, HUB_1, busy, "it", Options.NONE),
                            ErrorCode.NOT_READY);
        }
    }
}
