// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.examples.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hubgate.examples.backend.settings.Setting;
import io.hubgate.examples.backend.settings.SettingsException;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MainTest {
    @Test
    void help_names_every_setting() {
        StringWriter out = new StringWriter();
        assertThat(new CommandLineFlags().answersItself(new String[] {"--help"}, new PrintWriter(out)))
                .isTrue();
        for (Setting setting : Setting.values()) {
            assertThat(out.toString()).contains(setting.flag());
        }
    }

    @Test
    void version_is_one_line() {
        StringWriter out = new StringWriter();
        assertThat(new CommandLineFlags().answersItself(new String[] {"--version"}, new PrintWriter(out)))
                .isTrue();
        assertThat(out.toString().lines()).hasSize(1);
    }

    @Test
    void a_flag_takes_its_value_with_an_equals_sign_or_without() {
        CommandLineFlags flags = new CommandLineFlags();
        flags.answersItself(new String[] {"--port=0", "--settle-window", "PT0S"}, new PrintWriter(new StringWriter()));
        assertThat(flags.values()).containsEntry(Setting.PORT, "0").containsEntry(Setting.SETTLE_WINDOW, "PT0S");
    }

    @ParameterizedTest
    @CsvSource({
        "--settle-windows,did you mean '--settle-window'?",
        "--prot=1,did you mean '--port'?",
        "extra,is not a flag",
        "--port,--port"
    })
    void what_is_not_known_or_not_complete_is_refused_in_one_line(String flag, String part) {
        CommandLineFlags flags = new CommandLineFlags();
        assertThatThrownBy(() -> flags.answersItself(new String[] {flag}, new PrintWriter(new StringWriter())))
                .isInstanceOf(SettingsException.class)
                .message()
                .contains(part)
                .doesNotContain("\n");
    }
}
