// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArgumentsTest {
    private static final Map<String, String> ACCOUNT =
            Map.of("HUBGATE_TASKHUB_CONNECTION_STRING", "AccountName=orders;AccountKey=c2VjcmV0");

    @ParameterizedTest
    @ValueSource(strings = {"--help", "-h", "inspect --help", "inspect -h"})
    void help_is_an_answer(String args) {
        Ran ran = Ran.here(Map.of(), args.split(" "));
        assertThat(ran.out()).startsWith("Usage: hubgate");
        assertThat(ran.err()).isEmpty();
        assertThat(ran.end()).isZero();
    }

    @Test
    void help_tells_every_exit_code() {
        assertThat(Ran.here(Map.of(), "inspect", "--help").out())
                .contains("0 READY", "10 NOT_READY", "20 UNKNOWN", "2 a wrong command line");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--version", "inspect --version"})
    void version_is_an_answer(String args) {
        assertThat(Ran.here(Map.of(), args.split(" ")).out()).matches("hubgate .+\\R");
    }

    @Test
    void help_comes_from_a_process_with_nothing_on_standard_error() throws Exception {
        Ran ran = Ran.process(Map.of(), "inspect", "--help");
        assertThat(ran.err()).isEmpty();
        assertThat(ran.out()).startsWith("Usage: hubgate inspect");
        assertThat(ran.end()).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | there is no command",
                "inspct | 'inspct' is not a command",
                "inspect --hubb Orders | did you mean '--hub'?",
                "inspect --hub | ",
                "inspect --hub= | --hub is empty",
                "inspect --hub ab | cannot be a task hub",
                "inspect --hub Orders --intent overwrit | did you mean 'overwrite'?",
                "inspect --hub Orders --output xml | --output cannot be 'xml'",
                "inspect --hub Orders --within soon | --within cannot be 'soon'",
                "inspect --hub Orders --within PT0S | --within cannot be 'PT0S'",
                "inspect --connection rubbish | --connection is no connection string",
                "inspect --connection AccountName=a --endpoint https://a | both name the account",
                "inspect --host-json no-such-file.json | there is no file no-such-file.json",
                "inspect AccountKey=c2VjcmV0LXRoYXQ= | belongs to no option",
                "inspect @file | belongs to no option",
                "inspect --hub A --hub B | ",
            })
    void rubbish_is_told_in_two_lines_with_what_to_do_and_without_secrets(String args, String complaint) {
        Ran ran = Ran.here(ACCOUNT, args.isEmpty() ? new String[0] : args.split(" "));
        assertThat(ran.end()).isEqualTo(2);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err()).startsWith("hubgate: ").contains("\n  to do: ").hasLineCount(2);
        assertThat(ran.err()).contains(complaint == null ? "" : complaint).doesNotContain("c2VjcmV0");
    }

    @Test
    void an_account_that_nobody_names_is_asked_for() {
        Ran ran = Ran.here(Map.of(), "inspect", "--hub", "Orders");
        assertThat(ran.err()).contains("HUBGATE_TASKHUB_CONNECTION_STRING");
        assertThat(ran.end()).isEqualTo(2);
    }
}
