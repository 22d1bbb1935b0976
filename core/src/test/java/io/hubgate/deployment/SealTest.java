// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.deployment;

import static io.hubgate.deployment.Scene.BY_1;
import static io.hubgate.deployment.Scene.HUB_1;
import static io.hubgate.deployment.Scene.HUB_2;
import static io.hubgate.deployment.Scene.HUB_3;
import static org.assertj.core.api.Assertions.assertThat;

import io.hubgate.error.ErrorCode;
import io.hubgate.readiness.WarningCode;
import io.hubgate.rule.Rule;
import java.time.Duration;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Stopping the slot between the verdict and the write, and looking again where that is not done. */
@Rule("P-16")
class SealTest {
    /** Release 2 is live, 1 drained in staging; 3 is staged over it by the first run. */
    private static Scene stagedOver1() {
        Scene scene = Scene.confirmed().ruledBy(Policies.SEAL);
        assertThat(scene.moves(Scene.stage(HUB_3, BY_1)).next()).isEqualTo(Next.STOP_SLOT);
        return scene;
    }

    @Nested
    class WhereItIsRequired {
        @Test
        void a_stage_asks_for_the_slot_to_be_stopped_until_it_is_sealed() {
            Scene scene = stagedOver1();
            assertThat(scene.keeps(Scene.stage(HUB_3, BY_1)).next()).isEqualTo(Next.STOP_SLOT);
            assertThat(scene.moves(Scene.seal(HUB_3, BY_1)).next()).isEqualTo(Next.DEPLOY);
            assertThat(scene.keeps(Scene.stage(HUB_3, BY_1)).next()).isEqualTo(Next.DEPLOY);
        }

        @Test
        void a_slot_that_holds_nothing_need_not_be_stopped() {
            Scene scene = Scene.holding(HUB_1, null).ruledBy(Policies.SEAL);
            assertThat(scene.moves(Scene.stage(HUB_2, BY_1)).next()).isEqualTo(Next.DEPLOY);
        }

        @Test
        void another_run_that_takes_over_seals_for_itself() {
            Scene scene = stagedOver1();
            scene.moves(Scene.seal(HUB_3, BY_1));
            scene.expired();
            assertThat(scene.moves(Scene.stage(HUB_3, Scene.BY_2)).next()).isEqualTo(Next.STOP_SLOT);
        }
    }

    @Nested
    class AfterARunThatStoppedTheSlotAndDied {
        @Test
        void a_stage_over_work_asks_to_start_the_slot_so_that_it_can_end() {
            Scene scene = stagedOver1();
            scene.witness.working.add(HUB_1);
            assertThat(scene.refuses(Scene.stage(HUB_3, BY_1), ErrorCode.NOT_READY)
                            .next())
                    .isEqualTo(Next.START_SLOT);
        }
    }

    @Nested
    class Sealing {
        @Test
        void is_refused_while_a_host_still_works_there_and_asks_to_stop_it() {
            Scene scene = stagedOver1();
            scene.witness.hosted.add(HUB_1);
            assertThat(scene.refuses(Scene.seal(HUB_3, BY_1), ErrorCode.NOT_READY)
                            .next())
                    .isEqualTo(Next.STOP_SLOT);
            assertThat(scene.open().isSealed()).isFalse();
        }

        @Test
        void is_refused_when_work_began_meanwhile_and_asks_to_start_the_slot_so_that_it_can_end() {
            Scene scene = stagedOver1();
            scene.witness.working.add(HUB_1);
            assertThat(scene.refuses(Scene.seal(HUB_3, BY_1), ErrorCode.NOT_READY)
                            .next())
                    .isEqualTo(Next.START_SLOT);
        }

        @Test
        void is_refused_when_the_hub_cannot_be_read() {
            Scene scene = stagedOver1();
            scene.witness.unreadable.add(HUB_1);
            assertThat(scene.refuses(Scene.seal(HUB_3, BY_1), ErrorCode.UNKNOWN_READINESS)
                            .next())
                    .isEqualTo(Next.START_SLOT);
        }

