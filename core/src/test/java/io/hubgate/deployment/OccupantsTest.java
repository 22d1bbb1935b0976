// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.deployment;

import static io.hubgate.deployment.Scene.BY_1;
import static io.hubgate.deployment.Scene.BY_2;
import static io.hubgate.deployment.Scene.HUB_1;
import static io.hubgate.deployment.Scene.HUB_2;
import static io.hubgate.deployment.Scene.HUB_3;
import static io.hubgate.deployment.Scene.HUB_4;
import static org.assertj.core.api.Assertions.assertThat;

import io.hubgate.error.ErrorCode;
import io.hubgate.model.SlotName;
import io.hubgate.rule.Rule;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What a slot may physically hold, and what makes that known again. */
class OccupantsTest {
    @Nested
    class Grow {
        @Test
        @Rule("P-10")
        void by_each_release_that_is_staged() {
            Scene scene = Scene.confirmed();
            scene.moves(Scene.stage(HUB_3, BY_1));
            scene.moves(Scene.stage(HUB_4, BY_1));
            assertThat(scene.staging().occupants()).containsExactlyInAnyOrder(HUB_1, HUB_3, HUB_4);
        }

        @Test
        @Rule("P-10")
        void and_an_abort_at_staged_says_nothing_about_the_slot() {
            Scene scene = Scene.confirmed();
            scene.moves(Scene.stage(HUB_3, BY_1));
            Slot before = scene.staging();
            scene.moves(Scene.abort(HUB_3, BY_1));
            assertThat(scene.staging()).isEqualTo(before);
        }

        @Test
        @Rule("P-10")
        void in_both_slots_by_a_recorded_exchange() {
            Scene scene = Scene.swapped();
            assertThat(scene.production().occupants()).containsExactlyInAnyOrder(HUB_1, HUB_2);
            assertThat(scene.staging().occupants()).containsExactlyInAnyOrder(HUB_1, HUB_2);
            assertThat(scene.app.isInDoubt(SlotName.PRODUCTION)).isTrue();
            assertThat(scene.app.isInDoubt(SlotName.STAGING)).isTrue();
            assertThat(scene.app.isInDoubt(Scene.CANARY)).isFalse();
        }

        @Test
        @Rule("P-10")
        void by_a_rollback_with_all_that_the_slot_might_hold() {
            Scene scene = Scene.confirmed();
            scene.refuses(Scene.stage(HUB_3, BY_1.observing(new ObservedHub(Scene.STRANGER))), ErrorCode.SLOT_DIFFERS);
            scene.moves(Scene.rollback(HUB_1, BY_1));
            assertThat(scene.staging().occupants()).containsExactlyInAnyOrder(HUB_1, HUB_2, Scene.STRANGER);
            assertThat(scene.production().occupants()).containsExactlyInAnyOrder(HUB_1, HUB_2, Scene.STRANGER);
        }

        @Test
        @Rule("P-10")
        void by_an_abort_of_another_which_leaves_both_in_both() {
            Scene scene = Scene.swapped().expired();
            scene.moves(Scene.abort(HUB_2, scene.sees(BY_2, HUB_1)));
            assertThat(scene.production().recorded()).isEqualTo(HUB_1);
            assertThat(scene.staging().recorded()).isEqualTo(HUB_2);
            assertThat(scene.production().occupants()).containsExactlyInAnyOrder(HUB_1, HUB_2);
            assertThat(scene.staging().occupants()).containsExactlyInAnyOrder(HUB_1, HUB_2);
            assertThat(scene.app.deployment()).isNull();
        }
    }

    @Nested
    class Are_known_again {
        @Test
        @Rule("P-10")
        void by_a_swap_which_says_what_the_slot_held_just_before() {
            Scene scene = Scene.confirmed();
            scene.moves(Scene.stage(HUB_3, BY_1));
            scene.moves(Scene.swap(HUB_3, BY_1));
            assertThat(scene.staging().occupants()).containsExactlyInAnyOrder(HUB_2, HUB_3);
            scene.moves(Scene.confirm(HUB_3, BY_1));
            assertThat(scene.staging()).isEqualTo(Slot.known(SlotName.STAGING, HUB_2));
            assertThat(scene.production()).isEqualTo(Slot.known(SlotName.PRODUCTION, HUB_3));
        }

