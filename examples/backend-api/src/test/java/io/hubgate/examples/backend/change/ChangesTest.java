// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.examples.backend.change;

import static org.assertj.core.api.Assertions.assertThat;

import io.hubgate.model.AppName;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ChangesTest {
    private static final Duration LONG = Duration.ofHours(1);
    private static final AppName ORDERS = new AppName("orders");

    private final Changes changes = new Changes();

    @Nested
    class Followers {
        @Test
        void are_bounded_by_kind() {
            assertThat(changes.follow(Changes.Kind.PAGE, 1)).isPresent();
            assertThat(changes.follow(Changes.Kind.PAGE, 1)).isEmpty();
            assertThat(changes.follow(Changes.Kind.WAITER, 1)).isPresent();
            assertThat(changes.count(Changes.Kind.PAGE)).isOne();
        }

        @Test
        void make_room_when_they_leave() {
            changes.follow(Changes.Kind.PAGE, 1).orElseThrow().close();
            assertThat(changes.follow(Changes.Kind.PAGE, 1)).isPresent();
        }

        @Test
        void are_let_go_and_not_taken_any_more_when_the_backend_stops() throws InterruptedException {
            Changes.Follower follower = changes.follow(Changes.Kind.PAGE, 1).orElseThrow();
            changes.close();
            assertThat(follower.await(LONG).isNothing()).isTrue();
            follower.rest(LONG);
            assertThat(changes.follow(Changes.Kind.WAITER, 9)).isEmpty();
        }
    }

    @Nested
    class WhatHappened {
        private final Changes.Follower follower =
                changes.follow(Changes.Kind.PAGE, 1).orElseThrow();

        @Test
        void since_the_last_question_is_told_together_and_once() throws InterruptedException {
            changes.publish(Change.of(ORDERS));
            changes.publish(Change.of(ORDERS));
            changes.publish(Change.ofEvents(3, 1, 0));
            changes.publish(Change.ofEvents(2, 0, 1));
            assertThat(follower.await(LONG)).isEqualTo(new Change(Set.of(ORDERS), false, 5, 1, 1));
            assertThat(follower.await(Duration.ZERO).isNothing()).isTrue();
        }

        @Test
        void to_all_apps_swallows_what_happened_to_some() throws InterruptedException {
            changes.publish(Change.of(ORDERS));
            changes.publish(Change.ofAllApps());
            Change change = follower.await(LONG);
            assertThat(change.allApps()).isTrue();
            assertThat(change.apps()).isEmpty();
        }

        @Test
        void to_very_many_apps_is_told_as_all() throws InterruptedException {
            for (int i = 0; i <= 1_000; i++) {
                changes.publish(Change.of(new AppName("app" + i)));
            }
            assertThat(follower.await(LONG).allApps()).isTrue();
        }
    }

    @Nested
    class PatienceOfCallers {
        private final Patience patience = new Patience(changes, InstantSource.system());

        @Test
        void is_refused_to_the_one_too_many_who_is_answered_at_once() {
            List<Changes.Follower> others = new ArrayList<>();
            for (int i = 0; i < Patience.MOST_WAITERS; i++) {
                others.add(changes.follow(Changes.Kind.WAITER, Patience.MOST_WAITERS)
                        .orElseThrow());
            }
            Patience.Outcome<Integer> outcome = patience.await(LONG, () -> 7, n -> false, n -> null);
            assertThat(outcome).isEqualTo(new Patience.Outcome<>(7, true));
            others.forEach(Changes.Follower::close);
        }

        @Test
        void ends_with_an_answer_that_will_do() {
            int[] asked = {0};
            Patience.Outcome<Integer> outcome = patience.await(
                    LONG,
                    () -> {
                        changes.publish(Change.ofAllApps());
                        return ++asked[0];
                    },
                    n -> n == 3,
                    n -> null);
            assertThat(outcome).isEqualTo(new Patience.Outcome<>(3, false));
            assertThat(changes.count(Changes.Kind.WAITER)).isZero();
        }

        @Test
        void asks_once_when_there_is_no_time() {
            assertThat(patience.await(Duration.ZERO, () -> 1, n -> false, n -> null)
                            .value())
                    .isOne();
        }
    }
}
