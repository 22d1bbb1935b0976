// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.verification.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hubgate.Answer;
import io.hubgate.Hubgate;
import io.hubgate.deployment.App;
import io.hubgate.deployment.Decision;
import io.hubgate.deployment.Next;
import io.hubgate.error.ErrorCode;
import io.hubgate.error.HubgateException;
import io.hubgate.readiness.Intent;
import io.hubgate.rule.Rule;
import io.hubgate.verification.embedding.Trouble.Kind;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever goes wrong at whichever call of a command: it is applied once or not at all, and repeating it is right. */
class StoreTroubleTest {
    /** What a command comes to: the answer, and what is then stored. */
    private record Result(Answer answer, Optional<App> app, List<Decision> decisions) {}

    private static Result undisturbed(CommandScene scene) {
        Embedded orders = scene.begun();
        return result(orders, orders.execute(scene.command(orders)));
    }

    private static Result result(Embedded orders, Answer answer) {
        return new Result(answer, orders.hubgate.app(Embedded.ORDERS), decisions(orders));
    }

    private static List<Decision> decisions(Embedded orders) {
        return orders.hubgate.decisions(Embedded.ORDERS, Long.MAX_VALUE, 1000);
    }

    @Nested
    @Rule({"S-2", "P-1"})
    class WhenAnAnswerIsLost {
        @ParameterizedTest
        @MethodSource("io.hubgate.verification.embedding.CommandScene#all")
        void andTheWriteHappenedItIsNotMadeAgain(CommandScene scene) {
            assertUnimpressed(scene, Kind.LOST_AFTER);
        }

        @ParameterizedTest
        @MethodSource("io.hubgate.verification.embedding.CommandScene#all")
        void andTheWriteDidNotHappenItIsMadeOnce(CommandScene scene) {
            assertUnimpressed(scene, Kind.LOST_BEFORE);
        }

        private void assertUnimpressed(CommandScene scene, Kind kind) {
            Result expected = undisturbed(scene);
            int nth = 1;
            for (boolean again = true; again; nth++) {
                Embedded orders = scene.begun();
                Trouble.Nth trouble = Trouble.Nth.write(nth, kind);
                orders.line.put(trouble);
                Answer answer = orders.execute(scene.command(orders));
                orders.line.clear();
                assertThat(result(orders, answer))
                        .as("write %d of %s", nth, scene)
                        .isEqualTo(expected);
                again = trouble.hasHappened();
            }
            assertThat(nth).as("writes of %s", scene).isGreaterThan(2);
        }

        @Test
        void andAnotherCommandCameInBetweenTheCallerStillLearnsThatItsOwnWasTaken() {
            Embedded orders = CommandScene.SWAP.begun();
            Hubgate other = orders.another();
            orders.line.put(lostAfter(orders, other));

            Answer answer = orders.execute(CommandScene.SWAP.command(orders));

            assertThat(answer.next()).isEqualTo(Next.SWAP_SLOTS);
            assertThat(decisions(orders)).extracting(Decision::command).startsWith("extend", "swap", "stage");
        }

        private Trouble lostAfter(Embedded orders, Hubgate other) {
            Trouble.Nth lost = Trouble.Nth.write(1, Kind.LOST_AFTER);
            return new Trouble() {
                @Override
                public void before(StoreCall call) {
                    lost.before(call);
                }

                @Override
                public void after(StoreCall call) {
                    if (call.isWrite()) {
                        orders.line.clear();
                        other.execute(CommandScene.EXTEND.command(orders), Embedded.PIPELINE);
                        lost.after(call);
                    }
                }
            };
        }
    }

    @Nested
    @Rule("P-1")
    class WhenTheProcessDies {
        @ParameterizedTest
        @MethodSource("io.hubgate.verification.embedding.CommandScene#all")
        void beforeAWriteTheSameCommandGoesOn(CommandScene scene) {
            assertRepeatable(scene, Kind.DIES_BEFORE);
        }

        @ParameterizedTest
        @MethodSource("io.hubgate.verification.embedding.CommandScene#all")
        void afterAWriteTheSameCommandGoesOn(CommandScene scene) {
            assertRepeatable(scene, Kind.DIES_AFTER);
        }