        @Test
        @Rule("P-10")
        void by_the_holders_abort_of_a_swapped_deployment() {
            Scene scene = Scene.swapped();
            scene.moves(Scene.abort(HUB_2, BY_1));
            assertThat(scene.staging()).isEqualTo(Slot.known(SlotName.STAGING, HUB_2));
            assertThat(scene.production()).isEqualTo(Slot.known(SlotName.PRODUCTION, HUB_1));
        }

        @Test
        @Rule("P-10")
        void by_declare() {
            Scene scene = Scene.swapped();
            scene.moves(Scene.declare(HUB_1, HUB_2, BY_1.because("looked")));
            assertThat(scene.staging()).isEqualTo(Slot.known(SlotName.STAGING, HUB_2));
            assertThat(scene.production()).isEqualTo(Slot.known(SlotName.PRODUCTION, HUB_1));
        }

        @Test
        @Rule("P-10")
        void by_an_agreeing_observation_of_production_before_a_swap() {
            Scene scene = Scene.swapped().expired();
            scene.moves(Scene.abort(HUB_2, scene.sees(BY_2, HUB_1)));
            scene.moves(Scene.stage(HUB_2, scene.sees(BY_1, HUB_2)));
            scene.moves(Scene.swap(HUB_2, scene.sees(BY_1, HUB_1)));
            scene.moves(Scene.confirm(HUB_2, BY_1));
            assertThat(scene.staging()).isEqualTo(Slot.known(SlotName.STAGING, HUB_1));
        }

        @Test
        @Rule("P-10")
        void of_production_not_without_a_token() {
            Scene scene = Scene.confirmed();
            scene.refuses(
                    Scene.confirm(HUB_2, BY_1.observing(new ObservedHub(Scene.STRANGER))), ErrorCode.SLOT_DIFFERS);
            scene.moves(Scene.stage(HUB_3, scene.sees(BY_1, HUB_1)));
            scene.moves(Scene.swap(HUB_3, BY_1.observing(new ObservedHub(HUB_2))));
            scene.moves(Scene.confirm(HUB_3, BY_1));
            assertThat(scene.staging().occupants()).containsExactlyInAnyOrder(HUB_2, Scene.STRANGER);
        }
    }

    @Nested
    class Of_a_retired_slot {
        @Test
        @Rule("P-10")
        void stay_until_it_is_seen_empty() {
            Scene scene = Scene.confirmed();
            assertThat(scene.moves(Scene.retire(SlotName.STAGING, BY_1)).next()).isEqualTo(Next.STOP_SLOT);
            assertThat(scene.app.phaseOf(HUB_1)).isEqualTo(ReleasePhase.RETIRED);
            assertThat(scene.staging().recorded()).isNull();
            assertThat(scene.app.mayHold(HUB_1)).isTrue();
            assertThat(scene.keeps(Scene.retire(SlotName.STAGING, BY_1)).next()).isEqualTo(Next.STOP_SLOT);
            scene.moves(Scene.retire(SlotName.STAGING, scene.sees(BY_1, ObservedHub.NONE)));
            assertThat(scene.app.mayHold(HUB_1)).isFalse();
            assertThat(scene.keeps(Scene.retire(SlotName.STAGING, scene.sees(BY_1, ObservedHub.NONE)))
                            .next())
                    .isEqualTo(Next.NOTHING);
        }

        @Test
        void empty_from_the_start_change_nothing() {
            Scene scene = Scene.holding(HUB_1, null);
            assertThat(scene.keeps(Scene.retire(SlotName.STAGING, BY_1)).next()).isEqualTo(Next.NOTHING);
        }

        @Test
        @Rule("P-10")
        void are_all_judged_for_stop() {
            Scene scene = Scene.confirmed();
            scene.moves(Scene.stage(HUB_3, BY_1));
            scene.refuses(Scene.retire(SlotName.STAGING, BY_1), ErrorCode.DEPLOYMENT_OPEN);
            scene.moves(Scene.abort(HUB_3, BY_1));
            scene.witness.working.add(HUB_1);
            scene.refuses(Scene.retire(SlotName.STAGING, BY_1), ErrorCode.NOT_READY);
            assertThat(scene.witness.judged()).containsExactlyInAnyOrder(HUB_1, HUB_3);
            scene.witness.working.clear();
            scene.moves(Scene.retire(SlotName.STAGING, BY_1));
            assertThat(scene.app.phaseOf(HUB_3)).isEqualTo(ReleasePhase.RETIRED);
        }

        @Test
        void are_never_those_of_production() {
            Scene.confirmed().refuses(Scene.retire(SlotName.PRODUCTION, BY_1), ErrorCode.SLOT_IS_PRODUCTION);
        }
    }
}
