// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.deployment;

import static io.hubgate.deployment.Scene.BY_1;
import static io.hubgate.deployment.Scene.CANARY;
import static io.hubgate.deployment.Scene.HUB_1;
import static io.hubgate.deployment.Scene.HUB_2;
import static io.hubgate.deployment.Scene.HUB_3;
import static io.hubgate.deployment.Scene.ORDERS;
import static org.assertj.core.api.Assertions.assertThat;

import io.hubgate.error.ErrorCode;
import io.hubgate.model.SlotName;
import io.hubgate.model.TaskHubName;
import io.hubgate.rule.Rule;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** A person's word about what is physically where. */
class DeclareTest {
    private static final Options WHY = BY_1.because("the slots were looked at");

    private static Command.Declare only(SlotName slot, @Nullable TaskHubName hub) {
        return new Command.Declare(ORDERS, Map.of(slot, Optional.ofNullable(hub)), WHY);
    }

    @Nested
    class Of_a_new_app {
        @Test
        @Rule("P-12")
        void needs_no_reason_and_always_has_production_and_staging() {
            Scene scene = new Scene();
            Transition.Moved moved = scene.moves(new Command.Declare(ORDERS, Map.of(), Options.NONE));
            assertThat(moved.next()).isEqualTo(Next.NOTHING);
            assertThat(scene.app.slots()).containsOnlyKeys(SlotName.PRODUCTION, SlotName.STAGING);
            assertThat(scene.app.isDeclared()).isTrue();
            assertThat(scene.production().maybeEmpty()).isTrue();
        }

        @Test
        void adopts_what_runs() {
            Scene scene = new Scene();
            Transition.Moved moved = scene.moves(Scene.declare(HUB_1, HUB_2, Options.NONE));
            assertThat(scene.app.phaseOf(HUB_1)).isEqualTo(ReleasePhase.LIVE);
            assertThat(scene.app.phaseOf(HUB_2)).isEqualTo(ReleasePhase.DRAINING);
            assertThat(moved.notes().claims()).containsExactlyInAnyOrder(HUB_1, HUB_2);
        }

        @Test
        @Rule("P-7")
        void may_have_further_slots() {
            assertThat(Scene.holding(HUB_1, null).app.slots()).containsKey(CANARY);
        }
    }

    @Nested
    class Is_refused {
        @Test
        void without_a_reason_once_the_app_exists() {
            Scene scene = Scene.confirmed();
            scene.refuses(Scene.declare(HUB_2, HUB_1, BY_1), ErrorCode.BAD_REQUEST);
            scene.refuses(Scene.declare(HUB_2, HUB_1, BY_1.because(" ")), ErrorCode.BAD_REQUEST);
        }

        @Test
        void for_a_hub_in_two_slots() {
            Scene scene = Scene.confirmed();
            scene.refuses(Scene.declare(HUB_2, HUB_2, WHY), ErrorCode.BAD_REQUEST);
            scene.refuses(only(CANARY, HUB_2), ErrorCode.BAD_REQUEST);
        }

        @Test
        void for_a_hub_whose_removal_began_or_ended() {
            Scene scene = Scene.confirmed();
            CleanupStepsTest.retireAndForget(scene);
            scene.moves(CleanupStepsTest.beginRemoval(HUB_1));
            scene.refuses(Scene.declare(HUB_2, HUB_1, WHY), ErrorCode.HUB_NAME_USED);
            scene.moves(new CleanupCommand.EndRemoval(ORDERS, HUB_1, HubData.LEFT, Options.NONE));
            scene.refuses(Scene.declare(HUB_2, HUB_1, WHY), ErrorCode.HUB_NAME_USED);
        }

        @Test
        @Rule("P-5")
        void for_a_buried_or_foreign_name() {
            Scene scene = Scene.confirmed();
            scene.witness.buried(HUB_3, ORDERS, scene.app.release(HUB_1).orElseThrow());
            scene.refuses(Scene.declare(HUB_3, HUB_1, WHY), ErrorCode.HUB_NAME_USED);
            scene.witness.owned(HUB_3, Scene.OTHER_APP);
            Transition.Rejected rejected = scene.refuses(Scene.declare(HUB_3, HUB_1, WHY), ErrorCode.HUB_OWNED);
            assertThat(rejected.refusal().owner()).isEqualTo(Scene.OTHER_APP);
        }

        @Test
        @Rule("P-2")
        void with_a_stale_token() {
            Scene scene = Scene.confirmed();
            Options stale = WHY.ifMatch(scene.app.token());
            scene.moves(Scene.retire(SlotName.STAGING, BY_1));
            scene.refuses(Scene.declare(HUB_2, null, stale), ErrorCode.STALE_TOKEN);
        }

