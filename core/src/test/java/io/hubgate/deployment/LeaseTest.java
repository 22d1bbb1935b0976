// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.deployment;

import static io.hubgate.deployment.Scene.BY_1;
import static io.hubgate.deployment.Scene.BY_2;
import static io.hubgate.deployment.Scene.CANARY;
import static io.hubgate.deployment.Scene.HUB_1;
import static io.hubgate.deployment.Scene.HUB_2;
import static io.hubgate.deployment.Scene.HUB_3;
import static io.hubgate.deployment.Scene.LEASE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hubgate.error.ErrorCode;
import io.hubgate.error.InvalidValueException;
import io.hubgate.model.Holder;
import io.hubgate.model.Token;
import io.hubgate.rule.Rule;
import java.time.Duration;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** One deployment at a time: who holds it, and for how long. */
class LeaseTest {
    private static final Duration HALF = LEASE.dividedBy(2);
    private static final Duration DAYS = Duration.ofDays(3);
    private static final ObservedHub FORMER = new ObservedHub(HUB_1);

    @Nested
    class Renewal {
        @Test
        @Rule("P-3")
        void a_repeated_stage_writes_nothing_while_half_of_the_lease_is_left() {
            Scene scene = Scene.staged().later(HALF);
            scene.keeps(Scene.stage(HUB_2, BY_1));
        }

        @Test
        @Rule("P-3")
        void a_repeated_stage_renews_it_when_less_than_half_is_left() {
            Scene scene = Scene.staged().later(HALF.plusNanos(1));
            Deployment before = scene.open();
            assertThat(scene.moves(Scene.stage(HUB_2, BY_1)).next()).isEqualTo(Next.DEPLOY);
            assertThat(scene.open().expiresAt()).isEqualTo(scene.now.plus(LEASE));
            assertThat(scene.open().openedAt()).isEqualTo(before.openedAt());
        }

        @Test
        @Rule("P-3")
        void a_repeated_swap_that_says_swap_slots_renews_it_when_less_than_half_is_left() {
            Scene scene = Scene.swapped().later(HALF);
            scene.keeps(Scene.swap(HUB_2, BY_1.observing(FORMER)));
            scene.later(Duration.ofNanos(1));
            assertThat(scene.moves(Scene.swap(HUB_2, BY_1.observing(FORMER))).next())
                    .isEqualTo(Next.SWAP_SLOTS);
            assertThat(scene.open().expiresAt()).isEqualTo(scene.now.plus(LEASE));
        }

        @Test
        @Rule("P-3")
        void a_repeated_swap_that_says_verify_renews_nothing() {
            Scene scene = Scene.swapped().expired();
            assertThat(scene.keeps(Scene.swap(HUB_2, BY_1)).next()).isEqualTo(Next.VERIFY);
        }

        @Test
        @Rule("P-3")
        void a_refused_stage_renews_nothing() {
            Scene scene = Scene.confirmed();
            scene.moves(Scene.stage(HUB_3, BY_1));
            Token token = scene.app.token();
            scene.witness.working.add(HUB_1);
            scene.expired().refuses(Scene.stage(HUB_3, BY_1), ErrorCode.NOT_READY);
            assertThat(scene.app.token()).isEqualTo(token);
        }

        @Test
        @Rule("P-3")
        void a_swap_renews_it() {
            Scene scene = Scene.staged().later(HALF);
            scene.moves(Scene.swap(HUB_2, BY_1));
            assertThat(scene.open().expiresAt()).isEqualTo(scene.now.plus(LEASE));
        }

        @Test
        @Rule("P-3")
        void what_the_call_says_counts_and_is_kept_for_renewals() {
            Scene scene = Scene.holding(HUB_1, null);
            scene.moves(Scene.stage(HUB_2, BY_1.leasedFor(DAYS)));
            assertThat(scene.open().expiresAt()).isEqualTo(scene.now.plus(DAYS));
            scene.moves(Scene.swap(HUB_2, BY_1));
            assertThat(scene.open().expiresAt()).isEqualTo(scene.now.plus(DAYS));
            scene.moves(Scene.extend(HUB_2, BY_1.leasedFor(LEASE)));
            assertThat(scene.open().expiresAt()).isEqualTo(scene.now.plus(LEASE));
        }

