// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.examples.backend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The stream that pages follow. */
@Timeout(60)
class LiveTest {
    @Test
    void tells_a_heartbeat_then_what_changes_and_ends_with_the_server() throws Exception {
        RunningBackend backend = RunningBackend.start();
        new Steps(backend.http()).deploySecond("live");
        backend.http().get("/api/apps/live/status");
        try (BufferedReader stream = open(backend)) {
            assertThat(stream.readLine()).isEqualTo("event: heartbeat");
            new Steps(backend.http()).deliver(Events.running("live0", "a"));
            assertThat(until(
                            stream,
                            "event: apps",
                            "data: {\"apps\":[\"live\"]}",
                            "event: events",
                            "data: {\"accepted\":1,\"ignored\":0,\"quarantined\":0}"))
                    .noneMatch(line -> line.contains("null"));
            new Steps(backend.http()).stage("live", "live9");
            until(stream, "event: apps", "data: {\"apps\":[\"live\"]}");
            backend.close();
            assertThat(rest(stream)).noneMatch(line -> line.contains("error"));
        }
    }

    @Test
    void serves_a_bounded_number_of_pages() throws Exception {
        try (RunningBackend backend = RunningBackend.start()) {
            List<BufferedReader> pages = new ArrayList<>();
            for (int i = 0; i < 32; i++) {
                BufferedReader page = open(backend);
                assertThat(page.readLine()).isEqualTo("event: heartbeat");
                pages.add(page);
            }
            assertThat(backend.http().get("/api/live").status()).isEqualTo(503);
            for (BufferedReader page : pages) {
                page.close();
            }
        }
    }

    private static BufferedReader open(RunningBackend backend) throws IOException, InterruptedException {
        HttpResponse<InputStream> response = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(backend.url() + "/api/live"))
                                .timeout(Duration.ofSeconds(20))
                                .build(),
                        HttpResponse.BodyHandlers.ofInputStream());
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith("text/event-stream");
        return new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8));
    }

    /** Reads until each of the lines has come, in whatever order. */
    private static List<String> until(BufferedReader stream, String... lines) throws IOException {
        List<String> read = new ArrayList<>();
        while (!read.containsAll(List.of(lines))) {
            String next = stream.readLine();
            assertThat(next).as("the stream ended after " + read).isNotNull();
            read.add(next);
        }
        return read;
    }

    private static List<String> rest(BufferedReader stream) throws IOException {
        List<String> lines = new ArrayList<>();
        for (String next = stream.readLine(); next != null; next = stream.readLine()) {
            lines.add(next);
        }
        return lines;
    }
}
