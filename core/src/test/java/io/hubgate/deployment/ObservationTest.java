// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.deployment;

import static io.hubgate.deployment.Scene.BY_1;
import static io.hubgate.deployment.Scene.BY_2;
import static io.hubgate.deployment.Scene.HUB_1;
import static io.hubgate.deployment.Scene.HUB_2;
import static io.hubgate.deployment.Scene.HUB_3;
import static io.hubgate.deployment.Scene.HUB_4;
import static io.hubgate.deployment.Scene.STRANGER;
import static org.assertj.core.api.Assertions.assertThat;

import io.hubgate.error.ErrorCode;
import io.hubgate.model.SlotName;
import io.hubgate.model.TaskHubName;
import io.hubgate.readiness.Finding;
import io.hubgate.rule.Rule;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What the caller read in Azure, and what the record makes of it. */
class ObservationTest {
    private static Options seeing(Options options, TaskHubName hub) {
        return options.observing(new ObservedHub(hub));
    }

    /** Release 3 was staged over release 1 and given up: staging may hold either. */
    private static Scene eitherOneOrThree() {
        Scene scene = Scene.confirmed();
        scene.moves(Scene.stage(HUB_3, BY_1));
        scene.moves(Scene.abort(HUB_3, BY_1));
        return scene;
    }

    private static List<String> warnings(Transition transition) {
        Transition.Notes notes = transition instanceof Transition.Moved moved
                ? moved.notes()
                : ((Transition.Unchanged) transition).notes();
        return Objects.requireNonNull(notes.verdict()).basis().warnings().stream()
                .map(Finding::codeName)
                .toList();
    }

    @Nested
    class That_agrees {
        @Test
        @Rule("P-11")
        void with_the_token_read_before_looking_leaves_that_hub_alone() {
            Scene scene = eitherOneOrThree();
            scene.witness.working.add(HUB_3);
            scene.moves(Scene.stage(HUB_4, scene.sees(BY_2, HUB_1)));
            assertThat(scene.witness.judged()).containsExactly(HUB_1);
            assertThat(scene.staging().occupants()).containsExactlyInAnyOrder(HUB_1, HUB_4);
        }

        @Test
        @Rule("P-11")
        void without_a_token_reduces_nothing() {
            Scene scene = eitherOneOrThree();
            scene.witness.working.add(HUB_3);
            scene.refuses(Scene.stage(HUB_4, seeing(BY_2, HUB_1)), ErrorCode.NOT_READY);
            assertThat(scene.witness.judged()).containsExactlyInAnyOrder(HUB_1, HUB_3);
        }

        @Test
        @Rule("P-11")
        void with_an_older_token_is_refused() {
            Scene scene = eitherOneOrThree();
            Options looked = scene.sees(BY_2, HUB_1);
            scene.moves(Scene.stage(HUB_3, BY_1));
            scene.moves(Scene.abort(HUB_3, BY_1));
            scene.refuses(Scene.stage(HUB_4, looked), ErrorCode.STALE_TOKEN);
        }

        @Test
        @Rule("P-11")
        void keeps_the_hub_of_an_open_deployment() {
            Scene scene = Scene.confirmed();
            scene.moves(Scene.stage(HUB_3, BY_1));
            scene.expired();
            scene.witness.working.add(HUB_3);
            scene.refuses(Scene.stage(HUB_4, scene.sees(BY_2, HUB_1)), ErrorCode.NOT_READY);
            assertThat(scene.witness.judged()).containsExactlyInAnyOrder(HUB_1, HUB_3);
        }

        @Test
        @Rule({"P-3", "P-11"})
        void on_a_repeated_stage_is_written_down_once() {
            Scene scene = Scene.confirmed();
            scene.moves(Scene.stage(HUB_3, BY_1));
            scene.moves(Scene.stage(HUB_3, scene.sees(BY_1, HUB_3)));
            assertThat(scene.staging().occupants()).containsExactly(HUB_3);
            scene.keeps(Scene.stage(HUB_3, scene.sees(BY_1, HUB_3)));
        }

