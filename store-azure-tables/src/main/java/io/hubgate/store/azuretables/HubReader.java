// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.store.azuretables;

import com.azure.data.tables.models.TableEntity;
import io.hubgate.model.InstanceId;
import io.hubgate.store.Deadline;
import io.hubgate.store.TrackedHub;
import io.hubgate.tracking.InstanceRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Reads what is active of a hub: one range of summary and index rows for each partition, all at once. */
final class HubReader {
    private static final int PAGE = 1000;

    private final Line line;

    HubReader(Line line) {
        this.line = line;
    }

    Optional<TrackedHub> read(Place place, Deadline deadline) {
        List<Range> ranges = IntStream.range(0, place.partitions())
                .mapToObj(p -> new Range(place.table(), place.partition(p), Summary.ROW, Summary.END))
                .toList();
        List<Rows> pages = line.pages(ranges, deadline);
        Map<InstanceId, InstanceRecord> active = new HashMap<>();
        Tally sum = null;
        for (int i = 0; i < ranges.size(); i++) {
            sum = add(pages.get(i).rows(), sum, active);
            if (pages.get(i).token() != null) {
                sum = add(rest(ranges.get(i), pages.get(i).token(), deadline), sum, active);
            }
        }
        if (sum == null) {
            return Optional.empty();
        }
        long orchestrations =
                active.keySet().stream().filter(id -> !id.isEntity()).count();
        return Optional.of(new TrackedHub(List.copyOf(active.values()), sum.traffic(orchestrations)));
    }

    /**
     * Reads the pages after the first. Pages are not of one moment: an instance may have gone from the index into the summary meanwhile, so that is
     * read once more, last. What was active at either look counts.
     */
    private List<TableEntity> rest(Range range, @Nullable String first, Deadline deadline) {
        List<TableEntity> rows = new ArrayList<>();
        String token = first;
        while (token != null) {
            Rows page = line.page(range, PAGE, token, deadline);
            rows.addAll(page.rows());
            token = page.token();
        }
        line.get(range.table(), range.partition(), Summary.ROW, deadline).ifPresent(row -> {
            Summary last = Summary.of(row);
            rows.add(new Summary(last.etag(), "", null, last.active(), "").entity(range.partition()));
        });
        return rows;
    }

    private static @Nullable Tally add(
            List<TableEntity> rows, @Nullable Tally sum, Map<InstanceId, InstanceRecord> active) {
        Tally total = sum;
        for (TableEntity row : rows) {
            if (row.getRowKey().equals(Summary.ROW)) {
                Summary summary = Summary.of(row);
                summary.records().forEach(record -> active.put(record.id(), record));
                Tally tally = summary.tally();
                total = total == null || tally == null ? (tally == null ? total : tally) : total.plus(tally);
            } else {
                InstanceRecord record = Draft.record(row).record();
                active.put(record.id(), record);
            }
        }
        return total;
    }
}
