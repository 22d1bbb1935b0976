// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.examples.backend.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may call a backend that has no keys. */
class LocalGuardTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"127.0.0.1:8080", "localhost", "LOCALHOST:8080", "127.255.0.9", "[::1]:8080", "[0:0:0:0:0:0:0:1]"
            })
    void a_host_that_names_loopback_may_pass(String host) {
        assertThat(objection(Map.of("Host", host))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.example",
                "localhost.evil.example",
                "127.0.0.1.evil.example",
                "127.0.0.256",
                "127.0.0.1:8080@evil.example",
                "0.0.0.0:8080",
                "10.0.0.1",
                "[::2]",
                "[::ffff:127.0.0.1]",
                "localhost:80:80",
                ""
            })
    void any_other_host_may_not(String host) {
        assertThat(objection(Map.of("Host", host))).isPresent();
    }

    @Test
    void no_host_at_all_may_not() {
        assertThat(objection(Map.of())).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Forwarded", "forwarded", "X-Forwarded-For", "X-Forwarded-Host", "x-forwarded-anything", "Via"})
    void what_came_through_a_proxy_may_not(String header) {
        assertThat(objection(Map.of("Host", "localhost", header, "1"))).isPresent();
    }

    @ParameterizedTest
    @CsvSource({
        "same-origin,true",
        "none,true",
        "same-site,false",
        "cross-site,false",
        "CROSS-SITE,false",
        "whatever,false"
    })
    void a_browser_says_where_a_request_comes_from(String site, boolean passes) {
        assertThat(objection(Map.of("Host", "localhost", "Sec-Fetch-Site", site))
                        .isEmpty())
                .isEqualTo(passes);
    }

    @ParameterizedTest
    @CsvSource({
        "http://localhost:8080,true",
        "http://localhost,false",
        "http://localhost:3000,false",
        "https://localhost:8080,false",
        "http://evil.example,false",
        "null,false"
    })
    void an_origin_must_be_this_very_server(String origin, boolean passes) {
        assertThat(objection(Map.of("Host", "localhost:8080", "Origin", origin)).isEmpty())
                .isEqualTo(passes);
    }

    private static Optional<String> objection(Map<String, String> headers) {
        Map<String, String> byName = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        byName.putAll(headers);
        List<String> names = new ArrayList<>(headers.keySet());
        return LocalGuard.objection(names, byName::get);
    }
}
