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
import static org.assertj.core.api.Assertions.assertThat;

import io.hubgate.error.ErrorCode;
import io.hubgate.model.TaskHubName;
import io.hubgate.rule.Rule;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Swap and its answer: confirm or abort. */
class ExchangeTest {
    private static Options seeing(Options options, TaskHubName hub) {
        return options.observing(new ObservedHub(hub));
    }

    @Nested
    class Swap {
        @Test
        @Rule("P-1")
        void records_the_exchange_and_says_swap_slots() {
            Scene scene = Scene.staged();
            assertThat(scene.moves(Scene.swap(HUB_2, BY_1)).next()).isEqualTo(Next.SWAP_SLOTS);
            assertThat(scene.app.phaseOf(HUB_2)).isEqualTo(ReleasePhase.LIVE);
            assertThat(scene.app.phaseOf(HUB_1)).isEqualTo(ReleasePhase.DRAINING);
            assertThat(scene.staging().recorded()).isEqualTo(HUB_1);
            assertThat(scene.open().isSwapped()).isTrue();
        }

        @Test
        @Rule("P-1")
        void without_a_hub_takes_the_staged_one() {
            Scene scene = Scene.staged();
            scene.moves(Scene.swap(null, BY_1));
            assertThat(scene.app.liveHub()).isEqualTo(HUB_2);
        }

        @Test
        @Rule("P-1")
        void of_the_staged_hub_with_none_open_opens_one() {
            Scene scene = Scene.staged();
            scene.moves(Scene.abort(HUB_2, BY_1));
            assertThat(scene.moves(Scene.swap(HUB_2, BY_2)).next()).isEqualTo(Next.SWAP_SLOTS);
            assertThat(scene.open().holder()).isEqualTo(Scene.RUN_2);
        }

        @Test
        @Rule("P-1")
        void without_a_hub_when_nothing_is_staged_says_what_to_call() {
            Transition.Rejected drains = Scene.confirmed().refuses(Scene.swap(null, BY_1), ErrorCode.NOTHING_STAGED);
            assertThat(drains.refusal().fix()).contains("rollback");
            assertThat(drains.next()).isEqualTo(Next.NOTHING);
            Transition.Rejected swapped = Scene.swapped().refuses(Scene.swap(null, BY_1), ErrorCode.NOTHING_STAGED);
            assertThat(swapped.refusal().fix()).contains("verify");
            assertThat(swapped.next()).isEqualTo(Next.VERIFY);
        }

        @Test
        @Rule("P-1")
        void of_the_live_hub_changes_nothing() {
            assertThat(Scene.confirmed().keeps(Scene.swap(HUB_2, BY_1)).next()).isEqualTo(Next.NOTHING);
            assertThat(Scene.swapped().keeps(Scene.swap(HUB_2, BY_1)).next()).isEqualTo(Next.VERIFY);
        }

        @Test
        @Rule({"P-1", "P-11"})
        void that_was_done_by_hand_is_recorded_and_confirmed_in_one() {
            Scene scene = Scene.staged();
            assertThat(scene.moves(Scene.swap(HUB_2, seeing(BY_1, HUB_2))).next())
                    .isEqualTo(Next.NOTHING);
            assertThat(scene.app.deployment()).isNull();
            assertThat(scene.staging()).isEqualTo(Slot.known(scene.staging().name(), HUB_1));
            assertThat(scene.app.release(HUB_1).orElseThrow().times().leftProductionAt())
                    .isEqualTo(scene.now);
        }

        @Test
        @Rule({"P-1", "P-11"})
        void again_with_the_former_hub_seen_is_the_word_to_swap() {
            Scene scene = Scene.swapped();
            assertThat(scene.keeps(Scene.swap(HUB_2, seeing(BY_1, HUB_1))).next())
                    .isEqualTo(Next.SWAP_SLOTS);
            assertThat(scene.keeps(Scene.swap(HUB_2, BY_1.observing(ObservedHub.NONE)))
                            .next())
                    .isEqualTo(Next.SWAP_SLOTS);
        }

        @Test
        @Rule({"P-1", "P-11"})
        void again_by_another_with_the_former_hub_seen_is_refused() {
            Transition.Rejected rejected =
                    Scene.swapped().refuses(Scene.swap(HUB_2, seeing(BY_2, HUB_1)), ErrorCode.SWAP_UNCONFIRMED);
            assertThat(rejected.next()).isEqualTo(Next.VERIFY);
        }

        @Test
        @Rule({"P-10", "P-11"})
        void again_with_the_new_hub_seen_confirms_whoever_looks() {
            Scene scene = Scene.swapped();
            assertThat(scene.moves(Scene.swap(HUB_2, seeing(BY_2, HUB_2))).next())
                    .isEqualTo(Next.NOTHING);
            assertThat(scene.app.deployment()).isNull();
        }

