// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hubgate.error.ErrorCode;
import io.hubgate.error.HubgateException;
import io.hubgate.error.InvalidValueException;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What each identifier takes, what it refuses and how, and by what it is compared. */
class IdentifiersTest {
    private static void assertRefused(Function<String, ?> make, String text, ErrorCode code) {
        assertThatThrownBy(() -> make.apply(text))
                .as(Text.escaped(text))
                .isInstanceOfSatisfying(InvalidValueException.class, e -> {
                    assertThat(e.code()).isEqualTo(code);
                    assertThat(e.fix()).isNotBlank();
                    assertThat(e.getMessage()).doesNotContain("\n", "\u0000", "\u202e");
                });
    }

    @Nested
    class Task_hub_names {
        @ParameterizedTest
        @ValueSource(strings = {"abc", "ABC", "a12", "Orders421", "a23456789012345678901234567890123456789012345"})
        void are_3_to_45_letters_and_digits_beginning_with_a_letter(String name) {
            assertThat(new TaskHubName(name).value()).isEqualTo(name);
            assertThat(TaskHubName.isValid(name)).isTrue();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "ab",
                    "1ab",
                    "a-b",
                    "a_b",
                    "a b",
                    "abc\n",
                    " abc",
                    "äbc",
                    "ab\u0661",
                    "a\u0000b",
                    "\u202eabc",
                    "a234567890123456789012345678901234567890123456"
                })
        void are_refused_otherwise(String name) {
            assertRefused(TaskHubName::new, name, ErrorCode.HUB_NAME_INVALID);
            assertThat(TaskHubName.isValid(name)).isFalse();
        }

