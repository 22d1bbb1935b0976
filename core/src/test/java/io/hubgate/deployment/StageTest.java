// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.deployment;

import static io.hubgate.deployment.Scene.BY_1;
import static io.hubgate.deployment.Scene.BY_2;
import static io.hubgate.deployment.Scene.CANARY;
import static io.hubgate.deployment.Scene.HUB_1;
import static io.hubgate.deployment.Scene.HUB_2;
import static io.hubgate.deployment.Scene.HUB_3;
import static io.hubgate.deployment.Scene.ORDERS;
import static io.hubgate.deployment.Scene.OTHER_APP;
import static io.hubgate.deployment.Scene.RUN_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.hubgate.error.ErrorCode;
import io.hubgate.model.ReleaseId;
import io.hubgate.model.ReleaseLabel;
import io.hubgate.model.SlotName;
import io.hubgate.model.Token;
import io.hubgate.readiness.Finding;
import io.hubgate.readiness.WarningCode;
import io.hubgate.rule.Rule;
import java.util.Objects;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The command that permits a write to a slot. */
class StageTest {
    @Nested
    class Of_a_new_hub {
        @Test
        @Rule("P-1")
        void opens_a_deployment_and_permits_the_write() {
            Scene scene = Scene.holding(HUB_1, null);
            Transition.Moved moved = scene.moves(Scene.stage(HUB_2, BY_1));
            assertThat(moved.next()).isEqualTo(Next.DEPLOY);
            assertThat(moved.notes().claims()).containsExactly(HUB_2);
            assertThat(scene.open().taskHub()).isEqualTo(HUB_2);
            assertThat(scene.open().holder()).isEqualTo(RUN_1);
            assertThat(scene.open().step()).isEqualTo(DeploymentStep.STAGED);
            assertThat(scene.open().expiresAt()).isEqualTo(scene.now.plus(Scene.LEASE));
            assertThat(scene.app.phaseOf(HUB_2)).isEqualTo(ReleasePhase.STAGED);
            assertThat(scene.staging().recorded()).isEqualTo(HUB_2);
        }

        @Test
        @Rule("P-10")
        void retires_the_former_occupant_which_may_still_be_there() {
            Scene scene = Scene.confirmed();
            scene.moves(Scene.stage(HUB_3, BY_2));
            assertThat(scene.app.phaseOf(HUB_1)).isEqualTo(ReleasePhase.RETIRED);
            assertThat(scene.staging().occupants()).containsExactlyInAnyOrder(HUB_1, HUB_3);
        }

        @Test
        @Rule("P-10")
        void is_judged_on_every_possible_occupant() {
            Scene scene = Scene.confirmed();
            scene.moves(Scene.stage(HUB_3, BY_2));
            scene.witness.working.add(HUB_1);
            Transition.Rejected rejected = scene.refuses(Scene.stage(Scene.HUB_4, BY_2), ErrorCode.NOT_READY);
            assertThat(scene.witness.judged()).containsExactlyInAnyOrder(HUB_1, HUB_3);
            assertThat(rejected.next()).isEqualTo(Next.NOTHING);
            assertThat(rejected.verdict()).isNotNull();
        }

        @Test
        @Rule("R-2")
        void is_refused_when_nothing_can_be_said() {
            Scene scene = Scene.confirmed();
            scene.witness.unreadable.add(HUB_1);
            scene.refuses(Scene.stage(HUB_3, BY_2), ErrorCode.UNKNOWN_READINESS);
        }

        @Test
        void keeps_what_the_pipeline_says_of_the_release() {
            ReleaseLabel label = new ReleaseLabel(new ReleaseId("421"), "1.2", "abc", "https://ci.example/421");
            Scene scene = Scene.holding(HUB_1, null);
            scene.moves(new Command.Stage(ORDERS, SlotName.STAGING, HUB_2, label, false, BY_1));
            assertThat(scene.app.release(HUB_2).orElseThrow().label()).isEqualTo(label);
            assertThat(scene.open().release()).isEqualTo(label.id());
            scene.later(Scene.LEASE).moves(Scene.stage(HUB_2, BY_1));
            assertThat(scene.app.release(HUB_2).orElseThrow().label()).isEqualTo(label);
        }

