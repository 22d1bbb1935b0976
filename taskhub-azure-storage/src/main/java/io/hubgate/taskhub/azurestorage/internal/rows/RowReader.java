// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.taskhub.azurestorage.internal.rows;

import com.azure.data.tables.TableAsyncClient;
import com.azure.data.tables.models.ListEntitiesOptions;
import com.azure.data.tables.models.TableEntity;
import io.hubgate.model.ExecutionId;
import io.hubgate.model.InstanceId;
import io.hubgate.model.RuntimeStatus;
import io.hubgate.taskhub.Depth;
import io.hubgate.taskhub.HubInstance;
import io.hubgate.taskhub.azurestorage.internal.client.Connection;
import io.hubgate.taskhub.azurestorage.internal.client.Pages;
import io.hubgate.taskhub.azurestorage.internal.layout.HubPlace;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reads the table of instances: single rows, and all that are open. */
public final class RowReader {
    /** How many instances of one request are read one by one; further ones are told as neither found nor absent. */
    public static final int MOST_POINT_READS = 5000;

    /** How many histories are read to explain active rows. */
    public static final int MOST_EXPLAINED = 200;

    /** How many are read to find stale rows, where nobody asked for an explanation. */
    public static final int MOST_CHECKED = 50;

    private static final int RANGES_AT_ONCE = 4;
    private static final int POINTS_AT_ONCE = 8;
    private static final Set<RuntimeStatus> MAY_BE_STALE = Set.of(RuntimeStatus.RUNNING, RuntimeStatus.SUSPENDED);

    private final Connection account;
    private final TableAsyncClient table;
    private final HistoryReader histories;
    private final Parentage parentage;
    private final RowTally tally;
    private final Instant began;

    /**
     * Creates a reader.
     *
     * @param place the hub
     * @param began the service's clock when the look began
     * @param tally what keeps the rows
     */
    public RowReader(HubPlace place, Instant began, RowTally tally) {
        this.account = place.tracking();
        this.table = account.tables().getTableClient(place.instances());
        this.histories = new HistoryReader(place);
        this.parentage = new Parentage(place);
        this.tally = tally;
        this.began = began;
    }

    /**
     * Reads the rows of suspects.
     *
     * @param suspects instances that blocked last time
     * @param stop whether one that is alive is enough
     * @return true if the look may end here
     */
    public Mono<Boolean> suspects(List<InstanceId> suspects, boolean stop) {
        Flux<Boolean> reads = Flux.fromIterable(suspects)
                .take(MOST_POINT_READS)
                .concatMap(id -> point(id).then(Mono.fromSupplier(() -> stop && tally.suspectsLive())))
                .takeUntil(live -> live);
        return account.named(reads.any(live -> live).doOnNext(live -> {
            if (live) {
                tally.stopAtSuspects();
            }
        }));
    }

    /**
     * Scans the table in ranges side by side.
     *
     * @param stop whether the first thing that stands against READY is enough
     * @return true if the scan came to its end
     */
    public Mono<Boolean> scan(boolean stop) {
        // Merging hands over one page at a time, whichever range it is of: the tally needs no lock.
        return toTheEnd(Flux.fromIterable(RowFilters.ranges())
                .flatMap(range -> pages("(" + range + ") and " + RowFilters.open(began)), RANGES_AT_ONCE, 1)
                .map(page -> {
                    tally.take(page);
                    return stop && tally.isBlocked();
                }));
    }

    /**
     * Tells of open rows that name no hub, in tables that several use, whose they are.
     *
     * @param stop whether the first thing that stands against READY is enough
     * @return true if all of them were told of
     */
    public Mono<Boolean> nameless(boolean stop) {
        return toTheEnd(Flux.fromIterable(tally.nameless())
                .flatMap(row -> parentage.isAnothers(row).map(anothers -> Map.entry(row, anothers)), POINTS_AT_ONCE)
                .map(told -> {
                    tally.told(told.getKey(), told.getValue());
                    return stop && tally.isBlocked();
                }));
    }