        @Test
        void are_compared_without_case() {
            TaskHubName one = new TaskHubName("Orders");
            TaskHubName other = new TaskHubName("oRDERS");
            assertThat(one).isEqualTo(other).hasSameHashCodeAs(other).isEqualByComparingTo(other);
            assertThat(one).hasToString("Orders").isNotEqualTo(new TaskHubName("Orders1"));
            assertThat(one.key()).isEqualTo("orders");
            assertThat(one.equals((Object) "Orders")).isFalse();
        }
    }

    @Nested
    class App_names {
        @ParameterizedTest
        @ValueSource(strings = {"a", "1", "orders", "orders-prod-weu", "A--B"})
        void are_letters_digits_and_hyphens_inside(String name) {
            assertThat(new AppName(name).value()).isEqualTo(name);
        }

        @Test
        void have_at_most_60_characters() {
            assertThat(new AppName("a".repeat(60)).value()).hasSize(60);
            assertRefused(AppName::new, "a".repeat(61), ErrorCode.BAD_REQUEST);
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "-a", "a-", "-", "a.b", "a/b", "a b", "é", "a\n", "\u202e", "a\u0000b"})
        void are_refused_otherwise(String name) {
            assertRefused(AppName::new, name, ErrorCode.BAD_REQUEST);
        }

        @Test
        void are_compared_without_case() {
            assertThat(new AppName("Orders"))
                    .isEqualTo(new AppName("ORDERS"))
                    .hasSameHashCodeAs(new AppName("orders"))
                    .isEqualByComparingTo(new AppName("orders"))
                    .isNotEqualTo(new AppName("orders2"))
                    .hasToString("Orders");
        }
    }

    @Nested
    class Slot_names {
        @Test
        void are_kept_in_lower_case() {
            assertThat(new SlotName("Staging")).isEqualTo(SlotName.STAGING).hasToString("staging");
            assertThat(new SlotName("PRODUCTION").isProduction()).isTrue();
            assertThat(SlotName.STAGING.isProduction()).isFalse();
            assertThat(new SlotName("a".repeat(59)).value()).hasSize(59);
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "-", "a-", "-a", "a_b", "a b", "a\n", "ß", "a\u0000"})
        void are_refused_otherwise(String name) {
            assertRefused(SlotName::new, name, ErrorCode.BAD_REQUEST);
            assertRefused(SlotName::new, "a".repeat(60), ErrorCode.BAD_REQUEST);
        }

        @Test
        void are_ordered_by_name() {
            assertThat(Stream.of("staging", "canary", "production")
                            .map(SlotName::new)
                            .sorted()
                            .map(SlotName::value))
                    .containsExactly("canary", "production", "staging");
        }
    }

    @Nested
    class Instance_ids {
        @ParameterizedTest
        @ValueSource(strings = {"x", " ", "@Counter@today", "a/b#c?d", "\u0000\u202e\n", "ünïcode🚀"})
        void are_taken_as_they_are(String id) {
            assertThat(new InstanceId(id)).hasToString(id);
            assertThat(new InstanceId(id).isEntity()).isEqualTo(id.startsWith("@"));
        }

        @Test
        void have_1_to_1024_units_and_are_compared_with_case() {
            assertThat(new InstanceId("x".repeat(InstanceId.LONGEST)).value()).hasSize(1024);
            assertRefused(InstanceId::new, "", ErrorCode.BAD_REQUEST);
            assertRefused(InstanceId::new, "x".repeat(1025), ErrorCode.BAD_REQUEST);
            assertThat(new InstanceId("A")).isNotEqualTo(new InstanceId("a")).isLessThan(new InstanceId("a"));
        }
    }

    @Nested
    class Orchestrator_names {
        @Test
        void may_be_empty_and_have_at_most_512_units() {
            assertThat(new OrchestratorName(""))
                    .isEqualTo(OrchestratorName.UNNAMED)
                    .hasToString("");
            assertThat(new OrchestratorName("x".repeat(OrchestratorName.LONGEST)).value())
                    .hasSize(512);
            assertRefused(OrchestratorName::new, "x".repeat(513), ErrorCode.BAD_REQUEST);
            assertThat(new OrchestratorName("A")).isLessThan(new OrchestratorName("B"));
        }
    }

    @Nested
    class Lines_of_text {
        private final List<Function<String, ?>> makers =
                List.of(ReleaseId::new, Holder::of, Actor::of, text -> new Actor("key", text));

        @ParameterizedTest
        @ValueSource(strings = {"", " ", "\t", "a\nb", "a\u0000", "\u0085x", "\u001b[31m"})
        void are_neither_blank_nor_do_they_hold_control_characters(String text) {
            makers.forEach(make -> assertRefused(make, text, ErrorCode.BAD_REQUEST));
        }

        @Test
        void have_a_greatest_length_each() {
            assertThat(new ReleaseId("x".repeat(128)).value()).hasSize(128);
            assertRefused(ReleaseId::new, "x".repeat(129), ErrorCode.BAD_REQUEST);
            assertThat(Holder.of("x".repeat(256)).name()).hasSize(256);
            assertRefused(Holder::of, "x".repeat(257), ErrorCode.BAD_REQUEST);
            assertThat(Actor.of("x".repeat(256)).name()).hasSize(256);
            assertRefused(Actor::of, "x".repeat(257), ErrorCode.BAD_REQUEST);
        }

        @Test
        void say_who_acts_for_whom() {
            assertThat(Actor.of("orders-cd")).hasToString("orders-cd");
            assertThat(new Actor("orders-cd", "kim")).hasToString("orders-cd on behalf of kim");
            assertThat(Actor.LOCAL.name()).isEqualTo("local");
            assertThat(new ReleaseId("421")).hasToString("421");
        }
    }

    @Nested
    class Holders {
        @Test
        void are_the_same_by_name_whatever_their_link() {
            Holder linked = new Holder("orders-cd #421", "https://ci.example/421");
            assertThat(linked.isSameAs(Holder.of("orders-cd #421"))).isTrue();
            assertThat(linked.isSameAs(Holder.of("orders-cd #422"))).isFalse();
            assertThat(linked).hasToString("orders-cd #421");
            assertThat(Holder.of(new TaskHubName("orders1")).name()).isEqualTo("orders1");
        }

        @ParameterizedTest
        @ValueSource(strings = {"https://ci.example/1", "http://127.0.0.1:8080/x?y=z#f", "HTTPS://ci.example"})
        void may_have_a_link(String url) {
            assertThat(new Holder("run", url).url()).isEqualTo(url);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "ci.example",
                    "javascript:alert(1)",
                    "data:text/html,x",
                    "ftp://ci.example",
                    "https:///x",
                    "https://ci example",
                    "https://ci.example/\n",
                    "/relative"
                })
        void have_links_to_the_web_only(String url) {
            assertRefused(text -> new Holder("run", text), url, ErrorCode.BAD_REQUEST);
            assertRefused(text -> new ReleaseLabel(new ReleaseId("1"), null, null, text), url, ErrorCode.BAD_REQUEST);
        }

        @Test
        void have_links_of_at_most_2048_characters() {
            String url = "https://ci.example/";
            String longest = url + "x".repeat(2048 - url.length());
            assertThat(new Holder("run", longest).url()).hasSize(2048);
            assertRefused(text -> new Holder("run", text), longest + "x", ErrorCode.BAD_REQUEST);
        }
    }

    @Nested
    class Release_labels {
        @Test
        void have_an_id_and_what_the_pipeline_likes_to_say() {
            ReleaseLabel label = new ReleaseLabel(new ReleaseId("421"), "1.2", "abcdef", "https://ci.example/421");
            assertThat(label.version()).isEqualTo("1.2");
            assertThat(ReleaseLabel.of(new TaskHubName("orders421")).id()).isEqualTo(new ReleaseId("orders421"));
        }

        @Test
        void refuse_unusable_parts() {
            ReleaseId id = new ReleaseId("1");
            assertRefused(text -> new ReleaseLabel(id, text, null, null), "a\nb", ErrorCode.BAD_REQUEST);
            assertRefused(text -> new ReleaseLabel(id, null, text, null), "x".repeat(257), ErrorCode.BAD_REQUEST);
        }
    }

    @Nested
    class Tokens {
        @Test
        void count_up_from_0() {
            assertThat(Token.NONE.next()).isEqualTo(new Token(1)).hasToString("1");
            assertThatThrownBy(() -> new Token(-1))
                    .isInstanceOfSatisfying(
                            HubgateException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.BAD_REQUEST));
        }
    }
}