        private void assertRepeatable(CommandScene scene, Kind kind) {
            Result expected = undisturbed(scene);
            for (int nth = 1; ; nth++) {
                Embedded orders = scene.begun();
                orders.line.put(Trouble.Nth.write(nth, kind));
                try {
                    orders.execute(scene.command(orders));
                    return;
                } catch (Trouble.Died death) {
                    orders.restart();
                }
                Answer again = orders.execute(scene.command(orders));
                assertThat(again.next())
                        .as("after death at write %d of %s", nth, scene)
                        .isIn(expected.answer().next(), scene.whenRepeated());
                assertThat(orders.hubgate.app(Embedded.ORDERS).map(App::slots))
                        .isEqualTo(expected.app().map(App::slots));
                // To extend twice is to extend twice: each counts from its own moment.
                if (scene != CommandScene.EXTEND) {
                    assertThat(decisions(orders)).hasSameSizeAs(expected.decisions());
                }
            }
        }
    }

    @Nested
    class WhenTheStoreIsAway {
        @ParameterizedTest
        @MethodSource("io.hubgate.verification.embedding.CommandScene#all")
        void theCommandFailsWithItsCodeAndNothingIsHalfDone(CommandScene scene) {
            Result expected = undisturbed(scene);
            for (int nth = 1; ; nth++) {
                Embedded orders = scene.begun();
                Result before = result(orders, expected.answer());
                Trouble.Nth trouble = Trouble.Nth.call(nth, Kind.UNREACHABLE);
                orders.line.put(trouble);
                try {
                    Answer answer = orders.execute(scene.command(orders));
                    orders.line.clear();
                    // Only the journal of refusals may be given up silently.
                    assertThat(result(orders, answer)).isEqualTo(expected);
                    if (!trouble.hasHappened()) {
                        return;
                    }
                } catch (HubgateException e) {
                    orders.line.clear();
                    assertThat(e.code()).isEqualTo(ErrorCode.STORE_UNAVAILABLE);
                    assertThat(result(orders, expected.answer()))
                            .as("call %d of %s", nth, scene)
                            .isEqualTo(before);
                    Answer again = orders.execute(scene.command(orders));
                    assertThat(result(orders, again)).isEqualTo(expected);
                }
            }
        }

        @Test
        void questionsFailWithItsCode() {
            Embedded orders = CommandScene.STAGE.begun();
            orders.line.put(new Trouble() {
                @Override
                public void before(StoreCall call) {
                    Trouble.Nth.call(1, Kind.UNREACHABLE).before(call);
                }
            });
            assertUnavailable(orders::status);
            assertUnavailable(() -> orders.hubgate.status(Embedded.hub("orders1"), Intent.OVERWRITE));
            assertUnavailable(orders::app);
            assertUnavailable(() -> orders.hubgate.apps(null, 10));
            assertUnavailable(() -> decisions(orders));
            assertUnavailable(() -> orders.hubgate.refusals(Embedded.ORDERS));
            assertUnavailable(() -> orders.cleanup("orders2"));
            assertUnavailable(() -> orders.smoke("orders2"));
        }

        @Test
        @Rule("S-13")
        void aStoreThatOnlyTakesItsTimeIsGivenUpAtTheDeadline() {
            for (CommandScene scene : Set.of(CommandScene.STAGE, CommandScene.SWAP, CommandScene.CONFIRM)) {
                Embedded orders = scene.begun();
                Result before = result(orders, undisturbed(scene).answer());
                orders.line.put(new Trouble() {
                    @Override
                    public void after(StoreCall call) {
                        if (!call.isWrite()) {
                            orders.clock.forward(Duration.ofSeconds(11));
                        }
                    }
                });
                assertUnavailable(() -> orders.execute(scene.command(orders)));
                orders.line.clear();
                assertThat(result(orders, before.answer())).isEqualTo(before);
            }
        }

        private void assertUnavailable(Runnable call) {
            assertThatThrownBy(call::run)
                    .isInstanceOfSatisfying(
                            HubgateException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.STORE_UNAVAILABLE));
        }
    }
}