        @Test
        void a_lease_is_more_than_zero_and_at_most_thirty_days() {
            for (Duration wrong : java.util.List.of(
                    Duration.ZERO, Duration.ofSeconds(-1), Duration.ofDays(30).plusNanos(1))) {
                assertThatThrownBy(() -> BY_1.leasedFor(wrong)).isInstanceOf(InvalidValueException.class);
            }
            assertThat(BY_1.leasedFor(Duration.ofDays(30)).lease()).isEqualTo(Duration.ofDays(30));
        }
    }

    @Nested
    class Expiry {
        @Test
        @Rule("P-3")
        void until_then_another_stage_is_refused_with_the_holder() {
            Scene scene = Scene.staged().later(LEASE.minusNanos(1));
            Transition.Rejected rejected = scene.refuses(Scene.stage(HUB_3, BY_2), ErrorCode.DEPLOYMENT_OPEN);
            assertThat(rejected.refusal().message()).contains("orders-cd #1");
        }

        @Test
        @Rule("P-3")
        void then_another_stage_takes_over_and_that_is_recorded() {
            Scene scene = Scene.staged().expired();
            Transition.Moved moved = scene.moves(Scene.stage(HUB_3, BY_2));
            assertThat(moved.summary()).contains("taking over from orders-cd #1");
            assertThat(scene.open().holder()).isEqualTo(Scene.RUN_2);
            assertThat(scene.app.phaseOf(HUB_2)).isEqualTo(ReleasePhase.RETIRED);
            scene.refuses(Scene.stage(HUB_2, BY_1), ErrorCode.HUB_NAME_USED);
            scene.refuses(Scene.swap(HUB_2, BY_1), ErrorCode.DEPLOYMENT_OPEN);
        }

        @Test
        @Rule("P-3")
        void a_take_over_has_its_own_lease_and_not_the_others() {
            Scene scene = Scene.holding(HUB_1, null);
            scene.moves(Scene.stage(HUB_2, BY_1.leasedFor(DAYS)));
            scene.later(DAYS).moves(Scene.stage(HUB_3, BY_2));
            assertThat(scene.open().expiresAt()).isEqualTo(scene.now.plus(LEASE));
        }

        @Test
        @Rule("P-3")
        void in_another_slot_leaves_the_old_release_staged() {
            Scene scene = Scene.staged().expired();
            scene.moves(Scene.stage(CANARY, HUB_3, BY_2));
            assertThat(scene.app.phaseOf(HUB_2)).isEqualTo(ReleasePhase.STAGED);
            assertThat(scene.open().slot()).isEqualTo(CANARY);
        }

        @Test
        @Rule("P-3")
        void alone_takes_nothing_from_the_old_deployment() {
            Scene scene = Scene.staged().later(Duration.ofDays(9));
            assertThat(scene.moves(Scene.stage(HUB_2, BY_1)).next()).isEqualTo(Next.DEPLOY);
            scene.later(Duration.ofDays(9));
            assertThat(scene.moves(Scene.swap(HUB_2, BY_1)).next()).isEqualTo(Next.SWAP_SLOTS);
            scene.later(Duration.ofDays(9)).moves(Scene.confirm(HUB_2, BY_1));
        }

        @Test
        @Rule("P-3")
        void never_opens_a_swapped_deployment_to_a_stage() {
            Scene scene = Scene.swapped().later(Duration.ofDays(9));
            for (Options by : java.util.List.of(BY_1, BY_2)) {
                assertThat(scene.refuses(Scene.stage(HUB_3, by), ErrorCode.SWAP_UNCONFIRMED)
                                .next())
                        .isEqualTo(Next.VERIFY);
                scene.refuses(Scene.stage(CANARY, HUB_3, by), ErrorCode.SWAP_UNCONFIRMED);
            }
        }

        @Test
        @Rule("P-10")
        void lets_another_abort_a_swapped_deployment_that_did_not_happen() {
            Scene scene = Scene.swapped().expired();
            Transition.Moved moved = scene.moves(Scene.abort(HUB_2, scene.sees(BY_2, HUB_1)));
            assertThat(moved.summary()).contains("orders-cd #1");
            assertThat(scene.app.liveHub()).isEqualTo(HUB_1);
        }
    }

