// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.examples.backend;

import static org.assertj.core.api.Assertions.assertThat;

import io.hubgate.examples.backend.contract.ContractHttp;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** A backend without keys over real HTTP: every call of the document with every header that gives a stranger away. */
class GuardTest {
    private static RunningBackend backend;

    @BeforeAll
    static void start() {
        backend = RunningBackend.start();
    }

    @AfterAll
    static void stop() {
        backend.close();
    }

    @TestFactory
    Stream<DynamicTest> each_call_refuses_strangers() {
        Map<String, String> strangers = new LinkedHashMap<>();
        strangers.put("Origin", "https://elsewhere.example");
        strangers.put("Sec-Fetch-Site", "cross-site");
        strangers.put("Forwarded", "for=192.0.2.1");
        strangers.put("X-Forwarded-For", "192.0.2.1");
        strangers.put("X-Forwarded-Proto", "https");
        strangers.put("Via", "1.1 proxy");
        Set<String> calls = ContractHttp.documentedCalls();
        return calls.stream()
                .flatMap(call -> strangers.entrySet().stream()
                        .map(header -> DynamicTest.dynamicTest(call + " with " + header.getKey(), () -> {
                            String method = call.substring(0, call.indexOf(' '));
                            String target =
                                    call.substring(call.indexOf(' ') + 1).replaceAll("\\{[a-z]+}", "abc");
                            ContractHttp stranger = backend.http().with(header.getKey(), header.getValue());
                            assertThat(stranger.send(method, target, "").code()).isEqualTo("FORBIDDEN");
                        })));
    }
}
