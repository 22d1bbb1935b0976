// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.deployment;

import static io.hubgate.deployment.Scene.BY_1;
import static io.hubgate.deployment.Scene.HUB_1;
import static io.hubgate.deployment.Scene.HUB_2;
import static org.assertj.core.api.Assertions.assertThat;

import io.hubgate.error.ErrorCode;
import io.hubgate.readiness.AppPolicy;
import io.hubgate.readiness.WarningCode;
import io.hubgate.rule.Rule;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What an app's own policy changes in its commands, and how it is set. */
class PolicyTest {
    @Nested
    class SettingIt {
        @Test
        @Rule("P-9")
        void is_a_decision_that_says_what_differs_from_the_default() {
            Scene scene = Scene.holding(HUB_1, null);
            assertThat(scene.moves(Scene.policy(Policies.SEAL)).summary())
                    .isEqualTo("set the policy of orders: seal required");
            assertThat(scene.app.rules().policy()).isEqualTo(Policies.SEAL);
            assertThat(scene.moves(Scene.policy(AppPolicy.DEFAULT)).summary()).endsWith("the defaults");
        }

        @Test
        void again_is_unchanged() {
            Scene scene = Scene.holding(HUB_1, null).ruledBy(Policies.SEAL);
            scene.keeps(Scene.policy(Policies.SEAL));
        }

        @Test
        void needs_a_reason_and_a_declared_app() {
            Scene scene = Scene.holding(HUB_1, null);
            scene.refuses(new RulesCommand.SetPolicy(Scene.ORDERS, Policies.SEAL, Options.NONE), ErrorCode.BAD_REQUEST);
            new Scene().refuses(Scene.policy(Policies.SEAL), ErrorCode.APP_UNKNOWN);
        }

        @Test
        @Rule("P-2")
        void is_refused_on_a_stale_token() {
            Scene scene = Scene.holding(HUB_1, null);
            Options stale = Options.NONE.because("why not").ifMatch(scene.app.token());
            scene.ruledBy(Policies.SEAL);
            scene.refuses(new RulesCommand.SetPolicy(Scene.ORDERS, AppPolicy.DEFAULT, stale), ErrorCode.STALE_TOKEN);
        }

        @Test
        void leaves_the_open_deployment_as_it_is() {
            Scene scene = Scene.staged();
            Deployment before = scene.open();
            assertThat(scene.moves(Scene.policy(Policies.SEAL)).next()).isEqualTo(Next.STAGE);
            assertThat(scene.open()).isEqualTo(before);
        }

        @Test
        void outlives_every_other_command() {
            Scene scene = Scene.holding(HUB_1, null).ruledBy(Policies.OBSERVE);
            scene.moves(Scene.stage(HUB_2, BY_1));
            scene.moves(Scene.swap(HUB_2, BY_1));
            scene.moves(Scene.confirm(HUB_2, BY_1));
            scene.moves(Scene.declare(HUB_2, null, BY_1.because("looked").forced(Scene.force(true))));
            assertThat(scene.app.rules().policy()).isEqualTo(Policies.OBSERVE);
        }
    }

    @Nested
    class Observing {
        @Test
        void lets_a_stage_pass_that_would_be_refused_and_says_so() {
            Scene scene = Scene.holding(null, HUB_1).ruledBy(Policies.OBSERVE);
            scene.witness.working.add(HUB_1);
            Transition.Moved moved = scene.moves(Scene.stage(HUB_2, BY_1));
            assertThat(moved.next()).isEqualTo(Next.DEPLOY);
            assertThat(moved.notes().wouldRefuse()).isTrue();
            assertThat(moved.notes().force()).isNull();
        }

        @Test
        void lets_an_unknown_verdict_pass_too() {
            Scene scene = Scene.holding(null, HUB_1).ruledBy(Policies.OBSERVE);
            scene.witness.unreadable.add(HUB_1);
            assertThat(scene.moves(Scene.stage(HUB_2, BY_1)).notes().wouldRefuse())
                    .isTrue();
        }

        @Test
        void says_nothing_of_a_stage_that_is_ready() {
            Scene scene = Scene.holding(null, HUB_1).ruledBy(Policies.OBSERVE);
            assertThat(scene.moves(Scene.stage(HUB_2, BY_1)).notes().wouldRefuse())
                    .isFalse();
        }

