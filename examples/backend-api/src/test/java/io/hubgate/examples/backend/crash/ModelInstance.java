// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.examples.backend.crash;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** What is known of one instance, without any of Hubgate's code: its events in the order of their times. */
record ModelInstance(String id, List<LoadEvent> events) {
    /** What an answer may say of an instance. */
    enum Must {
        BE_ACTIVE,
        BE_FINISHED,
        BE_EITHER
    }

    /**
     * What a backend has to say that was asked at one tick and answered at another: the latest event that was acknowledged before the question
     * counts, or one that was on its way by the time of the answer and is later.
     */
    Must between(long asked, long answered) {
        int known = events.size() - 1;
        while (known >= 0 && !events.get(known).wasAcknowledgedBy(asked)) {
            known--;
        }
        boolean maybeActive = known >= 0 && events.get(known).isActive();
        boolean maybeFinished = !maybeActive;
        for (LoadEvent later : events.subList(known + 1, events.size())) {
            if (later.wasSentBy(answered)) {
                maybeActive |= later.isActive();
                maybeFinished |= !later.isActive();
            }
        }
        if (maybeActive && maybeFinished) {
            return Must.BE_EITHER;
        }
        return maybeActive ? Must.BE_ACTIVE : Must.BE_FINISHED;
    }

    private LoadEvent last() {
        return events.get(events.size() - 1);
    }

    boolean endsActive() {
        return last().isActive();
    }

    /** How a backend lists it once it has all events. */
    String listing() {
        int first = events.stream()
                .filter(LoadEvent::isActive)
                .mapToInt(LoadEvent::second)
                .min()
                .orElseThrow();
        boolean restarts = events.stream().anyMatch(event -> !event.isActive());
        return String.join(
                " ",
                id,
                last().status(),
                Integer.toString(last().second()),
                Integer.toString(first),
                Boolean.toString(restarts));
    }

    /** The same of an answer. */
    static String listing(JsonNode instance) {
        return String.join(
                " ",
                instance.get("instanceId").asText(),
                instance.get("runtimeStatus").asText(),
                Integer.toString(ModelHub.second(instance.get("since").asText())),
                Integer.toString(ModelHub.second(instance.get("firstSeen").asText())),
                instance.get("restarts").asText());
    }
}
