// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.examples.backend.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AcceptTest {
    @ParameterizedTest
    @CsvSource(
            value = {
                "text/plain|true",
                "TEXT/PLAIN|true",
                "text/*|true",
                "text/plain, application/json|false",
                "text/plain;q=0.9, application/json;q=0.8|true",
                "text/plain;q=0.5, */*|false",
                "application/json|false",
                "*/*|false",
                "text/plain;q=x|false",
                ";;,,q=|false",
                "''|false"
            },
            delimiter = '|')
    void text_is_answered_only_to_those_who_prefer_it(String header, boolean text) {
        assertThat(Accept.of(header).prefers("text/plain", "application/json")).isEqualTo(text);
    }
}
