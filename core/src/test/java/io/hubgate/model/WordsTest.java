// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.hubgate.rule.Rule;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Words of the engine, and text from strangers. */
class WordsTest {
    @Nested
    class Runtime_status {
        @ParameterizedTest
        @CsvSource({
            "Pending, false", "Running, false", "ContinuedAsNew, false", "Suspended, false",
            "Completed, true", "Failed, true", "Canceled, true", "Terminated, true"
        })
        @Rule("R-12")
        void is_known_in_any_letter_case(String word, boolean terminal) {
            for (String spelled :
                    new String[] {word, word.toUpperCase(java.util.Locale.ROOT), word.toLowerCase(java.util.Locale.ROOT)
                    }) {
                assertThat(RuntimeStatus.of(spelled)).hasToString(word);
                assertThat(RuntimeStatus.of(spelled).isTerminal()).isEqualTo(terminal);
            }
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "Complete", "Completed ", "Cancelled", "Hibernating", "completed\n"})
        @Rule({"R-2", "R-12"})
        void that_is_unknown_is_kept_and_never_terminal(String word) {
            assertThat(RuntimeStatus.of(word).word()).isEqualTo(word);
            assertThat(RuntimeStatus.of(word).isTerminal()).isFalse();
        }

        @Test
        void that_is_unknown_and_long_is_cut() {
            assertThat(RuntimeStatus.of("x".repeat(100)).word()).hasSize(RuntimeStatus.LONGEST);
        }
    }

    @Nested
    class Text_from_strangers {
        @ParameterizedTest
        @CsvSource({"0000", "0009", "000A", "001B", "0085", "200B", "202E", "2066", "2028", "2029", "FEFF", "D800"})
        void is_shown_without_anything_invisible(String hex) {
            String text = "a" + (char) Integer.parseInt(hex, 16) + "b";
            assertThat(Text.escaped(text)).isEqualTo("a\\u" + hex + "b");
        }

        @Test
        void keeps_what_can_be_seen() {
            assertThat(Text.escaped("ünï 🚀 <b>&'\"")).isEqualTo("ünï 🚀 <b>&'\"");
        }

        @Test
        void is_cut_after_80_characters_when_it_stands_in_a_message() {
            assertThat(Text.shown("x".repeat(80))).isEqualTo("x".repeat(80));
            assertThat(Text.shown("x".repeat(81))).isEqualTo("x".repeat(80) + "…");
            assertThat(Text.escaped("x".repeat(81))).hasSize(81);
        }
    }
}
