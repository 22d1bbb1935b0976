// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.hubgate.rule.Rule;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The hub name of a build. */
class BuildHubNameTest {
    private static final AppName ORDERS = new AppName("orders");
    private static final int LONGEST = 45;

    @Nested
    class Is_the_same {
        /** Written down once; other machines, languages and releases must give the same. */
        @ParameterizedTest
        @CsvSource({
            "orders, 421, orders421x4e3hrzlvrl",
            "orders-prod-weu, 20261123.4, ordersprodweu202611234xztlgdthll7",
            "1shop, 7, t1shop7xgtqkwrr4ep"
        })
        @Rule("P-8")
        void for_the_same_build_on_every_machine(String app, String build, String name) {
            assertThat(TaskHubName.forBuild(new AppName(app), build).value()).isEqualTo(name);
        }

        @Test
        @Rule("P-8")
        void however_the_app_is_spelled() {
            assertThat(TaskHubName.forBuild(new AppName("ORDERS"), "421").value())
                    .isEqualTo(TaskHubName.forBuild(ORDERS, "421").value());
        }
    }

    @Nested
    class Differs {
        @Test
        @Rule("P-8")
        void when_a_character_moves_from_the_app_to_the_build() {
            TaskHubName one = TaskHubName.forBuild(new AppName("orders1"), "23");
            TaskHubName other = TaskHubName.forBuild(ORDERS, "123");
            assertThat(one).isNotEqualTo(other);
            assertThat(one.value()).startsWith("orders123x");
            assertThat(other.value()).startsWith("orders123x");
        }

        @Test
        @Rule("P-8")
        void when_a_character_moves_from_the_build_to_the_attempt() {
            assertThat(TaskHubName.forBuild(ORDERS, "12", "3"))
                    .isNotEqualTo(TaskHubName.forBuild(ORDERS, "1", "23"))
                    .isNotEqualTo(TaskHubName.forBuild(ORDERS, "123"))
                    .isNotEqualTo(TaskHubName.forBuild(ORDERS, "123", ""));
        }

        @Test
        @Rule("P-8")
        void when_only_what_cannot_be_read_differs() {
            assertThat(TaskHubName.forBuild(ORDERS, "1.2.3"))
                    .isNotEqualTo(TaskHubName.forBuild(ORDERS, "12.3"))
                    .isNotEqualTo(TaskHubName.forBuild(ORDERS, "123"));
            assertThat(TaskHubName.forBuild(ORDERS, "ä")).isNotEqualTo(TaskHubName.forBuild(ORDERS, "ö"));
            assertThat(TaskHubName.forBuild(new AppName("o-rders"), "1"))
                    .isNotEqualTo(TaskHubName.forBuild(ORDERS, "1"));
        }

        @Test
        @Rule("P-8")
        void when_only_what_is_cut_off_differs() {
            String build = "x".repeat(40);
            assertThat(TaskHubName.forBuild(ORDERS, build + "1"))
                    .isNotEqualTo(TaskHubName.forBuild(ORDERS, build + "2"));
            AppName longApp = new AppName("a".repeat(30) + "1");
            assertThat(TaskHubName.forBuild(longApp, "1"))
                    .isNotEqualTo(TaskHubName.forBuild(new AppName("a".repeat(30) + "2"), "1"));
        }

        @Test
        @Rule("P-8")
        void for_each_of_many_inputs() {
            Map<String, String> seen = new HashMap<>();
            for (int app = 0; app < 40; app++) {
                for (int build = 0; build < 500; build++) {
                    String inputs = "app" + app + "/" + build;
                    String name = TaskHubName.forBuild(new AppName("app" + app), "" + build)
                            .key();
                    assertThat(seen.put(name, inputs)).as(name).isNull();
                }
            }
        }
    }

    @Nested
    class Is_valid {
        @ParameterizedTest
        @ValueSource(strings = {"", " ", "421", "1.2.3+meta", "refs/heads/main", "ÄÖÜ", "\u0000\n", "🚀", "x", "-"})
        @Rule("P-8")
        void for_any_build(String build) {
            TaskHubName name = TaskHubName.forBuild(ORDERS, build);
            assertThat(TaskHubName.isValid(name.value())).isTrue();
            assertThat(name.value()).matches("orders[a-z0-9]{0,14}x[a-z2-7]{10}");
        }

        @ParameterizedTest
        @ValueSource(strings = {"1", "9lives", "0-0", "a", "A", "a--b", "A-1"})
        @Rule("P-8")
        void for_any_app_with_a_letter_in_front_if_it_begins_with_a_digit(String app) {
            String name = TaskHubName.forBuild(new AppName(app), "1").value();
            assertThat(name).matches("[a-z][a-z0-9]{2,44}");
        }

        @Test
        @Rule("P-8")
        void for_the_longest_inputs_with_at_most_45_characters() {
            AppName app = new AppName("9" + "a".repeat(59));
            String name = TaskHubName.forBuild(app, "b".repeat(5000), "c".repeat(5000))
                    .value();
            assertThat(name).hasSize(LONGEST).startsWith("t9aaaaaaaaaaaaaaaaaabbbbbbbbbbbbbbx");
        }

        @Test
        @Rule("P-8")
        void for_builds_of_random_characters() {
            long seed = 42;
            Random random = new Random(seed);
            for (int i = 0; i < 2000; i++) {
                StringBuilder build = new StringBuilder();
                random.ints(random.nextInt(30), 0, 0x3000).forEach(build::appendCodePoint);
                String name = TaskHubName.forBuild(ORDERS, build.toString()).value();
                assertThat(TaskHubName.isValid(name))
                        .as("seed %d: %s", seed, name)
                        .isTrue();
            }
        }

        @Test
        @Rule("P-8")
        void and_reads_as_app_then_build() {
            for (String build : List.of("421", "20261123")) {
                assertThat(TaskHubName.forBuild(new AppName("orders-prod-weu"), build)
                                .value())
                        .startsWith("ordersprodweu" + build + "x");
            }
        }
    }
}
