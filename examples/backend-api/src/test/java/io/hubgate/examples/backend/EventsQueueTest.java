// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.examples.backend;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.azure.storage.queue.QueueClient;
import com.azure.storage.queue.QueueServiceClient;
import com.azure.storage.queue.QueueServiceClientBuilder;
import io.hubgate.examples.backend.contract.ContractHttp;
import io.hubgate.examples.backend.contract.Reply;
import io.hubgate.examples.backend.settings.Setting;
import io.hubgate.rule.Rule;
import io.hubgate.verification.azurite.Azurite;
import java.time.Duration;
import java.util.Base64;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The backend with a queue that brings events: what is taken out of it is kept, even by a process that is killed. */
@Timeout(600)
class EventsQueueTest {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration STOP_WITHIN = Duration.ofMinutes(1);
    private static final long MESSAGES = 320;

    private Azurite azurite;
    private QueueServiceClient service;
    private QueueClient queue;

    @BeforeEach
    void startAzurite() {
        azurite = Azurite.inMemory();
        service = new QueueServiceClientBuilder()
                .connectionString(azurite.account().connectionString())
                .buildClient();
        queue = service.createQueue("hubgate-events");
    }

    @AfterEach
    void endAzurite() {
        azurite.close();
    }

    private BackendProcess process() {
        return BackendProcess.start(Map.of(
                "HUBGATE_STORE", "azure-tables",
                "HUBGATE_STORAGE_CONNECTION_STRING", azurite.account().connectionString(),
                "HUBGATE_EVENTS_QUEUE", queue.getQueueName()));
    }

    private RunningBackend backend(Map<Setting, String> more) {
        Map<Setting, String> settings = new EnumMap<>(Map.of(
                Setting.STORE,
                "azure-tables",
                Setting.STORAGE_CONNECTION_STRING,
                azurite.account().connectionString()));
        settings.putAll(more);
        return RunningBackend.start(settings);
    }

    private static Set<String> kept(ContractHttp http, String hub) {
        Set<String> ids = new HashSet<>();
        Reply page = http.get("/api/taskhubs/" + hub + "/instances?limit=1000");
        page.json()
                .at("/instances")
                .forEach(node -> ids.add(node.get("instanceId").asText()));
        return ids;
    }

    private long left() {
        return queue.getProperties().getApproximateMessagesCountLong();
    }

    private void awaitAtMost(long messages) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (left() > messages) {
            assertThat(System.nanoTime())
                    .as("time until %d messages are left", messages)
                    .isLessThan(end);
        }
    }

    @Test
    @Rule({"E-4", "R-8"})
    void brings_events_and_moves_aside_what_is_none() {
        queue.sendMessage(Events.running("orders0", "plain"));
        queue.sendMessage(Base64.getEncoder()
                .encodeToString(Events.running("orders0", "coded").getBytes(UTF_8)));
        queue.sendMessage("no event");
        try (RunningBackend backend = backend(Map.of(Setting.EVENTS_QUEUE, queue.getQueueName()))) {
            ContractHttp http = backend.http();
            awaitAtMost(0);
            assertThat(kept(http, "orders0")).containsExactlyInAnyOrder("plain", "coded");
            String poison = service.getQueueClient("hubgate-events-poison")
                    .receiveMessage()
                    .getBody()
                    .toString();
            assertThat(poison).contains("\"reason\":").contains("no event");
            assertThat(http.get("/api/events/quarantine").at("/items/0/excerpt"))
                    .contains("no event");
        }
    }

    @Test
    @Rule("E-4")
    void is_left_in_good_order_by_one_that_is_told_to_stop_and_loses_nothing_by_one_that_is_killed()
            throws InterruptedException {
        for (int i = 0; i < MESSAGES; i++) {
            queue.sendMessage(Events.running("orders0", "order-" + i));
        }
        try (RunningBackend reader = backend(Map.of());
                BackendProcess told = process()) {
            awaitAtMost(MESSAGES * 3 / 4);
            assertThat(told.stops(STOP_WITHIN)).isTrue();
            assertThat(left())
                    .isEqualTo(MESSAGES - kept(reader.http(), "orders0").size());
            try (BackendProcess killed = process()) {
                awaitAtMost(MESSAGES / 2);
                killed.kill();
            }
            // What was kept and not deleted yet comes twice; nothing was deleted that is not kept.
            assertThat(MESSAGES - kept(reader.http(), "orders0").size()).isBetween(1L, left());
        }
    }
}
