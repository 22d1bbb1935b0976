// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.deployment;

import static io.hubgate.deployment.Scene.BY_1;
import static io.hubgate.deployment.Scene.BY_2;
import static io.hubgate.deployment.Scene.HUB_1;
import static io.hubgate.deployment.Scene.HUB_2;
import static io.hubgate.deployment.Scene.HUB_3;
import static org.assertj.core.api.Assertions.assertThat;

import io.hubgate.error.ErrorCode;
import io.hubgate.model.SlotName;
import io.hubgate.model.TaskHubName;
import io.hubgate.rule.Rule;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A pipeline that died anywhere, and the next one: each step again, by the same run and by another, at every point. */
class ReRunTest {
    /** Where the first run died while it deployed release 2 over nothing, with release 1 live. */
    enum Died {
        BEFORE_STAGE,
        AFTER_STAGE,
        AFTER_WRITE,
        AFTER_SWAP,
        AFTER_PHYSICAL_SWAP,
        AFTER_CONFIRM;

        boolean hasRecordedExchange() {
            return compareTo(AFTER_SWAP) >= 0;
        }

        boolean hasSwappedSlots() {
            return compareTo(AFTER_PHYSICAL_SWAP) >= 0;
        }
    }

    private static Scene scene(Died died) {
        return switch (died) {
            case BEFORE_STAGE -> Scene.holding(HUB_1, null);
            case AFTER_STAGE, AFTER_WRITE -> Scene.staged();
            case AFTER_SWAP, AFTER_PHYSICAL_SWAP -> Scene.swapped();
            case AFTER_CONFIRM -> Scene.confirmed();
        };
    }

    private static ObservedHub production(Died died) {
        return new ObservedHub(died.hasSwappedSlots() ? HUB_2 : HUB_1);
    }

    private static ObservedHub staging(Died died) {
        if (died.hasSwappedSlots()) {
            return new ObservedHub(HUB_1);
        }
        return died == Died.BEFORE_STAGE || died == Died.AFTER_STAGE ? ObservedHub.NONE : new ObservedHub(HUB_2);
    }

    private static List<Command> everyStep(Scene scene, Died died, TaskHubName hub, Options by) {
        Options seesSlot = scene.sees(by, staging(died));
        Options seesProduction = scene.sees(by, production(died));
        return List.of(
                Scene.stage(hub, seesSlot),
                Scene.stage(hub, by),
                Scene.swap(hub, seesProduction),
                Scene.swap(hub, by),
                Scene.confirm(hub, seesProduction),
                Scene.abort(hub, seesProduction),
                Scene.rollback(hub, seesProduction),
                Scene.retire(SlotName.STAGING, seesSlot),
                Scene.extend(hub, by));
    }

    @ParameterizedTest
    @EnumSource(Died.class)
    @Rule({"P-1", "P-4"})
    void no_step_of_the_same_run_is_told_to_do_a_physical_step_twice(Died died) {
        for (int step = 0; step < 9; step++) {
            Scene scene = scene(died);
            Command command = everyStep(scene, died, HUB_2, BY_1).get(step);
            for (int time = 0; time < 2; time++) {
                Transition transition = scene.ask(command);
                if (transition.next() == Next.DEPLOY) {
                    assertThat(died.hasRecordedExchange()).as("%s", command).isFalse();
                }
                if (transition.next() == Next.SWAP_SLOTS) {
                    assertThat(died.hasSwappedSlots()).as("%s", command).isFalse();
                }
                if (transition instanceof Transition.Moved moved) {
                    scene.app = moved.app();
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Died.class)
    @Rule({"P-1", "P-3", "P-4"})
    void no_step_of_another_run_gets_past_a_deployment_that_is_alive(Died died) {
        boolean isOpen = died != Died.BEFORE_STAGE && died != Died.AFTER_CONFIRM;
        for (int step = 0; step < 9; step++) {
            Scene scene = scene(died);
            Command command = everyStep(scene, died, HUB_3, BY_2).get(step);
            Transition transition = scene.ask(command);
            if (isOpen) {
                assertThat(transition).as("%s", command).isInstanceOf(Transition.Rejected.class);
                assertThat(((Transition.Rejected) transition).refusal().code())
                        .as("%s", command)
                        .isEqualTo(ErrorCode.DEPLOYMENT_OPEN);
            }
        }
    }

    @Nested
    class The_same_run_again {
        @ParameterizedTest
        @EnumSource(Died.class)
        @Rule("P-4")
        void finishes_by_what_it_is_told(Died died) {
            Scene scene = scene(died);
            Transition stage = scene.ask(Scene.stage(HUB_2, scene.sees(BY_1, staging(died))));
            assertThat(stage.next())
                    .isEqualTo(
                            died == Died.AFTER_CONFIRM
                                    ? Next.NOTHING
                                    : died.hasRecordedExchange() ? Next.VERIFY : Next.DEPLOY);
            if (stage instanceof Transition.Moved moved) {
                scene.app = moved.app();
            }
            Transition swap = scene.ask(Scene.swap(HUB_2, scene.sees(BY_1, production(died))));
            assertThat(swap.next()).isEqualTo(died.hasSwappedSlots() ? Next.NOTHING : Next.SWAP_SLOTS);
            if (swap instanceof Transition.Moved moved) {
                scene.app = moved.app();
            }
            Transition confirm = scene.ask(Scene.confirm(HUB_2, scene.sees(BY_1, HUB_2)));
            assertThat(confirm.next()).isEqualTo(Next.NOTHING);
            App after = confirm instanceof Transition.Moved moved ? moved.app() : scene.app;
            assertThat(after.liveHub()).isEqualTo(HUB_2);
            assertThat(after.deployment()).isNull();
        }
    }

    @Nested
    class Another_run_after_the_lease {
        @ParameterizedTest
        @EnumSource(Died.class)
        @Rule("P-4")
        void goes_on_or_is_told_what_to_look_at(Died died) {
            Scene scene = scene(died).expired();
            Transition stage = scene.ask(Scene.stage(HUB_3, scene.sees(BY_2, staging(died))));
            boolean doubt = scene.app.deployment() != null && scene.open().isSwapped();
            assertThat(stage.next()).isEqualTo(doubt ? Next.VERIFY : Next.DEPLOY);
            if (doubt) {
                settle(scene, died);
                Options seen = scene.sees(BY_2, staging(died));
                assertThat(scene.moves(Scene.stage(HUB_3, seen)).next()).isEqualTo(Next.DEPLOY);
            }
        }

        private void settle(Scene scene, Died died) {
            Options seen = scene.sees(BY_2, production(died));
            scene.moves(died.hasSwappedSlots() ? Scene.confirm(HUB_2, seen) : Scene.abort(HUB_2, seen));
        }
    }
}
