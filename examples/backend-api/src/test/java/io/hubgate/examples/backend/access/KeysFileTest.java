// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.examples.backend.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hubgate.model.AppName;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeysFileTest {
    private static final String DEPLOY = "deploy-secret-0001";
    private static final String EVENTS = "events-secret-0001";

    @TempDir
    Path dir;

    private Path file;
    private Instant now = Instant.parse("2026-11-23T05:00:00Z");
    private final InstantSource clock = () -> now;

    @BeforeEach
    void write() throws IOException {
        file = dir.resolve("keys.json");
        write("""
                {"keys":[
                  {"name":"orders-cd","role":"deploy","key":"%s","apps":["orders-*","shop"]},
                  {"name":"grid","role":"events","key":"%s"}]}
                """.formatted(DEPLOY, EVENTS));
    }

    @Nested
    class Presenting {
        @Test
        void a_key_comes_as_bearer_basic_or_functions_key() {
            String basic = Base64.getEncoder().encodeToString(("anybody:" + DEPLOY).getBytes(StandardCharsets.UTF_8));
            assertThat(name(Map.of("Authorization", "Bearer " + DEPLOY))).contains("orders-cd");
            assertThat(name(Map.of("Authorization", "bearer   " + DEPLOY))).contains("orders-cd");
            assertThat(name(Map.of("Authorization", "Basic " + basic))).contains("orders-cd");
            assertThat(name(Map.of("x-functions-key", DEPLOY))).contains("orders-cd");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "Bearer",
                    "Bearer ",
                    "Bearer deploy-secret-000",
                    "Bearer deploy-secret-00012",
                    "Basic !!!",
                    "Basic b25seXVzZXI=",
                    "Digest x"
                })
        void anything_else_is_nobody(String authorization) {
            assertThat(name(Map.of("Authorization", authorization))).isEmpty();
        }

        @Test
        void places_for_deliveries_count_for_deliveries_only() {
            Doorkeeper doorkeeper = doorkeeper();
            Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            headers.put("aeg-sas-key", EVENTS);
            assertThat(doorkeeper.identify(headers::get)).isEmpty();
            assertThat(doorkeeper.identifyDelivery(headers::get, null)).isPresent();
            assertThat(doorkeeper.identifyDelivery(name -> null, EVENTS)).isPresent();
            assertThat(doorkeeper.identifyDelivery(name -> null, "wrong")).isEmpty();
        }

        @Test
        void the_actor_is_the_keys_name_and_whom_the_caller_names() {
            Map<String, String> headers = Map.of("x-functions-key", DEPLOY, "X-Hubgate-Actor", " ada ");
            assertThat(doorkeeper().identify(headers::get).orElseThrow().actor())
                    .hasToString("orders-cd on behalf of ada");
        }
    }

    @Nested
    class Apps {
        @ParameterizedTest
        @ValueSource(strings = {"orders-weu", "ORDERS-weu", "orders-x", "shop", "Shop"})
        void a_key_covers_what_its_patterns_match(String app) {
            assertThat(deployer().mayUse(new AppName(app))).isTrue();
        }

        @ParameterizedTest
        @ValueSource(strings = {"orders", "xorders-weu", "shop2", "billing"})
        void and_nothing_else(String app) {
            assertThat(deployer().mayUse(new AppName(app))).isFalse();
        }

        private Caller deployer() {
            return doorkeeper()
                    .identify(name -> "x-functions-key".equals(name) ? DEPLOY : null)
                    .orElseThrow();
        }
    }

    @Nested
    class Reloading {
        @Test
        void a_changed_file_counts_from_the_next_look_on() throws IOException {
            Doorkeeper doorkeeper = doorkeeper();
            write("{\"keys\":[{\"name\":\"new\",\"role\":\"read\",\"key\":\"another-secret-0002\"}]}");
            assertThat(name(doorkeeper, "another-secret-0002")).isEmpty();
            now = now.plusSeconds(1);
            assertThat(name(doorkeeper, "another-secret-0002")).contains("new");
            assertThat(name(doorkeeper, DEPLOY)).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "{", "{\"keys\":[]}"})
        void a_broken_file_keeps_the_old_keys(String broken) throws IOException {
            Doorkeeper doorkeeper = doorkeeper();
            write(broken);
            now = now.plusSeconds(5);
            assertThat(name(doorkeeper, DEPLOY)).contains("orders-cd");
        }

        @Test
        void a_missing_file_keeps_the_old_keys_until_it_is_back() throws IOException {
            Doorkeeper doorkeeper = doorkeeper();
            Files.delete(file);
            now = now.plusSeconds(5);
            assertThat(name(doorkeeper, DEPLOY)).contains("orders-cd");
            write("{\"keys\":[{\"name\":\"new\",\"role\":\"read\",\"key\":\"another-secret-0002\"}]}");
            now = now.plusSeconds(5);
            assertThat(name(doorkeeper, DEPLOY)).isEmpty();
        }
    }

    @Nested
    class Mistakes {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "[]",
                    "null",
                    "{\"keys\":{}}",
                    "{\"keys\":[]}",
                    "{\"key\":[]}",
                    "{\"keys\":[1]}",
                    "{\"keys\":[{\"name\":\"a\",\"role\":\"read\"}]}",
                    "{\"keys\":[{\"name\":\"a\",\"role\":\"read\",\"key\":\"short\"}]}",
                    "{\"keys\":[{\"name\":\"a\",\"role\":\"reed\",\"key\":\"0123456789abcdef\"}]}",
                    "{\"keys\":[{\"name\":\"a\",\"role\":\"READ\",\"key\":\"0123456789abcdef\"}]}",
                    "{\"keys\":[{\"name\":\"\",\"role\":\"read\",\"key\":\"0123456789abcdef\"}]}",
                    "{\"keys\":[{\"name\":1,\"role\":\"read\",\"key\":\"0123456789abcdef\"}]}",
                    "{\"keys\":[{\"name\":\"a\",\"role\":\"read\",\"key\":\"0123456789abcdef\",\"app\":[]}]}",
                    "{\"keys\":[{\"name\":\"a\",\"role\":\"read\",\"key\":\"0123456789abcdef\",\"apps\":[]}]}",
                    "{\"keys\":[{\"name\":\"a\",\"role\":\"read\",\"key\":\"0123456789abcdef\",\"apps\":[\"(a+)+\"]}]}",
                    "{\"keys\":[{\"name\":\"a\",\"role\":\"events\",\"key\":\"0123456789abcdef\",\"apps\":[\"a\"]}]}",
                    "{\"keys\":[{\"name\":\"a\",\"name\":\"b\",\"role\":\"read\",\"key\":\"0123456789abcdef\"}]}",
                    "{\"keys\":[{\"name\":\"a\",\"role\":\"read\",\"key\":\"0123456789abcdef\"},{\"name\":\"a\",\"role\":\"read\",\"key\":\"1123456789abcdef\"}]}",
                    "{\"keys\":[{\"name\":\"a\",\"role\":\"read\",\"key\":\"0123456789abcdef\"},{\"name\":\"b\",\"role\":\"read\",\"key\":\"0123456789abcdef\"}]}"
                })
        void are_told_at_the_start_without_the_secret(String content) throws IOException {
            write(content);
            assertThatThrownBy(() -> new KeysFile(file, clock))
                    .isInstanceOf(IllegalArgumentException.class)
                    .message()
                    .doesNotContain("123456789abcdef");
        }

        @Test
        void a_missing_file_is_told_at_the_start() {
            assertThatThrownBy(() -> new KeysFile(dir.resolve("none"), clock))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("cannot be read");
        }
    }

    private Doorkeeper doorkeeper() {
        return new Doorkeeper(new KeysFile(file, clock));
    }

    private Optional<String> name(Map<String, String> headers) {
        return doorkeeper().identify(headers::get).map(caller -> caller.actor().name());
    }

    private static Optional<String> name(Doorkeeper doorkeeper, String secret) {
        return doorkeeper
                .identify(header -> "x-functions-key".equals(header) ? secret : null)
                .map(caller -> caller.actor().name());
    }

    /** Each version of the file is younger than the one before, however coarse the file system counts. */
    private void write(String content) throws IOException {
        Files.writeString(file, content);
        now = now.plus(Duration.ofMillis(1));
        Files.setLastModifiedTime(file, FileTime.from(now));
    }
}
