// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.deployment;

import static io.hubgate.deployment.Scene.HUB_1;
import static io.hubgate.deployment.Scene.HUB_2;
import static io.hubgate.deployment.Scene.HUB_3;
import static io.hubgate.deployment.Scene.STRANGER;
import static org.assertj.core.api.Assertions.assertThat;

import io.hubgate.model.TaskHubName;
import io.hubgate.readiness.Finding;
import io.hubgate.rule.Rule;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** A slot, and production, as an observation leaves them. */
class SlotViewTest {
    private static SlotView view(Scene scene, @Nullable ObservedHub observed) {
        return new SlotView(scene.app, scene.staging(), observed);
    }

    private static SlotView view(Scene scene, TaskHubName hub) {
        return view(scene, new ObservedHub(hub));
    }

    @Nested
    class In_doubt {
        private final Scene scene = Scene.swapped();

        @Test
        @Rule("P-10")
        void says_so_whatever_is_observed() {
            assertThat(view(scene, HUB_1).findings())
                    .extracting(Finding::codeName)
                    .containsExactly("SWAP_UNCONFIRMED");
            assertThat(view(scene, (ObservedHub) null).findings())
                    .extracting(Finding::codeName)
                    .containsExactly("SWAP_UNCONFIRMED", "UNOBSERVED");
        }

        @Test
        @Rule("P-11")
        void the_former_hub_shows_the_exchange_and_nothing_else_does() {
            assertThat(view(scene, HUB_1).showsExchange()).isTrue();
            assertThat(view(scene, HUB_2).showsExchange()).isFalse();
            assertThat(view(scene, ObservedHub.NONE).showsExchange()).isFalse();
            assertThat(view(scene, (ObservedHub) null).showsExchange()).isFalse();
            assertThat(view(Scene.confirmed(), HUB_1).showsExchange()).isFalse();
        }

        @Test
        @Rule("P-11")
        void no_hub_settles_nothing() {
            Scene first = Scene.holding(null, null);
            first.moves(Scene.stage(HUB_1, Scene.BY_1));
            first.moves(Scene.swap(HUB_1, Scene.BY_1));
            assertThat(first.staging().maybeEmpty()).isTrue();
            assertThat(view(first, ObservedHub.NONE).isObserved()).isFalse();
            assertThat(view(first, ObservedHub.NONE).showsExchange()).isFalse();
        }

        @Test
        @Rule("P-11")
        void nothing_is_reduced() {
            assertThat(view(scene, HUB_1).narrowed()).isEqualTo(scene.staging());
            assertThat(scene.staging().occupants()).containsExactlyInAnyOrder(HUB_1, HUB_2);
        }
    }

    @Nested
    class Otherwise {
        @Test
        @Rule("P-11")
        void an_unexpected_hub_is_unknown_with_its_name() {
            SlotView view = view(Scene.confirmed(), STRANGER);
            assertThat(view.unexpected()).isEqualTo(STRANGER);
            assertThat(view.findings()).extracting(Finding::codeName).containsExactly("SLOT_DIFFERS");
            assertThat(view.findings()).extracting(Finding::taskHub).containsExactly(STRANGER);
            assertThat(view.narrowed()).isEqualTo(Scene.confirmed().staging());
        }

        @Test
        @Rule("P-11")
        void an_agreeing_hub_is_no_finding() {
            assertThat(view(Scene.confirmed(), HUB_1).findings()).isEmpty();
            assertThat(view(Scene.confirmed(), HUB_1).unexpected()).isNull();
        }

        @Test
        @Rule("P-11")
        void a_slot_that_was_seen_to_hold_a_hub_is_not_empty() {
            Scene scene = Scene.confirmed();
            scene.moves(Scene.retire(scene.staging().name(), Scene.BY_1));
            assertThat(scene.staging().maybeEmpty()).isTrue();
            assertThat(view(scene, HUB_1).narrowed().maybeEmpty()).isFalse();
            assertThat(view(scene, ObservedHub.NONE).narrowed().occupants()).isEmpty();
        }
    }

    @Nested
    class Production {
        @Test
        @Rule("P-11")
        void means_something_only_by_the_former_or_the_new_hub() {
            assertThat(ProductionView.of(null, HUB_1, HUB_2)).isEqualTo(ProductionView.UNOBSERVED);
            assertThat(ProductionView.of(new ObservedHub(HUB_1), HUB_1, HUB_2)).isEqualTo(ProductionView.FORMER);
            assertThat(ProductionView.of(new ObservedHub(HUB_2), HUB_1, HUB_2)).isEqualTo(ProductionView.NEW);
            assertThat(ProductionView.of(new ObservedHub(HUB_3), HUB_1, HUB_2)).isEqualTo(ProductionView.OTHER);
            assertThat(ProductionView.of(ObservedHub.NONE, HUB_1, HUB_2)).isEqualTo(ProductionView.FORMER);
            assertThat(ProductionView.of(ObservedHub.NONE, null, HUB_2)).isEqualTo(ProductionView.FORMER);
            assertThat(ProductionView.of(new ObservedHub(HUB_1), null, HUB_2)).isEqualTo(ProductionView.OTHER);
        }

        @Test
        void an_observation_is_read_from_text() {
            assertThat(ObservedHub.of("")).isEqualTo(ObservedHub.NONE);
            assertThat(ObservedHub.of("ORDERS1")).isEqualTo(new ObservedHub(HUB_1));
            assertThat(ObservedHub.of("orders1")).hasToString("orders1");
            assertThat(ObservedHub.NONE).hasToString("no hub");
        }
    }
}
