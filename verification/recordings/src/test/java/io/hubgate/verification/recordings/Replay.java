// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.verification.recordings;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.hubgate.Hubgate;
import io.hubgate.eventgrid.WebhookHandler;
import io.hubgate.eventgrid.WebhookRequest;
import io.hubgate.eventgrid.WebhookResponse;
import io.hubgate.eventgrid.WebhookSettings;
import io.hubgate.model.InstanceId;
import io.hubgate.model.TaskHubName;
import io.hubgate.store.Deadline;
import io.hubgate.store.TrackedHub;
import io.hubgate.store.inmemory.InMemoryAppStore;
import io.hubgate.store.inmemory.InMemoryInstanceStore;
import io.hubgate.tracking.InstanceRecord;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** A recording on its way through webhook and tracker into a store in memory, all of it received at one moment. */
final class Replay {
    private static final Map<String, String> JSON = Map.of("Content-Type", "application/json; charset=utf-8");

    private final PlainModel known = new PlainModel();
    private final InstantSource clock;
    private final InMemoryInstanceStore instances = InMemoryInstanceStore.create();
    private final WebhookHandler webhook;

    Replay(Recording recording) {
        Instant end = recording.posts().stream()
                .map(Recording.Post::receivedAt)
                .max(Instant::compareTo)
                .orElse(Instant.EPOCH);
        clock = InstantSource.fixed(end.plusSeconds(60));
        Hubgate hubgate =
                Hubgate.builder(new InMemoryAppStore(), instances).clock(clock).build();
        webhook = new WebhookHandler(
                (events, deadline) -> hubgate.take(events, deadline.left()), WebhookSettings.defaults(), clock);
    }

    void deliver(List<JsonNode> events) {
        events.forEach(known::add);
        byte[] body = events.toString().getBytes(StandardCharsets.UTF_8);
        WebhookResponse answer = webhook.handle(new WebhookRequest("POST", JSON, Map.of(), body));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).isEqualTo("{\"accepted\":" + events.size() + ",\"ignored\":0,\"quarantined\":0}");
    }

    Set<String> active(String hub) {
        Set<String> ids = new TreeSet<>();
        instances
                .read(new TaskHubName(hub), deadline())
                .orElseThrow()
                .active()
                .forEach(record -> ids.add(record.id().value()));
        return ids;
    }

    Tracked tracked() {
        Map<String, TrackedHub> hubs = new HashMap<>();
        Map<String, Map<InstanceId, InstanceRecord>> all = new HashMap<>();
        for (String hub : known.hubs()) {
            TrackedHub tracked =
                    instances.read(new TaskHubName(hub), deadline()).orElseThrow();
            List<InstanceRecord> active = new ArrayList<>(tracked.active());
            active.sort(Comparator.comparing(InstanceRecord::id));
            hubs.put(hub, new TrackedHub(active, tracked.traffic()));
            all.put(hub, instances(new TaskHubName(hub), known.instances(hub)));
        }
        return new Tracked(hubs, all);
    }

    private Map<InstanceId, InstanceRecord> instances(TaskHubName hub, Set<String> ids) {
        Map<InstanceId, InstanceRecord> found = new HashMap<>();
        for (String id : ids) {
            instances
                    .find(hub, List.of(new InstanceId(id)), deadline())
                    .forEach((instance, record) -> found.put(instance, record.value()));
        }
        return found;
    }

    private Deadline deadline() {
        return Deadline.in(Duration.ofSeconds(10), clock);
    }
}