        @Test
        @Rule("P-11")
        void with_the_live_hub_as_occupant_is_to_be_verified() {
            Scene scene = Scene.swapped().expired();
            scene.moves(Scene.abort(HUB_2, scene.sees(BY_2, HUB_1)));
            Transition.Rejected seen = scene.refuses(Scene.stage(HUB_3, scene.sees(BY_2, HUB_1)), ErrorCode.NOT_READY);
            assertThat(seen.next()).isEqualTo(Next.VERIFY);
            Transition.Rejected unseen = scene.refuses(Scene.stage(HUB_3, BY_2), ErrorCode.NOT_READY);
            assertThat(unseen.next()).isEqualTo(Next.NOTHING);
        }
    }

    @Nested
    class Of_no_hub {
        @Test
        @Rule("P-11")
        void agrees_while_the_slot_may_be_empty() {
            Scene scene = Scene.holding(HUB_1, null);
            assertThat(warnings(scene.ask(Scene.stage(HUB_2, scene.sees(BY_1, ObservedHub.NONE)))))
                    .doesNotContain("UNOBSERVED");
        }

        @Test
        @Rule("P-11")
        void leaves_only_the_hub_of_the_open_deployment() {
            Scene scene = Scene.confirmed();
            scene.moves(Scene.retire(SlotName.STAGING, BY_1));
            scene.moves(Scene.stage(HUB_3, BY_1));
            scene.expired().moves(Scene.stage(HUB_4, scene.sees(BY_2, ObservedHub.NONE)));
            assertThat(scene.witness.judged()).containsExactly(HUB_3);
            assertThat(scene.staging().occupants()).containsExactlyInAnyOrder(HUB_3, HUB_4);
        }

        @Test
        @Rule("P-11")
        void reduces_nothing_without_a_token() {
            Scene scene = Scene.confirmed();
            scene.moves(Scene.retire(SlotName.STAGING, BY_1));
            scene.moves(Scene.stage(HUB_3, BY_1.observing(ObservedHub.NONE)));
            assertThat(scene.staging().occupants()).containsExactlyInAnyOrder(HUB_1, HUB_3);
        }

        @Test
        @Rule("P-11")
        void is_no_observation_where_a_hub_was_shown() {
            Scene scene = Scene.confirmed();
            Transition transition = scene.ask(Scene.stage(HUB_3, scene.sees(BY_1, ObservedHub.NONE)));
            assertThat(scene.witness.judged()).containsExactly(HUB_1);
            assertThat(warnings(transition)).contains("UNOBSERVED");
        }

        @Test
        @Rule("P-11")
        void is_no_observation_either_after_a_hub_was_seen_in_an_empty_slot() {
            Scene scene = Scene.holding(HUB_1, null);
            scene.refuses(Scene.stage(HUB_2, seeing(BY_1, STRANGER)), ErrorCode.SLOT_DIFFERS);
            scene.witness.working.add(STRANGER);
            scene.refuses(Scene.stage(HUB_2, scene.sees(BY_1, ObservedHub.NONE)), ErrorCode.NOT_READY);
            assertThat(scene.witness.judged()).containsExactly(STRANGER);
        }

        @Test
        @Rule("P-11")
        void of_production_is_the_former_hub() {
            Scene scene = Scene.swapped();
            assertThat(scene.keeps(Scene.swap(HUB_2, BY_1.observing(ObservedHub.NONE)))
                            .next())
                    .isEqualTo(Next.SWAP_SLOTS);
            scene.moves(Scene.abort(HUB_2, BY_1.observing(ObservedHub.NONE)));
        }
    }

    @Nested
    class That_nobody_made {
        @Test
        @Rule("P-11")
        void is_warned_of() {
            assertThat(warnings(Scene.confirmed().ask(Scene.stage(HUB_3, BY_1))))
                    .contains("UNOBSERVED");
            Scene scene = Scene.confirmed();
            assertThat(warnings(scene.ask(Scene.stage(HUB_3, scene.sees(BY_1, HUB_1)))))
                    .doesNotContain("UNOBSERVED");
        }
    }

