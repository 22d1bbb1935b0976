// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.taskhub.azurestorage.internal.rows;

import com.azure.data.tables.TableAsyncClient;
import com.azure.data.tables.models.ListEntitiesOptions;
import com.azure.data.tables.models.TableEntity;
import io.hubgate.model.ExecutionId;
import io.hubgate.model.InstanceId;
import io.hubgate.taskhub.ControlQueues;
import io.hubgate.taskhub.InstanceHistory;
import io.hubgate.taskhub.OpenTimer;
import io.hubgate.taskhub.Wait;
import io.hubgate.taskhub.azurestorage.internal.client.Connection;
import io.hubgate.taskhub.azurestorage.internal.client.Pages;
import io.hubgate.taskhub.azurestorage.internal.layout.HubPlace;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Finds the timers of finished instances that explain hidden messages (rule R-16): terminal rows written within seven days whose messages go
 * through a queue that holds hidden ones, each one's history by its key. It is read although timers of the instance are remembered: those may
 * have been seen while it ran, and it may have created further ones since.
 */
public final class LeftoverReader {
    /** No timer is hidden for longer: the engine splits longer ones. */
    static final Duration LONGEST_HIDDEN = Duration.ofDays(7);

    private static final int RANGES_AT_ONCE = 2;
    private static final int HISTORIES_AT_ONCE = 8;

    private final Connection account;
    private final TableAsyncClient table;
    private final HistoryReader histories;
    private final HubPlace place;

    /**
     * Creates a reader.
     *
     * @param place the hub
     */
    public LeftoverReader(HubPlace place) {
        this.place = place;
        this.account = place.tracking();
        this.table = account.tables().getTableClient(place.instances());
        this.histories = new HistoryReader(place);
    }

    /**
     * Reads the timers.
     *
     * @param hiding the numbers of control queues that hold hidden messages
     * @param remembered timers that are known already
     * @param now the service's clock
     * @return remembered and newly read timers of those queues that are not due yet
     */
    public Mono<List<OpenTimer>> read(Set<Integer> hiding, List<OpenTimer> remembered, Instant now) {
        if (hiding.isEmpty()) {
            return Mono.just(List.of());
        }
        Flux<OpenTimer> read = Flux.fromIterable(RowFilters.ranges())
                .flatMap(range -> finished(range, now), RANGES_AT_ONCE, 1)
                .concatMapIterable(page -> page.stream()
                        .map(row -> candidate(row, hiding))
                        .flatMap(Stream::ofNullable)
                        .toList())
                .flatMap(this::timers, HISTORIES_AT_ONCE);
        return account.named(Flux.concat(Flux.fromIterable(remembered), read)
                .filter(timer ->
                        hiding.contains(timer.queue()) && timer.firesAt().isAfter(now))
                .distinct()
                .collectList());
    }

    private Flux<List<TableEntity>> finished(String range, Instant now) {
        String filter = "(" + range + ") and " + RowFilters.finishedSince(now.minus(LONGEST_HIDDEN));
        ListEntitiesOptions options = new ListEntitiesOptions()
                .setFilter(filter)
                .setSelect(List.of("PartitionKey", "RowKey", "Timestamp", "ExecutionId", "TaskHubName"));
        return Pages.of(table.listEntities(options));
    }

    private @Nullable Candidate candidate(TableEntity entity, Set<Integer> hiding) {
        InstanceRow row = InstanceRow.read(entity);
        if (row == null || row.instance().executionId() == null) {
            return null;
        }
        String hub = place.names().hub().value();
        // In tables that other hubs use too, a row that does not name this hub explains nothing (rule R-16).
        if (place.names().sharesTables() && !hub.equalsIgnoreCase(row.hub())) {
            return null;
        }
        InstanceId id = row.instance().id();
        int queue = ControlQueues.numberOf(id, place.controlQueues().size());
        return hiding.contains(queue)
                ? new Candidate(
                        row.key(), queue, new Generation(id, row.instance().executionId()))
                : null;
    }

    private Flux<OpenTimer> timers(Candidate candidate) {
        return histories
                .read(candidate.key, candidate.generation.executionId)
                .flatMapIterable(history -> open(candidate, history));
    }

    private static List<OpenTimer> open(Candidate candidate, InstanceHistory history) {
        if (history.endedAs() == null || !history.endedAs().isTerminal()) {
            return List.of();
        }
        return history.waits().stream()
                .filter(Wait.Timer.class::isInstance)
                .map(Wait.Timer.class::cast)
                .map(timer -> new OpenTimer(
                        candidate.queue,
                        candidate.generation.instance,
                        candidate.generation.executionId,
                        timer.timerId(),
                        timer.firesAt()))
                .toList();
    }

    private record Generation(InstanceId instance, ExecutionId executionId) {}

    private record Candidate(String key, int queue, Generation generation) {}
}
