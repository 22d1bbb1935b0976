// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.verification.recordings;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** The deliveries of a recording, as they came or in an order that Event Grid might have chosen. */
final class Order {
    private static final int LONGEST_DELIVERY = 40;

    private Order() {}

    /** One delivery a POST, as the extension sends. */
    static List<List<JsonNode>> recorded(Recording recording) {
        List<List<JsonNode>> deliveries = new ArrayList<>();
        for (Recording.Post post : recording.posts()) {
            List<JsonNode> events = new ArrayList<>();
            post.body().forEach(events::add);
            deliveries.add(events);
        }
        return deliveries;
    }

    /** Shuffled, about every fourth event up to three times more, and cut into deliveries of any length. */
    static List<List<JsonNode>> shuffled(Recording recording, long seed) {
        Random random = new Random(seed);
        List<JsonNode> events = new ArrayList<>();
        recorded(recording).forEach(events::addAll);
        for (JsonNode event : List.copyOf(events)) {
            int more = random.nextInt(4) == 0 ? 1 + random.nextInt(3) : 0;
            events.addAll(Collections.nCopies(more, event));
        }
        Collections.shuffle(events, random);
        List<List<JsonNode>> deliveries = new ArrayList<>();
        int longest = 1 + random.nextInt(LONGEST_DELIVERY);
        for (int from = 0; from < events.size(); ) {
            int to = Math.min(events.size(), from + 1 + random.nextInt(longest));
            deliveries.add(events.subList(from, to));
            from = to;
        }
        return deliveries;
    }
}