        @Test
        void again_for_another_slot_never_permits_a_physical_swap() {
            Scene scene = Scene.swapped();
            Transition.Rejected rejected = scene.refuses(
                    new Command.Swap(ORDERS, CANARY, HUB_2, seeing(BY_1, HUB_1)), ErrorCode.NOTHING_STAGED);
            assertThat(rejected.next()).isEqualTo(Next.VERIFY);
            Scene back = Scene.rolledBack();
            Transition.Rejected refused = back.refuses(
                    new Command.Rollback(ORDERS, CANARY, HUB_1, seeing(BY_1, HUB_2)), ErrorCode.NOTHING_TO_ROLL_BACK);
            assertThat(refused.next()).isEqualTo(Next.VERIFY);
        }

        @Test
        void names_production_or_a_hub_in_another_slot_in_vain() {
            Scene scene = Scene.staged();
            scene.refuses(
                    new Command.Swap(ORDERS, io.hubgate.model.SlotName.PRODUCTION, HUB_2, BY_1),
                    ErrorCode.SLOT_IS_PRODUCTION);
            scene.refuses(new Command.Swap(ORDERS, CANARY, HUB_2, BY_1), ErrorCode.NOTHING_STAGED);
            scene.refuses(Scene.swap(HUB_3, BY_1), ErrorCode.DEPLOYMENT_OPEN);
        }
    }

    @Nested
    class Confirm {
        @Test
        void closes_the_deployment_and_ends_the_former_hubs_time() {
            Scene scene = Scene.swapped();
            assertThat(scene.moves(Scene.confirm(HUB_2, BY_1)).next()).isEqualTo(Next.NOTHING);
            assertThat(scene.app.deployment()).isNull();
            assertThat(scene.app.lastExchange()).isEqualTo(ExchangeKind.SWAP);
            assertThat(scene.app.release(HUB_1).orElseThrow().times().leftProductionAt())
                    .isEqualTo(scene.now);
        }

        @Test
        @Rule("P-1")
        void again_changes_nothing_named_or_not() {
            Scene scene = Scene.confirmed();
            assertThat(scene.keeps(Scene.confirm(HUB_2, BY_1)).next()).isEqualTo(Next.NOTHING);
            assertThat(scene.keeps(Scene.confirm(null, BY_1)).next()).isEqualTo(Next.NOTHING);
            scene.refuses(Scene.confirm(HUB_1, BY_1), ErrorCode.NO_DEPLOYMENT);
        }

        @Test
        void with_nothing_live_there_is_nothing_to_confirm() {
            Scene.holding(null, null).refuses(Scene.confirm(null, BY_1), ErrorCode.NO_DEPLOYMENT);
        }

        @Test
        @Rule("P-11")
        void believes_what_was_seen_in_production() {
            Scene scene = Scene.swapped();
            assertThat(scene.refuses(Scene.confirm(HUB_2, seeing(BY_1, HUB_1)), ErrorCode.SWAP_UNCONFIRMED)
                            .next())
                    .isEqualTo(Next.VERIFY);
            scene.refuses(Scene.confirm(HUB_2, BY_1.observing(ObservedHub.NONE)), ErrorCode.SWAP_UNCONFIRMED);
            scene.moves(Scene.confirm(HUB_2, seeing(BY_1, HUB_2)));
        }
    }

    @Nested
    class Abort {
        @Test
        void at_staged_closes_and_leaves_the_release_staged() {
            Scene scene = Scene.staged();
            scene.moves(Scene.abort(HUB_2, BY_1));
            assertThat(scene.app.deployment()).isNull();
            assertThat(scene.app.phaseOf(HUB_2)).isEqualTo(ReleasePhase.STAGED);
            assertThat(scene.keeps(Scene.abort(HUB_2, BY_1)).next()).isEqualTo(Next.NOTHING);
        }

        @Test
        void at_swapped_exchanges_back() {
            Scene scene = Scene.swapped();
            scene.moves(Scene.abort(HUB_2, BY_1));
            assertThat(scene.app.phaseOf(HUB_2)).isEqualTo(ReleasePhase.STAGED);
            assertThat(scene.app.phaseOf(HUB_1)).isEqualTo(ReleasePhase.LIVE);
            assertThat(scene.app.lastExchange()).isNull();
        }

