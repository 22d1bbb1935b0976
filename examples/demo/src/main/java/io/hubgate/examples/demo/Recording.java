// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.examples.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** What happened while the three releases were recorded, in order: events that the engine published, and steps of a pipeline. */
final class Recording {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<Happening> happenings;

    private Recording(List<Happening> happenings) {
        this.happenings = List.copyOf(happenings);
    }

    static Recording load() {
        List<Happening> all = new ArrayList<>(steps());
        all.addAll(events());
        all.sort(Comparator.comparing(Happening::at));
        return new Recording(all);
    }

    List<Happening> happenings() {
        return happenings;
    }

    Instant begin() {
        return happenings.get(0).at();
    }

    /** How long it took when it was recorded. */
    Duration length() {
        return Duration.between(begin(), happenings.get(happenings.size() - 1).at());
    }

    private static List<Happening> steps() {
        List<Happening> steps = new ArrayList<>();
        try (InputStream in = resource("truth.json")) {
            for (JsonNode entry : JSON.readTree(in).path("timeline")) {
                Instant at = Instant.ofEpochMilli(entry.path("atMs").asLong());
                if ("pipeline".equals(entry.path("what").asText())) {
                    steps.add(new Step(
                            at,
                            entry.path("step").asText(),
                            entry.path("expect").asText()));
                } else if ("raise".equals(entry.path("what").asText())) {
                    steps.add(new Raised(
                            at, entry.path("id").asText(), entry.path("event").asText()));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the recording cannot be read", e);
        }
        return steps;
    }

    private static List<Happening> events() {
        List<Happening> events = new ArrayList<>();
        try (BufferedReader in =
                new BufferedReader(new InputStreamReader(resource("events.jsonl"), StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                JsonNode event = JSON.readTree(line);
                events.add(new Published(
                        Instant.ofEpochMilli(event.path("receivedAtMs").asLong()), event.path("body")));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the recording cannot be read", e);
        }
        return events;
    }

    private static InputStream resource(String name) {
        return Objects.requireNonNull(Recording.class.getResourceAsStream(name), "the recording is part of this jar");
    }

    /** Something that happened. */
    sealed interface Happening {
        Instant at();
    }

    /** The pipeline took a step, and should have been told what is expected. */
    record Step(Instant at, String text, String expect) implements Happening {}

    /** Somebody raised an external event for an instance. */
    record Raised(Instant at, String instance, String event) implements Happening {}

    /** The engine published an event. */
    record Published(Instant at, JsonNode body) implements Happening {
        /** The body with its event times moved to when it is replayed. */
        byte[] shifted(Pace pace) {
            JsonNode copy = body.deepCopy();
            for (JsonNode event : copy) {
                Instant recorded = Instant.parse(event.path("eventTime").asText());
                ((ObjectNode) event).put("eventTime", pace.replayed(recorded).toString());
            }
            return copy.toString().getBytes(StandardCharsets.UTF_8);
        }
    }
}