        @Test
        void never_passes_over_doubt_about_what_a_slot_holds() {
            Scene scene = Scene.swapped().ruledBy(Policies.OBSERVE);
            scene.refuses(Scene.stage(Scene.HUB_3, BY_1), ErrorCode.SWAP_UNCONFIRMED);
            Scene seen = Scene.holding(null, HUB_1).ruledBy(Policies.OBSERVE);
            seen.refuses(Scene.stage(HUB_2, BY_1.observing(new ObservedHub(Scene.STRANGER))), ErrorCode.SLOT_DIFFERS);
        }

        @Test
        void does_not_let_a_slot_be_retired() {
            Scene scene = Scene.holding(null, HUB_1).ruledBy(Policies.OBSERVE);
            scene.witness.working.add(HUB_1);
            scene.refuses(Scene.retire(io.hubgate.model.SlotName.STAGING, BY_1), ErrorCode.NOT_READY);
        }
    }

    @Nested
    @Rule("P-11")
    class RequiringAnObservation {
        private final Scene scene = Scene.holding(HUB_1, null).ruledBy(Policies.OBSERVATION);

        @Test
        void refuses_a_stage_that_did_not_look() {
            scene.refuses(Scene.stage(HUB_2, BY_1), ErrorCode.BAD_REQUEST);
            scene.moves(Scene.stage(HUB_2, BY_1.observing(ObservedHub.of(""))));
        }

        @Test
        void refuses_swap_and_confirm_that_did_not_look() {
            scene.moves(Scene.stage(HUB_2, BY_1.observing(ObservedHub.of(""))));
            scene.refuses(Scene.swap(HUB_2, BY_1), ErrorCode.BAD_REQUEST);
            scene.moves(Scene.swap(HUB_2, BY_1.observing(new ObservedHub(HUB_1))));
            scene.refuses(Scene.confirm(HUB_2, BY_1), ErrorCode.BAD_REQUEST);
            scene.refuses(Scene.abort(HUB_2, BY_1), ErrorCode.BAD_REQUEST);
            scene.moves(Scene.confirm(HUB_2, BY_1.observing(new ObservedHub(HUB_2))));
        }

        @Test
        void lets_a_staged_deployment_be_given_up_blindly() {
            scene.moves(Scene.stage(HUB_2, BY_1.observing(ObservedHub.of(""))));
            scene.moves(Scene.abort(HUB_2, BY_1));
        }
    }

    @Nested
    @Rule("P-17")
    class EntitiesLeftBehind {
        private static Scene withEntities(AppPolicy policy, long count, boolean isWhole) {
            Scene scene = Scene.holding(HUB_1, null).ruledBy(policy);
            scene.witness.entities.put(HUB_1, new Witness.EntityCount(count, isWhole));
            return scene;
        }

        @Test
        void are_a_warning_by_default_each_time() {
            Scene scene = withEntities(AppPolicy.DEFAULT.withEntitiesAtCleanup(AppPolicy.AtCleanup.DROP), 3, true);
            assertThat(scene.moves(Scene.stage(HUB_2, BY_1)).notes().warnings())
                    .extracting(warning -> warning.code())
                    .containsExactly(WarningCode.ENTITIES_LEFT_BEHIND);
            assertThat(scene.keeps(Scene.stage(HUB_2, BY_1)).notes().warnings()).hasSize(1);
        }

        @Test
        void are_refused_where_the_policy_says_so() {
            withEntities(Policies.NO_ENTITIES_LEFT, 1, true)
                    .refuses(Scene.stage(HUB_2, BY_1), ErrorCode.ENTITIES_REFUSED);
        }

        @Test
        void are_refused_while_nobody_knows_where_the_policy_says_so() {
            withEntities(Policies.NO_ENTITIES_LEFT, 0, false)
                    .refuses(Scene.stage(HUB_2, BY_1), ErrorCode.ENTITIES_REFUSED);
        }

        @Test
        void are_nothing_where_there_are_none() {
            Scene scene = withEntities(Policies.NO_ENTITIES_LEFT, 0, true);
            assertThat(scene.moves(Scene.stage(HUB_2, BY_1)).notes().warnings()).isEmpty();
        }
    }
}
