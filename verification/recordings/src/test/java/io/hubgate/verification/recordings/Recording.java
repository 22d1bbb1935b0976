// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.verification.recordings;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * One scenario as it was recorded.
 *
 * @param engine which extension, for example {@code ext-3.15.0}
 * @param scenario what was done to it
 * @param posts every POST to the topic, in the order of arrival
 * @param truth what was really alive at each moment
 */
record Recording(String engine, String scenario, List<Post> posts, JsonNode truth) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String TRUTH = "truth.json";

    /**
     * One POST of the extension.
     *
     * @param receivedAt when it was received
     * @param answered the HTTP status that it got, or what happened instead
     * @param body the events, as sent
     */
    record Post(Instant receivedAt, String answered, JsonNode body) {
        byte[] bytes() {
            return body.toString().getBytes(StandardCharsets.UTF_8);
        }

        /** Anything but 200 counts as not received. */
        boolean wasReceived() {
            return answered.equals("200");
        }
    }

    static List<Recording> all() {
        Path root = root();
        try (Stream<Path> files = Files.find(root, 3, (file, attributes) -> file.endsWith(TRUTH))) {
            return files.sorted()
                    .map(file -> read(requireNonNull(file.getParent())))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Recording of(String engine, String scenario) {
        return read(root().resolve(engine).resolve(scenario));
    }

    /** Where it is. */
    Path directory() {
        return root().resolve(engine).resolve(scenario);
    }

    private static Path root() {
        try {
            return Path.of(
                    requireNonNull(Recording.class.getResource("/recordings")).toURI());
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }

    private static Recording read(Path directory) {
        try {
            List<Post> posts = new ArrayList<>();
            for (String line : lines(directory.resolve("events.jsonl"))) {
                JsonNode post = JSON.readTree(line);
                Instant at = instant(post, "receivedAtMs");
                posts.add(new Post(at, post.required("answered").asText(), post.required("body")));
            }
            JsonNode truth = JSON.readTree(directory.resolve(TRUTH).toFile());
            Path engine = requireNonNull(directory.getParent());
            return new Recording(
                    requireNonNull(engine.getFileName()).toString(),
                    requireNonNull(directory.getFileName()).toString(),
                    posts,
                    truth);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A time in epoch milliseconds, as a number or as text. */
    static Instant instant(JsonNode node, String field) {
        return Instant.ofEpochMilli(Long.parseLong(node.required(field).asText()));
    }

    /** None where nothing was published: a scenario without a topic is one all the same. */
    private static List<String> lines(Path events) throws IOException {
        return Files.exists(events)
                ? Files.readAllLines(events).stream()
                        .filter(line -> !line.isBlank())
                        .toList()
                : List.of();
    }

    @Override
    public String toString() {
        return engine + "/" + scenario;
    }
}
