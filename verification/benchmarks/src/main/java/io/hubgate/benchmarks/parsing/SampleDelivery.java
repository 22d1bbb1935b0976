// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.benchmarks.parsing;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** Bodies to parse. */
final class SampleDelivery {
    private SampleDelivery() {}

    /** Events as Event Grid delivers them: every second one ends an instance, each has an id and a time of its own. */
    static byte[] of(int events) {
        return of(events, "PlaceOrder");
    }

    /** Does as {@link #of(int)}, with this function name in each event. */
    static byte[] of(int events, String function) {
        StringBuilder json = new StringBuilder("[");
        Instant time = Instant.parse("2026-11-23T04:47:09.6980605Z");
        for (int i = 0; i < events; i++) {
            String status = i % 2 == 0 ? "Running" : "Completed";
            json.append(i == 0 ? "" : ",")
                    .append("{\"id\":\"93bb0092-f7c8-408f-9a6f-%012x\",".formatted(i))
                    .append("\"subject\":\"durable/orchestrator/")
                    .append(status)
                    .append("\",\"data\":{\"hubName\":\"OrdersV1\",\"functionName\":\"")
                    .append(function)
                    .append("\",\"instanceId\":\"")
                    .append("%032x".formatted(i * 7919L))
                    .append("\",\"reason\":\"\",\"runtimeStatus\":\"")
                    .append(status)
                    .append("\"},\"eventType\":\"orchestratorEvent\",\"eventTime\":\"")
                    .append(time.plusNanos(i * 1_234_500L))
                    .append("\",\"dataVersion\":\"1.0\",\"metadataVersion\":\"1\",\"topic\":\"/subscriptions/")
                    .append("0b54f5ac-0000-4000-8000-000000000000/resourceGroups/shop/providers/Microsoft.EventGrid")
                    .append("/topics/lifecycle\"}");
        }
        return json.append(']').toString().getBytes(StandardCharsets.UTF_8);
    }
}