        @Test
        void of_a_rollback_gives_each_the_phase_it_had() {
            Scene scene = Scene.rolledBack();
            scene.moves(Scene.abort(HUB_1, BY_1));
            assertThat(scene.app.phaseOf(HUB_2)).isEqualTo(ReleasePhase.LIVE);
            assertThat(scene.app.phaseOf(HUB_1)).isEqualTo(ReleasePhase.DRAINING);
            assertThat(scene.app.lastExchange()).isEqualTo(ExchangeKind.SWAP);
        }

        @Test
        @Rule("P-11")
        void is_refused_when_production_shows_that_it_happened() {
            Scene scene = Scene.swapped();
            assertThat(scene.refuses(Scene.abort(HUB_2, seeing(BY_1, HUB_2)), ErrorCode.ALREADY_SWAPPED)
                            .next())
                    .isEqualTo(Next.VERIFY);
            assertThat(scene.refuses(Scene.abort(HUB_2, seeing(BY_1, HUB_3)), ErrorCode.SLOT_DIFFERS)
                            .next())
                    .isEqualTo(Next.VERIFY);
            scene.moves(Scene.abort(HUB_2, seeing(BY_1, HUB_1)));
        }

        @Test
        void of_a_first_release_leaves_production_empty() {
            Scene scene = Scene.holding(null, null);
            scene.moves(Scene.stage(HUB_1, BY_1));
            scene.moves(Scene.swap(HUB_1, BY_1));
            scene.moves(Scene.abort(HUB_1, BY_1));
            assertThat(scene.app.liveHub()).isNull();
            assertThat(scene.staging().recorded()).isEqualTo(HUB_1);
        }
    }

    @Nested
    class Rollback {
        @Test
        void brings_the_draining_release_back_and_is_confirmed_like_a_swap() {
            Scene scene = Scene.confirmed();
            assertThat(scene.moves(Scene.rollback(HUB_1, BY_2)).next()).isEqualTo(Next.SWAP_SLOTS);
            assertThat(scene.open().kind()).isEqualTo(ExchangeKind.ROLLBACK);
            scene.moves(Scene.confirm(HUB_1, BY_2));
            assertThat(scene.app.phaseOf(HUB_1)).isEqualTo(ReleasePhase.LIVE);
            assertThat(scene.app.phaseOf(HUB_2)).isEqualTo(ReleasePhase.DRAINING);
        }

        @Test
        @Rule("P-1")
        void again_is_to_be_verified_and_then_nothing() {
            Scene scene = Scene.rolledBack();
            assertThat(scene.keeps(Scene.rollback(HUB_1, BY_1)).next()).isEqualTo(Next.VERIFY);
            assertThat(scene.keeps(Scene.rollback(null, BY_1)).next()).isEqualTo(Next.VERIFY);
            scene.moves(Scene.confirm(HUB_1, BY_1));
            assertThat(scene.keeps(Scene.rollback(HUB_1, BY_1)).next()).isEqualTo(Next.NOTHING);
        }

        @Test
        @Rule("P-1")
        void without_a_hub_does_not_undo_itself() {
            Scene scene = Scene.rolledBack();
            scene.moves(Scene.confirm(HUB_1, BY_1));
            Transition.Rejected rejected = scene.refuses(Scene.rollback(null, BY_1), ErrorCode.NOTHING_TO_ROLL_BACK);
            assertThat(rejected.refusal().fix()).contains("name the hub");
            scene.moves(Scene.rollback(HUB_2, BY_1));
        }

        @Test
        @Rule("P-1")
        void before_its_physical_swap_asks_swap_again_naming_its_hub() {
            Scene scene = Scene.rolledBack();
            assertThat(scene.keeps(Scene.swap(HUB_1, seeing(BY_1, HUB_2))).next())
                    .isEqualTo(Next.SWAP_SLOTS);
        }

        @Test
        void needs_a_draining_release_in_the_slot() {
            Scene staged = Scene.staged();
            staged.moves(Scene.abort(HUB_2, BY_1));
            staged.refuses(Scene.rollback(HUB_2, BY_1), ErrorCode.NOTHING_TO_ROLL_BACK);
            staged.refuses(Scene.rollback(null, BY_1), ErrorCode.NOTHING_TO_ROLL_BACK);
            Scene.holding(HUB_1, null).refuses(Scene.rollback(null, BY_1), ErrorCode.NOTHING_TO_ROLL_BACK);
        }

        @Test
        @Rule("P-11")
        void that_was_done_by_hand_is_recorded_and_confirmed_in_one() {
            Scene scene = Scene.confirmed();
            assertThat(scene.moves(Scene.rollback(HUB_1, seeing(BY_1, HUB_1))).next())
                    .isEqualTo(Next.NOTHING);
            assertThat(scene.app.deployment()).isNull();
            assertThat(scene.app.lastExchange()).isEqualTo(ExchangeKind.ROLLBACK);
        }
    }
}