    /** Reads on until something is found that is enough; true if nothing was. */
    private Mono<Boolean> toTheEnd(Flux<Boolean> enough) {
        return account.named(enough.any(found -> found).map(found -> !found));
    }

    /**
     * Reads the rows of tracked instances, of holders of locks and of others that the scan did not meet.
     *
     * @param others whose rows are to be told too
     * @return when done
     */
    public Mono<Void> unread(Set<InstanceId> others) {
        return account.named(Flux.fromIterable(tally.unread(others))
                .take(MOST_POINT_READS)
                .flatMap(this::rowsOf, POINTS_AT_ONCE)
                .doOnNext(read -> tally.point(read.id, read.rows))
                .then());
    }

    /**
     * Reads the histories that tell what active rows wait for, whether they are stale, and whether terminated starts have begun. To stop at the
     * first blocker, one is read if it is all that stands against READY so far.
     *
     * @param depth how far to look
     * @return when done
     */
    public Mono<Void> histories(Depth depth) {
        List<InstanceRow> active = tally.active().stream()
                .filter(row -> depth == Depth.EXPLAIN
                        || MAY_BE_STALE.contains(row.instance().status()))
                .sorted(Comparator.comparing(RowReader::lastProgress))
                .limit(most(depth))
                .toList();
        List<InstanceRow> scheduled =
                tally.scheduledAgain().stream().limit(MOST_EXPLAINED).toList();
        return account.named(Flux.concat(Flux.fromIterable(active), Flux.fromIterable(scheduled))
                .flatMap(this::explained, POINTS_AT_ONCE)
                .doOnNext(told -> tally.explained(told.row, told.instance))
                .then());
    }

    private int most(Depth depth) {
        if (depth == Depth.EXPLAIN) {
            return MOST_EXPLAINED;
        }
        if (depth == Depth.WHOLE) {
            return MOST_CHECKED;
        }
        return tally.active().size() == 1 ? 1 : 0;
    }

    private static Instant lastProgress(InstanceRow row) {
        Instant updated = row.instance().updatedAt();
        return updated == null ? Instant.EPOCH : updated;
    }

    private Mono<Told> explained(InstanceRow row) {
        ExecutionId generation = row.instance().executionId();
        return generation == null
                ? Mono.empty()
                : histories
                        .read(row.key(), generation)
                        .map(history -> new Told(row, row.instance().with(history)));
    }

    private Mono<Void> point(InstanceId id) {
        return rowsOf(id).doOnNext(read -> tally.point(id, read.rows)).then();
    }

    /** By the escaped key, and where nothing is there and the raw id is another key, by that: rows of old versions. */
    private Mono<PointRead> rowsOf(InstanceId id) {
        String raw = id.value();
        String escaped = KeyCode.escape(raw);
        Mono<List<TableEntity>> rows = byKey(escaped);
        if (!escaped.equals(raw) && raw.equals(raw.replaceAll("[/\\\\#?\\p{Cntrl}]", ""))) {
            rows = rows.flatMap(found -> found.isEmpty() ? byKey(raw) : Mono.just(found));
        }
        return rows.map(found -> new PointRead(id, found));
    }

    private Mono<List<TableEntity>> byKey(String key) {
        return pages("PartitionKey eq " + KeyCode.quoted(key) + " and RowKey eq ''")
                .filter(page -> !page.isEmpty())
                .next()
                .defaultIfEmpty(List.of());
    }

    private Flux<List<TableEntity>> pages(String filter) {
        return Pages.of(
                table.listEntities(new ListEntitiesOptions().setFilter(filter).setSelect(InstanceRow.COLUMNS)));
    }

    private record PointRead(InstanceId id, List<TableEntity> rows) {}

    private record Told(InstanceRow row, HubInstance instance) {}
}
