// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.store.azuretables;

import static org.assertj.core.api.Assertions.assertThat;

import com.azure.core.http.HttpPipelineCallContext;
import com.azure.core.http.HttpPipelineNextPolicy;
import com.azure.core.http.HttpResponse;
import com.azure.core.http.policy.HttpPipelinePolicy;
import io.hubgate.model.InstanceId;
import io.hubgate.model.OrchestratorName;
import io.hubgate.model.RuntimeStatus;
import io.hubgate.model.TaskHubName;
import io.hubgate.rule.Rule;
import io.hubgate.store.Deadline;
import io.hubgate.store.InstanceBatch;
import io.hubgate.store.InstanceStore;
import io.hubgate.store.InstanceWrite;
import io.hubgate.store.WriteResult;
import io.hubgate.tracking.InstanceRecord;
import io.hubgate.tracking.LifecycleEvent;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/** What a read asks of the service, by its own requests. */
class ReadCostTest {
    private static final TaskHubName HUB = new TaskHubName("orders417");
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final int ACTIVE = 100;
    private static final int ROOM_OF_A_SUMMARY = 2500;

    @Test
    @Rule("S-8")
    void a_read_asks_for_one_row_and_one_range_of_each_partition_whatever_has_finished() {
        Recorder recorder = new Recorder();
        try (AzureTableStores stores = TablesFixture.builder(TablesFixture.freshPrefix())
                .addPolicy(recorder)
                .build()) {
            InstanceStore store = stores.instances();
            create(store, "active", ACTIVE, RuntimeStatus.RUNNING);
            create(store, "done", 1500, RuntimeStatus.COMPLETED);
            recorder.clear();
            assertThat(store.read(HUB, soon()).orElseThrow().active()).hasSize(ACTIVE);
            assertThat(recorder.urls).hasSizeLessThanOrEqualTo(Place.PARTITIONS + 2);
            assertThat(recorder.rows.get()).isLessThanOrEqualTo(ACTIVE + Place.PARTITIONS + 2);
            assertThat(recorder.urls)
                    .filteredOn(url -> url.contains("$filter"))
                    .hasSize(Place.PARTITIONS)
                    .allMatch(url -> url.contains(
                            "$filter=PartitionKey eq '" + url.replaceAll(".*PartitionKey eq '(\\d)'.*", "$1")
                                    + "' and RowKey ge '0' and RowKey lt 'b'&"));
        }
    }

    @Test
    @Rule("S-8")
    void instances_that_a_summary_has_no_room_for_are_listed_by_rows_until_they_finish() {
        try (AzureTableStores stores =
                TablesFixture.builder(TablesFixture.freshPrefix()).build()) {
            InstanceStore store = stores.instances();
            create(store, "active", ROOM_OF_A_SUMMARY, RuntimeStatus.RUNNING);
            assertThat(store.read(HUB, soon()).orElseThrow().active()).hasSize(ROOM_OF_A_SUMMARY);
            for (int from = 0; from < ROOM_OF_A_SUMMARY; from += 25) {
                finish(store, "active-" + from);
            }
            assertThat(store.read(HUB, soon()).orElseThrow().active()).hasSize(ROOM_OF_A_SUMMARY * 24 / 25);
        }
    }

    private static Deadline soon() {
        return Deadline.in(Duration.ofMinutes(5), InstantSource.fixed(NOON));
    }

    private static InstanceRecord record(String id, RuntimeStatus status) {
        return InstanceRecord.of(
                new LifecycleEvent(HUB, new InstanceId(id), new OrchestratorName("Checkout"), status, NOON, ""), NOON);
    }

    private static void create(InstanceStore store, String prefix, int count, RuntimeStatus status) {
        Map<Integer, List<InstanceWrite>> partitions = new HashMap<>();
        for (int n = 0; n < count; n++) {
            InstanceRecord record = record(prefix + "-" + n, status);
            partitions
                    .computeIfAbsent(store.partitionOf(HUB, record.id()), none -> new ArrayList<>())
                    .add(new InstanceWrite(record, null));
        }
        partitions.forEach((partition, writes) -> {
            for (int from = 0; from < writes.size(); from += store.maxBatch()) {
                List<InstanceWrite> some = writes.subList(from, Math.min(writes.size(), from + store.maxBatch()));
                InstanceBatch batch = new InstanceBatch(HUB, partition, true, some, NOON, NOON);
                assertThat(store.write(batch, soon())).allMatch(WriteResult::isWritten);
            }
        });
    }

    private static void finish(InstanceStore store, String id) {
        InstanceId instance = new InstanceId(id);
        InstanceWrite write = new InstanceWrite(
                record(id, RuntimeStatus.COMPLETED),
                Objects.requireNonNull(
                                store.find(HUB, List.of(instance), soon()).get(instance))
                        .revision());
        InstanceBatch batch =
                new InstanceBatch(HUB, store.partitionOf(HUB, instance), true, List.of(write), NOON, NOON);
        assertThat(store.write(batch, soon())).allMatch(WriteResult::isWritten);
    }

    /** Remembers what was asked, readable, and how many entities came back. */
    private static final class Recorder implements HttpPipelinePolicy {
        private final List<String> urls = Collections.synchronizedList(new ArrayList<>());
        private final AtomicLong rows = new AtomicLong();

        void clear() {
            urls.clear();
            rows.set(0);
        }

        @Override
        public Mono<HttpResponse> process(HttpPipelineCallContext context, HttpPipelineNextPolicy next) {
            urls.add(URLDecoder.decode(context.getHttpRequest().getUrl() + "&", StandardCharsets.UTF_8));
            return next.process()
                    .map(HttpResponse::buffer)
                    .flatMap(response -> response.getBodyAsString()
                            .doOnNext(body -> rows.addAndGet(body.split("\"RowKey\":", -1).length - 1L))
                            .thenReturn(response));
        }
    }
}
