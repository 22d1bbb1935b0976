// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.examples.backend;

import static org.assertj.core.api.Assertions.assertThat;

import io.hubgate.examples.backend.contract.Reply;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What no client library would send: the server library's own refusals are problem documents too. */
class RawRequestTest {
    private static RunningBackend backend;

    @BeforeAll
    static void start() {
        backend = RunningBackend.start();
    }

    @AfterAll
    static void stop() {
        backend.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GARBAGE",
                "GET",
                "GET / HTTP/9.9",
                "GET /%zz HTTP/1.1",
                "GET /api/apps/%ff HTTP/1.1",
                "GET /../../etc/passwd HTTP/1.1",
                "GET /api//apps HTTP/1.1",
                "GET /api/apps/a%2Fb HTTP/1.1",
                "GET /api/apps/..%2f..%2fx HTTP/1.1",
                "GET /api/apps;x=1/ HTTP/1.1"
            })
    void a_line_that_cannot_be_read_is_refused_without_a_word_about_the_library(String line) {
        Reply reply = backend.raw(line, "");
        assertThat(reply.status()).isBetween(400, 499);
        assertThat(reply.code()).isIn("BAD_REQUEST", "NOT_FOUND", "FORBIDDEN");
        assertThat(reply.text())
                .doesNotContainIgnoringCase("jetty")
                .doesNotContainIgnoringCase("javalin")
                .doesNotContain("at io.");
        assertThat(reply.header("Server")).isEmpty();
    }

    @Test
    void a_missing_host_is_refused() {
        Reply reply = backend.rawWithoutHost("GET /healthz HTTP/1.1");
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.code()).isEqualTo("BAD_REQUEST");
    }

    @Test
    void a_host_in_the_line_counts_like_one_in_the_header() {
        assertThat(backend.raw("GET http://evil.example/healthz HTTP/1.1", "").status())
                .isIn(400, 403);
    }

    @Test
    void headers_beyond_reason_are_refused() {
        Reply reply = backend.raw("GET /healthz HTTP/1.1", "X-Long: " + "x".repeat(100_000) + "\r\n");
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.code()).isEqualTo("BAD_REQUEST");
    }

    @Test
    void half_a_command_is_a_bad_request() {
        Reply reply = backend.raw(
                "POST /api/apps/orders/swap HTTP/1.1",
                "Content-Type: application/json\r\nContent-Length: 100\r\n",
                "{\"taskHub\"");
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.code()).isEqualTo("BAD_REQUEST");
    }

    /** After 400 Event Grid would not deliver again. */
    @Test
    void half_a_delivery_is_to_come_again() {
        Reply reply = backend.raw("POST /api/events HTTP/1.1", "Content-Length: 100\r\n", "[{\"id\":");
        assertThat(reply.status()).isEqualTo(503);
        assertThat(reply.code()).isEqualTo("STORE_UNAVAILABLE");
        assertThat(reply.header("Retry-After")).isNotEmpty();
    }

    @Test
    void a_body_in_chunks_is_a_body() {
        Reply reply =
                backend.raw("POST /api/events HTTP/1.1", "Transfer-Encoding: chunked\r\n", "2\r\n[]\r\n0\r\n\r\n");
        assertThat(reply.status()).isEqualTo(200);
    }

    @Test
    void an_encoded_body_is_not_taken() {
        Reply reply = backend.raw("POST /api/events HTTP/1.1", "Content-Encoding: gzip\r\nContent-Length: 2\r\n", "[]");
        assertThat(reply.status()).isEqualTo(415);
    }
}