    @Nested
    class That_differs {
        @Test
        @Rule("P-11")
        void is_refused_with_both_names_and_written_down_once() {
            Scene scene = Scene.confirmed();
            Transition.Rejected rejected =
                    scene.refuses(Scene.stage(HUB_3, scene.sees(BY_1, STRANGER)), ErrorCode.SLOT_DIFFERS);
            assertThat(rejected.next()).isEqualTo(Next.VERIFY);
            assertThat(rejected.refusal().message()).contains("stranger", "orders1");
            Transition.Moved recorded = Objects.requireNonNull(rejected.recorded());
            assertThat(recorded.app().token()).isEqualTo(recorded.app().token());
            assertThat(scene.staging().occupants()).containsExactlyInAnyOrder(HUB_1, STRANGER);
            assertThat(scene.staging().recorded()).isEqualTo(HUB_1);
        }

        @Test
        @Rule("P-11")
        void in_production_is_refused_each_time_and_written_down_once() {
            Scene scene = Scene.swapped();
            for (Command command : List.of(
                    Scene.swap(HUB_2, seeing(BY_1, STRANGER)),
                    Scene.confirm(HUB_2, seeing(BY_1, STRANGER)),
                    Scene.abort(HUB_2, seeing(BY_1, STRANGER)))) {
                Transition.Rejected rejected = scene.refuses(command, ErrorCode.SLOT_DIFFERS);
                assertThat(rejected.next()).isEqualTo(Next.VERIFY);
                assertThat(rejected.recorded() != null).isEqualTo(command instanceof Command.Swap);
                assertThat(rejected.refusal().message()).contains("stranger", "orders1", "orders2");
            }
            assertThat(scene.production().occupants()).contains(STRANGER);
            assertThat(scene.open().isSwapped()).isTrue();
        }

        @Test
        @Rule("P-11")
        void in_production_before_the_exchange_is_recorded_records_none() {
            Scene scene = Scene.staged();
            scene.refuses(Scene.swap(HUB_2, seeing(BY_1, STRANGER)), ErrorCode.SLOT_DIFFERS);
            assertThat(scene.open().isSwapped()).isFalse();
            assertThat(scene.app.liveHub()).isEqualTo(HUB_1);
        }

        @Test
        @Rule("P-11")
        void a_possible_occupant_of_production_settles_nothing() {
            Scene scene = Scene.swapped();
            scene.refuses(Scene.swap(HUB_2, seeing(BY_1, STRANGER)), ErrorCode.SLOT_DIFFERS);
            scene.moves(Scene.confirm(HUB_2, seeing(BY_1, HUB_2)));
            assertThat(scene.production()).isEqualTo(Slot.known(SlotName.PRODUCTION, HUB_2));
            assertThat(scene.staging().occupants()).containsExactlyInAnyOrder(HUB_1, STRANGER);
        }

        @Test
        @Rule("P-11")
        void changes_the_token_so_that_older_looks_are_stale() {
            Scene scene = Scene.confirmed();
            Options looked = scene.sees(BY_2, HUB_1);
            scene.refuses(Scene.stage(HUB_3, seeing(BY_1, STRANGER)), ErrorCode.SLOT_DIFFERS);
            scene.refuses(Scene.stage(HUB_4, looked), ErrorCode.STALE_TOKEN);
        }

        @Test
        @Rule("P-11")
        void of_a_confirmed_production_is_told_to_whoever_confirms_again() {
            Scene scene = Scene.confirmed();
            scene.refuses(Scene.confirm(HUB_2, seeing(BY_1, STRANGER)), ErrorCode.SLOT_DIFFERS);
            assertThat(scene.production().occupants()).containsExactlyInAnyOrder(HUB_2, STRANGER);
            scene.keeps(Scene.confirm(HUB_2, seeing(BY_1, HUB_2)));
        }

        @Test
        @Rule("P-11")
        void by_retire_is_refused_too() {
            Scene scene = Scene.confirmed();
            Transition.Rejected rejected =
                    scene.refuses(Scene.retire(SlotName.STAGING, seeing(BY_1, STRANGER)), ErrorCode.SLOT_DIFFERS);
            assertThat(rejected.next()).isEqualTo(Next.VERIFY);
        }
    }
}