        @Test
        void is_never_for_production() {
            Scene scene = Scene.holding(HUB_1, null);
            scene.refuses(Scene.stage(SlotName.PRODUCTION, HUB_2, BY_1), ErrorCode.SLOT_IS_PRODUCTION);
        }

        @Test
        @Rule("P-7")
        void takes_any_declared_slot_and_no_other() {
            Scene scene = Scene.holding(HUB_1, null);
            scene.moves(Scene.stage(CANARY, HUB_2, BY_1));
            assertThat(scene.open().slot()).isEqualTo(CANARY);
            scene.moves(new Command.Swap(ORDERS, CANARY, HUB_2, BY_1));
            scene.moves(Scene.confirm(HUB_2, BY_1));
            assertThat(scene.slot(CANARY).recorded()).isEqualTo(HUB_1);
            scene.refuses(Scene.stage(new SlotName("blue"), HUB_3, BY_1), ErrorCode.SLOT_UNKNOWN);
        }
    }

    @Nested
    class Again {
        @Test
        @Rule({"P-1", "R-7"})
        void judges_the_others_anew_and_says_deploy_without_writing() {
            Scene scene = Scene.confirmed();
            scene.moves(Scene.stage(HUB_3, BY_1));
            Transition.Unchanged again = scene.keeps(Scene.stage(HUB_3, BY_1));
            assertThat(again.next()).isEqualTo(Next.DEPLOY);
            assertThat(scene.witness.judged()).containsExactly(HUB_1);
            assertThat(Objects.requireNonNull(again.notes().verdict()).basis().warnings().stream()
                            .map(Finding::codeName))
                    .contains(WarningCode.ALREADY_STAGED.name());
            scene.witness.working.add(HUB_1);
            scene.refuses(Scene.stage(HUB_3, BY_1), ErrorCode.NOT_READY);
        }

        @Test
        @Rule({"P-14", "R-7"})
        void does_not_mind_that_its_own_hub_works_by_now() {
            Scene scene = Scene.staged();
            scene.witness.working.add(HUB_2);
            assertThat(scene.keeps(Scene.stage(HUB_2, BY_1)).next()).isEqualTo(Next.DEPLOY);
        }

        @Test
        @Rule("P-1")
        void opens_one_again_for_anyone_when_none_is_open() {
            Scene scene = Scene.staged();
            scene.moves(Scene.abort(HUB_2, BY_1));
            Transition.Moved moved = scene.moves(Scene.stage(HUB_2, BY_2));
            assertThat(moved.next()).isEqualTo(Next.DEPLOY);
            assertThat(moved.notes().claims()).isEmpty();
            assertThat(scene.open().holder()).isEqualTo(Scene.RUN_2);
        }
    }

    @Nested
    class Of_a_hub_past_staged {
        @Test
        @Rule("P-1")
        void live_is_already_live() {
            Transition.Rejected rejected = Scene.confirmed().refuses(Scene.stage(HUB_2, BY_1), ErrorCode.ALREADY_LIVE);
            assertThat(rejected.next()).isEqualTo(Next.NOTHING);
        }

        @Test
        @Rule("P-1")
        void live_and_unconfirmed_is_to_be_verified() {
            Transition.Rejected rejected = Scene.swapped().refuses(Scene.stage(HUB_2, BY_2), ErrorCode.ALREADY_SWAPPED);
            assertThat(rejected.next()).isEqualTo(Next.VERIFY);
        }

        @Test
        @Rule("P-1")
        void draining_retired_removing_and_deleted_names_are_used() {
            Scene scene = Scene.confirmed();
            scene.refuses(Scene.stage(HUB_1, BY_1), ErrorCode.HUB_NAME_USED);
            CleanupStepsTest.retireAndForget(scene);
            scene.refuses(Scene.stage(HUB_1, BY_1), ErrorCode.HUB_NAME_USED);
            scene.moves(CleanupStepsTest.beginRemoval(HUB_1));
            scene.refuses(Scene.stage(HUB_1, BY_1), ErrorCode.HUB_NAME_USED);
            scene.moves(new CleanupCommand.EndRemoval(ORDERS, HUB_1, HubData.LEFT, Options.NONE));
            scene.refuses(Scene.stage(HUB_1, BY_1), ErrorCode.HUB_NAME_USED);
        }

