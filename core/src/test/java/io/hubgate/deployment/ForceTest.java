// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.deployment;

import static io.hubgate.deployment.Scene.BY_1;
import static io.hubgate.deployment.Scene.BY_2;
import static io.hubgate.deployment.Scene.HUB_1;
import static io.hubgate.deployment.Scene.HUB_2;
import static io.hubgate.deployment.Scene.HUB_3;
import static io.hubgate.deployment.Scene.STRANGER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hubgate.error.ErrorCode;
import io.hubgate.error.InvalidValueException;
import io.hubgate.model.Actor;
import io.hubgate.model.SlotName;
import io.hubgate.model.Token;
import io.hubgate.readiness.Finding;
import io.hubgate.readiness.Intent;
import io.hubgate.readiness.Reason;
import io.hubgate.readiness.ReasonCode;
import io.hubgate.readiness.Verdict;
import io.hubgate.rule.Rule;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** A person's order to go on against the verdict. */
class ForceTest {
    private static final Options FORCED = BY_2.forced(Scene.force(false));
    private static final Options FORCED_UNKNOWN = BY_2.forced(Scene.force(true));

    private static Scene busy() {
        Scene scene = Scene.confirmed();
        scene.witness.working.add(HUB_1);
        return scene;
    }

    private static Scene unreadable() {
        Scene scene = Scene.confirmed();
        scene.witness.unreadable.add(HUB_1);
        return scene;
    }

    @Nested
    class Overrides {
        @Test
        @Rule("R-2")
        void not_ready_and_leaves_a_trace_on_what_was_overwritten() {
            Scene scene = busy();
            Transition.Moved moved = scene.moves(Scene.stage(HUB_3, FORCED));
            assertThat(moved.next()).isEqualTo(Next.DEPLOY);
            assertThat(moved.notes().force())
                    .isEqualTo(new ForceMark("the night shift says so", Actor.LOCAL, scene.now));
            assertThat(scene.app.release(HUB_1).orElseThrow().forced())
                    .isEqualTo(moved.notes().force());
            assertThat(scene.app.release(HUB_3).orElseThrow().forced()).isNull();
        }

        @Test
        @Rule("R-2")
        void unknown_only_when_it_says_so() {
            unreadable().refuses(Scene.stage(HUB_3, FORCED), ErrorCode.UNKNOWN_READINESS);
            Scene scene = unreadable();
            scene.moves(Scene.stage(HUB_3, FORCED_UNKNOWN));
            assertThat(scene.app.release(HUB_1).orElseThrow().forced()).isNotNull();
        }

        @Test
        void the_verdict_of_a_retire() {
            Scene scene = busy();
            scene.refuses(Scene.retire(SlotName.STAGING, BY_2), ErrorCode.NOT_READY);
            assertThat(scene.moves(Scene.retire(SlotName.STAGING, FORCED))
                            .notes()
                            .force())
                    .isNotNull();
            assertThat(scene.app.release(HUB_1).orElseThrow().forced()).isNotNull();
        }

        @Test
        void one_call_only() {
            Scene scene = busy();
            scene.moves(Scene.stage(HUB_3, FORCED));
            scene.refuses(Scene.stage(HUB_3, BY_2), ErrorCode.NOT_READY);
            assertThat(scene.moves(Scene.stage(HUB_3, FORCED)).next()).isEqualTo(Next.DEPLOY);
        }

        @Test
        void nothing_when_it_is_not_needed() {
            Scene scene = Scene.confirmed();
            Transition.Moved moved = scene.moves(Scene.stage(HUB_3, FORCED_UNKNOWN));
            assertThat(moved.notes().force()).isNull();
            assertThat(scene.app.release(HUB_1).orElseThrow().forced()).isNull();
        }

        @Test
        void and_stays_visible_until_the_release_is_deleted() {
            Scene scene = busy();
            scene.moves(Scene.stage(HUB_3, FORCED));
            scene.moves(Scene.swap(HUB_3, BY_2));
            scene.moves(Scene.confirm(HUB_3, BY_2));
            assertThat(scene.app.phaseOf(HUB_1)).isEqualTo(ReleasePhase.RETIRED);
            assertThat(scene.app.release(HUB_1).orElseThrow().forced()).isNotNull();
        }
    }

    @Nested
    class Never_overrides {
        @Test
        @Rule("P-3")
        void anothers_deployment() {
            Scene.staged().refuses(Scene.stage(HUB_3, FORCED_UNKNOWN), ErrorCode.DEPLOYMENT_OPEN);
        }

        @Test
        @Rule("P-2")
        void a_token() {
            Scene.confirmed().refuses(Scene.stage(HUB_3, FORCED_UNKNOWN.ifMatch(Token.NONE)), ErrorCode.STALE_TOKEN);
        }

        @Test
        @Rule("P-5")
        void a_hub_name() {
            Scene.confirmed().refuses(Scene.stage(HUB_1, FORCED_UNKNOWN), ErrorCode.HUB_NAME_USED);
            Scene owned = Scene.confirmed();
            owned.witness.owned(HUB_3, Scene.OTHER_APP);
            owned.refuses(Scene.stage(HUB_3, FORCED_UNKNOWN), ErrorCode.HUB_OWNED);
        }

        @Test
        @Rule("P-10")
        void doubt() {
            Scene scene = Scene.swapped().expired();
            scene.refuses(Scene.stage(HUB_3, FORCED_UNKNOWN), ErrorCode.SWAP_UNCONFIRMED);
        }

        @Test
        @Rule("P-11")
        void a_slot_that_differs() {
            Scene.confirmed()
                    .refuses(
                            Scene.stage(HUB_3, FORCED_UNKNOWN.observing(new ObservedHub(STRANGER))),
                            ErrorCode.SLOT_DIFFERS);
        }

        @Test
        void a_verdict_that_says_that_the_slot_is_in_doubt_or_differs() {
            for (ReasonCode code : List.of(ReasonCode.SWAP_UNCONFIRMED, ReasonCode.SLOT_DIFFERS)) {
                List<Finding> findings = List.of(new Reason(code, "doubt", "look", HUB_2));
                Verdict verdict = Verdict.of(Intent.OVERWRITE, Scene.NOW, null, findings, List.of());
                Transition refusal = Gate.refusal(verdict, Scene.force(true), null);
                assertThat(refusal).isInstanceOf(Transition.Rejected.class);
                assertThat(Gate.next(verdict, null)).isEqualTo(Next.VERIFY);
            }
        }
    }

    @Test
    void needs_a_reason_of_1_to_1024_characters() {
        for (String reason : List.of("", " ", "x".repeat(1025))) {
            assertThatThrownBy(() -> new Force(reason, true, Actor.LOCAL)).isInstanceOf(InvalidValueException.class);
        }
        assertThat(new Force("x".repeat(1024), true, Actor.LOCAL).reason()).hasSize(1024);
        assertThatThrownBy(() -> BY_1.because("x".repeat(1025))).isInstanceOf(InvalidValueException.class);
    }
}
