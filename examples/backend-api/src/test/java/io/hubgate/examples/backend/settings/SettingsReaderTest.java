// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.examples.backend.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsReaderTest {
    @Nested
    class Standard {
        @Test
        void is_loopback_8080_memory_and_no_keys() {
            Settings settings = SettingsReader.read(Map.of(), Map.of());
            assertThat(settings.listen().port()).isEqualTo(8080);
            assertThat(settings.listen().isLoopback()).isTrue();
            assertThat(settings.keysFile()).isNull();
            assertThat(settings.jsonLog()).isFalse();
            assertThat(settings.webhookOrigins()).containsExactly("eventgrid.azure.net");
        }

        @Test
        void has_the_windows_and_caps_of_the_specification() {
            Settings settings = SettingsReader.read(Map.of(), Map.of());
            assertThat(settings.windows())
                    .isEqualTo(new Windows(
                            Duration.ofMinutes(2),
                            Duration.ofHours(1),
                            Duration.ofDays(7),
                            Duration.ofSeconds(30),
                            Duration.ofSeconds(10),
                            Duration.ofDays(8)));
            assertThat(settings.limits()).isEqualTo(new Settings.Limits(1_000_000, 100_000, 8 * 1024 * 1024));
        }
    }

    @Nested
    class Sources {
        @Test
        void a_flag_wins_over_its_variable() {
            Settings settings = SettingsReader.read(Map.of(Setting.PORT, "1"), Map.of("HUBGATE_PORT", "2"));
            assertThat(settings.listen().port()).isEqualTo(1);
        }

        @Test
        void an_empty_variable_is_none() {
            assertThat(SettingsReader.read(Map.of(), Map.of("HUBGATE_PORT", " "))
                            .listen()
                            .port())
                    .isEqualTo(8080);
        }

        @Test
        void a_variable_that_is_not_known_is_refused_with_the_nearest() {
            assertRefused(
                    Map.of("HUBGATE_SETTLE_WINDOWS", "PT1M"),
                    "HUBGATE_SETTLE_WINDOWS",
                    "did you mean 'HUBGATE_SETTLE_WINDOW'?");
        }

        @Test
        void variables_of_others_are_none_of_our_business() {
            assertThat(SettingsReader.read(Map.of(), Map.of("HUB_PORT", "x", "PATH", "/bin")))
                    .isNotNull();
        }
    }

    @Nested
    class Values {
        @ParameterizedTest
        @CsvSource(
                value = {
                    "HUBGATE_PORT|-1",
                    "HUBGATE_PORT|65536",
                    "HUBGATE_PORT|http",
                    "HUBGATE_SETTLE_WINDOW|2 minutes",
                    "HUBGATE_SETTLE_WINDOW|-PT1S",
                    "HUBGATE_LEASE|PT0S",
                    "HUBGATE_LEASE|P31D",
                    "HUBGATE_ANSWER_WITHIN|PT21S",
                    "HUBGATE_MAX_BODY|10",
                    "HUBGATE_MAX_INSTANCES|0",
                    "HUBGATE_FORMAT|2",
                    "HUBGATE_PUBLIC_URL|hubgate.example",
                    "HUBGATE_PUBLIC_URL|ftp://hubgate.example",
                    "HUBGATE_PUBLIC_URL|https://h ubgate",
                    "HUBGATE_BIND|not an address",
                    "HUBGATE_LOG|xml",
                    "HUBGATE_STORE|postgres",
                    "HUBGATE_CLEANUP_SCOPE|taskhub"
                },
                delimiter = '|')
        void that_cannot_be_used_are_refused_by_name_and_value(String name, String value) {
            assertRefused(Map.of(name, value), name, value);
        }

        @Test
        void a_settle_window_of_zero_is_allowed() {
            Settings settings = SettingsReader.read(Map.of(Setting.SETTLE_WINDOW, "PT0S"), Map.of());
            assertThat(settings.windows().settle()).isZero();
        }

        @Test
        void a_public_url_loses_its_slashes() {
            Settings settings = SettingsReader.read(Map.of(Setting.PUBLIC_URL, "https://gate.example/hub//"), Map.of());
            assertThat(settings.listen().publicUrl()).hasToString("https://gate.example/hub");
        }

        @Test
        void control_characters_of_a_value_do_not_reach_the_terminal() {
            assertThatThrownBy(() -> SettingsReader.read(Map.of(Setting.PORT, "\u001b[2J"), Map.of()))
                    .isInstanceOf(SettingsException.class)
                    .message()
                    .contains("--port")
                    .doesNotContain("\u001b");
        }
    }

    @Nested
    class WhatThisVersionCannotDo {}

    @Nested
    class BeyondLoopback {
        @ParameterizedTest
        @ValueSource(strings = {"0.0.0.0", "::", "192.0.2.1"})
        void it_needs_keys(String bind) {
            assertRefused(Map.of("HUBGATE_BIND", bind), "HUBGATE_BIND", "HUBGATE_KEYS_FILE");
        }

        @ParameterizedTest
        @ValueSource(strings = {"127.0.0.1", "127.1.2.3", "::1", "localhost"})
        void loopback_does_not(String bind) {
            assertThat(SettingsReader.read(Map.of(Setting.BIND, bind), Map.of())
                            .listen()
                            .isLoopback())
                    .isTrue();
        }
    }

    private static void assertRefused(Map<String, String> environment, String... parts) {
        assertThatThrownBy(() -> SettingsReader.read(Map.of(), environment))
                .isInstanceOf(SettingsException.class)
                .message()
                .contains(parts)
                .doesNotContain("\n");
    }
}