        @Test
        @Rule("P-1")
        void staged_in_another_slot_is_used_too() {
            Scene scene = Scene.staged();
            scene.refuses(Scene.stage(CANARY, HUB_2, BY_1), ErrorCode.HUB_NAME_USED);
        }
    }

    @Nested
    class Of_a_name_that_is_not_new {
        @Test
        @Rule("P-5")
        void anothers_name_is_refused_with_its_owner() {
            Scene scene = Scene.holding(HUB_1, null);
            scene.witness.owned(HUB_2, OTHER_APP);
            Transition.Rejected rejected = scene.refuses(Scene.stage(HUB_2, BY_1), ErrorCode.HUB_OWNED);
            assertThat(rejected.refusal().owner()).isEqualTo(OTHER_APP);
        }

        @Test
        @Rule("P-15")
        void its_own_claim_without_a_release_burns_no_name() {
            Scene scene = Scene.holding(HUB_1, null);
            scene.witness.owned(HUB_2, ORDERS);
            scene.moves(Scene.stage(HUB_2, BY_1));
        }

        @Test
        @Rule("P-5")
        void a_tombstone_is_for_ever() {
            Scene scene = Scene.holding(HUB_1, null);
            scene.witness.buried(HUB_2, ORDERS, scene.app.release(HUB_1).orElseThrow());
            scene.refuses(Scene.stage(HUB_2, BY_1), ErrorCode.HUB_NAME_USED);
        }

        @Test
        @Rule("P-5")
        void names_are_compared_without_case() {
            Scene scene = Scene.confirmed();
            scene.refuses(Scene.stage(new io.hubgate.model.TaskHubName("ORDERS2"), BY_1), ErrorCode.ALREADY_LIVE);
        }

        @Test
        @Rule("P-14")
        void a_hub_that_shows_work_is_not_new() {
            Scene scene = Scene.holding(HUB_1, null);
            scene.witness.working.add(HUB_2);
            scene.refuses(Scene.stage(HUB_2, BY_1.forced(Scene.force(true))), ErrorCode.HUB_NOT_EMPTY);
        }
    }

    @Nested
    class For_an_app_that_nobody_declared {
        private final Command.Stage first = new Command.Stage(ORDERS, SlotName.STAGING, HUB_1, null, true, BY_1);

        @Test
        @Rule("P-12")
        void is_refused() {
            new Scene().refuses(Scene.stage(HUB_1, BY_1), ErrorCode.APP_UNKNOWN);
        }

        @Test
        @Rule("P-12")
        void new_declares_it_empty_and_says_so() {
            Scene scene = new Scene();
            Transition.Moved moved = scene.moves(first);
            assertThat(moved.notes().warnings()).extracting(w -> w.code()).containsExactly(WarningCode.APP_NEW);
            assertThat(scene.app.slots()).containsOnlyKeys(SlotName.PRODUCTION, SlotName.STAGING);
            assertThat(scene.app.liveHub()).isNull();
        }

        @Test
        @Rule("P-12")
        void new_is_ignored_once_the_app_is_known() {
            Scene scene = Scene.holding(HUB_2, null);
            assertThat(scene.moves(first).notes().warnings()).isEmpty();
            assertThat(scene.app.liveHub()).isEqualTo(HUB_2);
        }

        @Test
        @Rule({"P-11", "P-12"})
        void new_that_is_refused_for_what_the_slot_holds_declares_nothing() {
            Options seen = BY_1.observing(new ObservedHub(Scene.STRANGER));
            Transition.Rejected rejected = new Scene()
                    .refuses(
                            new Command.Stage(ORDERS, SlotName.STAGING, HUB_1, null, true, seen),
                            ErrorCode.SLOT_DIFFERS);
            assertThat(rejected.recorded()).isNull();
            assertThat(rejected.next()).isEqualTo(Next.VERIFY);
        }

        @Test
        @Rule("P-2")
        void a_token_that_was_never_given_out_is_stale() {
            Command.Stage late =
                    new Command.Stage(ORDERS, SlotName.STAGING, HUB_1, null, true, BY_1.ifMatch(new Token(7)));
            new Scene().refuses(late, ErrorCode.STALE_TOKEN);
            new Scene().refuses(Scene.declare(HUB_1, null, Options.NONE.ifMatch(new Token(7))), ErrorCode.STALE_TOKEN);
        }
    }
}
