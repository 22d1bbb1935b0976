// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.benchmarks.tables;

import io.hubgate.delivery.IncomingEvent;
import io.hubgate.model.InstanceId;
import io.hubgate.model.OrchestratorName;
import io.hubgate.model.RuntimeStatus;
import io.hubgate.model.TaskHubName;
import io.hubgate.tracking.LifecycleEvent;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Instances of one hub that begin, and end when 200 others have begun after them: each event changes one row. */
record Lives(TaskHubName hub, List<LifecycleEvent> events) {
    private static final int AT_A_TIME = 200;

    static Lives of(TaskHubName hub, int events) {
        Instant begin = InstantSource.system().instant().minus(Duration.ofHours(1));
        List<LifecycleEvent> all = new ArrayList<>(events);
        List<InstanceId> ids = new ArrayList<>();
        for (int n = 0; all.size() < events; n++) {
            ids.add(new InstanceId(UUID.randomUUID().toString().replace("-", "")));
            all.add(event(hub, ids.get(n), RuntimeStatus.RUNNING, begin.plusNanos(n * 100_000L)));
            if (n >= AT_A_TIME && all.size() < events) {
                InstanceId old = ids.get(n - AT_A_TIME);
                all.add(event(hub, old, RuntimeStatus.COMPLETED, begin.plusNanos(n * 100_000L + 50_000)));
            }
        }
        return new Lives(hub, all);
    }

    private static LifecycleEvent event(TaskHubName hub, InstanceId id, RuntimeStatus status, Instant at) {
        return new LifecycleEvent(hub, id, new OrchestratorName("CheckoutOrchestrator"), status, at, "");
    }

    /** Deliveries as a parser makes them. */
    List<List<IncomingEvent>> parsed(int size) {
        List<List<IncomingEvent>> deliveries = new ArrayList<>();
        for (int from = 0; from < events.size(); from += size) {
            List<IncomingEvent> delivery = new ArrayList<>();
            events.subList(from, Math.min(events.size(), from + size))
                    .forEach(event -> delivery.add(new IncomingEvent.Parsed(event)));
            deliveries.add(delivery);
        }
        return deliveries;
    }

    /** Deliveries as Event Grid sends them. */
    List<byte[]> json(int size) {
        List<byte[]> deliveries = new ArrayList<>();
        for (int from = 0; from < events.size(); from += size) {
            StringBuilder json = new StringBuilder("[");
            for (LifecycleEvent event : events.subList(from, Math.min(events.size(), from + size))) {
                json.append(json.length() == 1 ? "" : ",").append(json(event));
            }
            deliveries.add(json.append(']').toString().getBytes(StandardCharsets.UTF_8));
        }
        return deliveries;
    }

    private static String json(LifecycleEvent event) {
        String status = event.status().word();
        return "{\"id\":\"" + UUID.randomUUID() + "\",\"subject\":\"durable/orchestrator/" + status
                + "\",\"data\":{\"hubName\":\"" + event.hub() + "\",\"functionName\":\"" + event.function()
                + "\",\"instanceId\":\"" + event.instance() + "\",\"reason\":\"\",\"runtimeStatus\":\"" + status
                + "\"},\"eventType\":\"orchestratorEvent\",\"eventTime\":\"" + event.eventTime()
                + "\",\"dataVersion\":\"1.0\",\"metadataVersion\":\"1\",\"topic\":\"/subscriptions/"
                + "0b54f5ac-0000-4000-8000-000000000000/resourceGroups/shop/providers/Microsoft.EventGrid"
                + "/topics/lifecycle\"}";
    }
}