        @Test
        void again_is_unchanged_and_still_permits_the_write() {
            Scene scene = stagedOver1();
            scene.moves(Scene.seal(null, BY_1));
            assertThat(scene.keeps(Scene.seal(HUB_3, BY_1)).next()).isEqualTo(Next.DEPLOY);
        }

        @Test
        void does_not_judge_the_hub_that_is_going_there() {
            Scene scene = stagedOver1();
            scene.moves(Scene.seal(HUB_3, BY_1));
            assertThat(scene.witness.judged()).containsExactly(HUB_1);
        }

        @Test
        void names_the_slot_of_the_deployment() {
            Scene scene = Scene.holding(HUB_1, null).ruledBy(Policies.SEAL);
            scene.moves(Scene.stage(Scene.CANARY, HUB_2, BY_1));
            scene.refuses(Scene.seal(HUB_2, BY_1), ErrorCode.NOTHING_STAGED);
        }

        @Test
        void writes_down_a_hub_that_was_not_expected_in_the_slot() {
            Scene scene = stagedOver1();
            Options seen = BY_1.observing(new ObservedHub(Scene.STRANGER));
            assertThat(scene.refuses(Scene.seal(HUB_3, seen), ErrorCode.SLOT_DIFFERS)
                            .next())
                    .isEqualTo(Next.VERIFY);
            assertThat(scene.staging().occupants()).contains(Scene.STRANGER);
        }
    }

    @Nested
    class AfterTheSeal {
        @Test
        void a_stage_is_refused_while_the_slot_was_started_again() {
            Scene scene = stagedOver1();
            scene.moves(Scene.seal(HUB_3, BY_1));
            scene.witness.hosted.add(HUB_1);
            assertThat(scene.refuses(Scene.stage(HUB_3, BY_1), ErrorCode.NOT_READY)
                            .next())
                    .isEqualTo(Next.STOP_SLOT);
        }

        @Test
        void the_renewal_of_the_lease_keeps_it() {
            Scene scene = stagedOver1();
            scene.moves(Scene.seal(HUB_3, BY_1));
            scene.later(Scene.LEASE.dividedBy(2).plusSeconds(1));
            assertThat(scene.moves(Scene.stage(HUB_3, BY_1)).next()).isEqualTo(Next.DEPLOY);
        }

        @Test
        void a_swap_does_not_look_at_the_replaced_hub() {
            Scene scene = stagedOver1();
            scene.moves(Scene.seal(HUB_3, BY_1));
            scene.witness.working.add(HUB_1);
            assertThat(scene.moves(Scene.swap(HUB_3, BY_1)).notes().warnings()).isEmpty();
        }
    }

    @Nested
    class WithoutOne {
        @Test
        void a_swap_tells_of_work_that_began_in_the_replaced_hub() {
            Scene scene = Scene.confirmed();
            scene.moves(Scene.stage(HUB_3, BY_1));
            scene.later(Duration.ofMinutes(5));
            scene.witness.working.add(HUB_1);
            assertThat(scene.moves(Scene.swap(HUB_3, BY_1)).notes().warnings())
                    .extracting(warning -> warning.code())
                    .containsExactly(WarningCode.LATE_STARTS);
        }

        @Test
        void a_swap_tells_so_of_a_hub_that_is_no_possible_occupant_any_more() {
            Scene scene = Scene.confirmed();
            scene.moves(Scene.stage(HUB_3, BY_1));
            scene.moves(Scene.stage(HUB_3, scene.sees(BY_1, HUB_3)));
            assertThat(scene.staging().occupants()).containsExactly(HUB_3);
            scene.witness.working.add(HUB_1);
            assertThat(scene.moves(Scene.swap(HUB_3, BY_1)).notes().warnings()).hasSize(1);
        }

        @Test
        void a_swap_over_a_quiet_hub_tells_nothing() {
            Scene scene = Scene.confirmed();
            scene.moves(Scene.stage(HUB_3, BY_1));
            assertThat(scene.moves(Scene.swap(HUB_3, BY_1)).notes().warnings()).isEmpty();
        }
    }
}