    @Nested
    class The_same_holder {
        @Test
        @Rule("P-3")
        void may_stage_another_hub_over_its_own() {
            Scene scene = Scene.staged();
            scene.moves(Scene.stage(HUB_3, BY_1));
            assertThat(scene.app.phaseOf(HUB_2)).isEqualTo(ReleasePhase.RETIRED);
            assertThat(scene.staging().occupants()).containsExactlyInAnyOrder(HUB_2, HUB_3);
        }

        @Test
        @Rule("P-3")
        void may_not_stage_in_another_slot_meanwhile() {
            Scene.staged().refuses(Scene.stage(CANARY, HUB_3, BY_1), ErrorCode.DEPLOYMENT_OPEN);
        }
    }

    @Nested
    class Without_a_holder {
        @Test
        @Rule("P-3")
        void a_deployment_is_held_by_its_hubs_name() {
            Scene scene = Scene.holding(HUB_1, null);
            scene.moves(Scene.stage(HUB_2, Options.NONE));
            assertThat(scene.open().holder()).isEqualTo(Holder.of(HUB_2));
            scene.refuses(Scene.stage(HUB_3, Options.NONE), ErrorCode.DEPLOYMENT_OPEN);
        }

        @Test
        @Rule("P-3")
        void a_later_command_belongs_to_the_holder_of_the_hub_it_names() {
            Scene scene = Scene.staged();
            scene.keeps(Scene.stage(HUB_2, Options.NONE));
            scene.moves(Scene.swap(HUB_2, Options.NONE));
            assertThat(scene.open().holder()).isEqualTo(Scene.RUN_1);
            assertThat(scene.keeps(Scene.swap(HUB_2, Options.NONE.observing(FORMER)))
                            .next())
                    .isEqualTo(Next.SWAP_SLOTS);
            scene.moves(Scene.abort(HUB_2, Options.NONE));
        }

        @Test
        @Rule("P-3")
        void a_command_that_names_no_hub_acts_for_the_open_deployment() {
            Scene scene = Scene.staged();
            scene.moves(Scene.extend(null, Options.NONE));
            scene.moves(Scene.swap(null, Options.NONE));
            assertThat(scene.open().holder()).isEqualTo(Scene.RUN_1);
            scene.moves(Scene.confirm(null, Options.NONE));
        }

        @Test
        @Rule("P-3")
        void a_rollback_is_held_by_itself() {
            Scene scene = Scene.confirmed();
            scene.moves(Scene.rollback(HUB_1, Options.NONE));
            assertThat(scene.open().holder()).isEqualTo(Holder.of("rollback of orders1"));
            assertThat(scene.keeps(Scene.swap(HUB_1, Options.NONE.observing(new ObservedHub(HUB_2))))
                            .next())
                    .isEqualTo(Next.SWAP_SLOTS);
        }

        @Test
        @Rule("P-3")
        void a_rollback_without_a_hub_is_named_after_the_one_it_finds() {
            Scene scene = Scene.confirmed();
            scene.moves(Scene.rollback(null, Options.NONE));
            assertThat(scene.open().holder()).isEqualTo(Holder.of("rollback of orders1"));
        }
    }

    @Nested
    class Extend {
        @Test
        @Rule("P-3")
        void lengthens_the_lease_of_the_holder() {
            Scene scene = Scene.staged().later(HALF);
            assertThat(scene.moves(Scene.extend(HUB_2, BY_1.because("approval waits")))
                            .next())
                    .isEqualTo(Next.STAGE);
            assertThat(scene.open().expiresAt()).isEqualTo(scene.now.plus(LEASE));
        }

        @Test
        void is_for_the_holder_of_an_open_deployment_only() {
            Scene.staged().refuses(Scene.extend(HUB_2, BY_2), ErrorCode.DEPLOYMENT_OPEN);
            Scene.staged().refuses(Scene.extend(HUB_3, BY_1), ErrorCode.DEPLOYMENT_OPEN);
            Scene.confirmed().refuses(Scene.extend(null, BY_1), ErrorCode.NO_DEPLOYMENT);
            Scene.confirmed().refuses(Scene.extend(HUB_2, BY_1), ErrorCode.NO_DEPLOYMENT);
            new Scene().refuses(Scene.extend(null, BY_1), ErrorCode.APP_UNKNOWN);
        }
    }
}