        @Test
        void when_it_drops_an_occupant_that_is_not_ready() {
            Scene scene = Scene.confirmed();
            scene.witness.working.add(HUB_1);
            scene.refuses(Scene.declare(HUB_2, null, WHY), ErrorCode.NOT_READY);
            assertThat(scene.witness.judged()).containsExactly(HUB_1);
            Transition.Moved moved = scene.moves(Scene.declare(HUB_2, null, WHY.forced(Scene.force(false))));
            assertThat(moved.notes().force()).isNotNull();
            assertThat(scene.app.release(HUB_1).orElseThrow().forced()).isNotNull();
            assertThat(scene.app.phaseOf(HUB_1)).isEqualTo(ReleasePhase.RETIRED);
        }

        @Test
        @Rule("P-10")
        void when_it_drops_a_possible_occupant_that_no_slot_records() {
            Scene scene = Scene.confirmed();
            scene.moves(Scene.stage(HUB_3, BY_1));
            scene.witness.working.add(HUB_1);
            scene.refuses(Scene.declare(HUB_2, HUB_3, WHY), ErrorCode.NOT_READY);
            assertThat(scene.witness.judged()).containsExactly(HUB_1);
        }
    }

    @Nested
    class Changes {
        @Test
        void only_the_slots_that_it_names() {
            Scene scene = Scene.confirmed();
            Slot staging = scene.staging();
            scene.moves(only(CANARY, HUB_3));
            assertThat(scene.staging()).isEqualTo(staging);
            assertThat(scene.app.liveHub()).isEqualTo(HUB_2);
            assertThat(scene.app.phaseOf(HUB_3)).isEqualTo(ReleasePhase.DRAINING);
        }

        @Test
        void a_staged_release_in_a_slot_stays_staged() {
            Scene scene = Scene.staged();
            scene.moves(Scene.declare(HUB_1, HUB_2, WHY));
            assertThat(scene.app.phaseOf(HUB_2)).isEqualTo(ReleasePhase.STAGED);
        }

        @Test
        void nothing_when_all_is_so_already() {
            Scene scene = Scene.confirmed();
            assertThat(scene.keeps(Scene.declare(HUB_2, HUB_1, WHY)).next()).isEqualTo(Next.NOTHING);
        }

        @Test
        @Rule("P-10")
        void doubt_into_knowledge_and_closes_what_is_open() {
            Scene scene = Scene.swapped();
            scene.moves(Scene.declare(HUB_1, HUB_2, WHY));
            assertThat(scene.app.deployment()).isNull();
            assertThat(scene.app.phaseOf(HUB_1)).isEqualTo(ReleasePhase.LIVE);
            assertThat(scene.app.phaseOf(HUB_2)).isEqualTo(ReleasePhase.DRAINING);
            assertThat(scene.app.lastExchange()).isNull();
            Scene staged = Scene.staged();
            staged.moves(only(CANARY, null));
            assertThat(staged.app.deployment()).isNull();
        }

        @Test
        @Rule("P-10")
        void an_exchange_that_happened_into_a_confirmed_one() {
            Scene scene = Scene.rolledBack().later(Duration.ofMinutes(5));
            scene.moves(Scene.declare(HUB_1, HUB_2, WHY));
            assertThat(scene.app.lastExchange()).isEqualTo(ExchangeKind.ROLLBACK);
            assertThat(scene.app.release(HUB_2).orElseThrow().times().leftProductionAt())
                    .isEqualTo(scene.now);
            scene.refuses(Scene.rollback(null, BY_1), ErrorCode.NOTHING_TO_ROLL_BACK);
        }

        @Test
        void a_swap_by_hand_into_the_record() {
            Scene scene = Scene.confirmed().later(Duration.ofMinutes(5));
            scene.moves(Scene.declare(HUB_1, HUB_2, WHY));
            assertThat(scene.app.phaseOf(HUB_1)).isEqualTo(ReleasePhase.LIVE);
            assertThat(scene.app.phaseOf(HUB_2)).isEqualTo(ReleasePhase.DRAINING);
            assertThat(scene.app.release(HUB_2).orElseThrow().times().leftProductionAt())
                    .isEqualTo(scene.now);
        }

        @Test
        void a_retired_release_that_is_there_after_all() {
            Scene scene = Scene.confirmed();
            CleanupStepsTest.retireAndForget(scene);
            scene.moves(Scene.declare(HUB_2, HUB_1, WHY));
            assertThat(scene.app.phaseOf(HUB_1)).isEqualTo(ReleasePhase.DRAINING);
            CleanupStepsTest.retireAndForget(scene);
            scene.moves(Scene.declare(HUB_1, HUB_2, WHY));
            assertThat(scene.app.phaseOf(HUB_1)).isEqualTo(ReleasePhase.LIVE);
        }

        @Test
        void what_production_loses_into_a_retired_release() {
            Scene scene = Scene.confirmed();
            scene.moves(Scene.declare(HUB_3, HUB_1, WHY));
            assertThat(scene.app.phaseOf(HUB_2)).isEqualTo(ReleasePhase.RETIRED);
            assertThat(scene.app.release(HUB_2).orElseThrow().times().leftProductionAt())
                    .isEqualTo(scene.now);
            assertThat(scene.app.release(HUB_2).orElseThrow().times().retiredAt())
                    .isEqualTo(scene.now);
        }
    }
}
