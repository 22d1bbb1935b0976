// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.examples.backend;

import static org.assertj.core.api.Assertions.assertThat;

import io.hubgate.examples.backend.contract.ContractHttp;
import io.hubgate.examples.backend.contract.Reply;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What everybody may ask. */
class OpenCallsTest {
    private static RunningBackend backend;
    private static ContractHttp http;

    @BeforeAll
    static void start() {
        backend = RunningBackend.start();
        http = backend.http();
    }

    @AfterAll
    static void stop() {
        backend.close();
    }

    @Nested
    class Probes {
        @Test
        void says_that_it_lives_and_serves() {
            assertThat(http.get("/healthz").status()).isEqualTo(200);
            assertThat(http.get("/readyz").status()).isEqualTo(200);
        }

        @Test
        void answers_head_like_get_without_a_body() {
            Reply reply = http.send("HEAD", "/healthz", "");
            assertThat(reply.status()).isEqualTo(200);
            assertThat(reply.text()).isEmpty();
            assertThat(reply.header("Content-Length")).isEqualTo("5");
        }
    }

    @Nested
    class TheContract {
        @Test
        void is_an_openapi_document_without_mistakes() {
            String document = http.get("/openapi.yaml").text();
            SwaggerParseResult result = new OpenAPIV3Parser().readContents(document);
            assertThat(result.getMessages()).isEmpty();
            assertThat(result.getOpenAPI().getOpenapi()).isEqualTo("3.1.0");
            assertThat(result.getOpenAPI().getPaths()).hasSizeGreaterThan(20);
        }

        @Test
        void names_a_fix_for_a_parameter_that_is_not_known() {
            Reply reply = http.get("/openapi.yaml?verbose=1");
            assertThat(reply.status()).isEqualTo(400);
            assertThat(reply.code()).isEqualTo("BAD_REQUEST");
        }
    }

    @Nested
    class TheRoot {
        @Test
        void gives_lines_to_copy_with_this_servers_address_to_curl() {
            Reply reply = http.get("/");
            assertThat(reply.header("Content-Type")).startsWith("text/plain");
            assertThat(reply.text()).contains("curl -X PUT " + backend.url() + "/api/apps/orders");
        }

        @Test
        void has_a_strict_policy_everywhere() {
            assertThat(http.get("/").header("Content-Security-Policy")).contains("default-src 'none'");
            assertThat(http.get("/healthz").header("X-Content-Type-Options")).isEqualTo("nosniff");
        }
    }

    @Nested
    class WhatIsNotThere {
        @Test
        void is_a_problem_for_a_path() {
            Reply reply = http.get("/api/nothing");
            assertThat(reply.status()).isEqualTo(404);
            assertThat(reply.code()).isEqualTo("NOT_FOUND");
        }

        @Test
        void is_a_problem_for_a_method_and_says_which_are_taken() {
            Reply reply = http.send("DELETE", "/healthz", "");
            assertThat(reply.status()).isEqualTo(405);
            assertThat(reply.code()).isEqualTo("NOT_FOUND");
            assertThat(reply.header("Allow")).contains("GET").contains("HEAD");
        }

        @Test
        void is_a_problem_for_a_method_that_nobody_knows() {
            assertThat(http.send("BREW", "/healthz", "").status()).isEqualTo(405);
        }
    }
}
