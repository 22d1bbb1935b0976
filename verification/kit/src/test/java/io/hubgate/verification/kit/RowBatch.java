// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.verification.kit;

import io.hubgate.model.InstanceId;
import io.hubgate.store.InstanceBatch;
import io.hubgate.store.InstanceWrite;
import io.hubgate.store.WriteResult;
import io.hubgate.tracking.InstanceRecord;
import io.hubgate.tracking.Traffic;
import io.hubgate.verification.kit.RowService.Change;
import io.hubgate.verification.kit.RowService.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a batch changes, and what it comes to, given what a look found. */
final class RowBatch {
    private final InstanceBatch batch;
    private final Function<InstanceId, String> keys;
    private final Map<String, Row> found;
    private final List<Change> changes = new ArrayList<>();
    private final List<@Nullable WriteResult> refusals = new ArrayList<>();

    RowBatch(InstanceBatch batch, Function<InstanceId, String> keys, List<Row> found) {
        this.batch = batch;
        this.keys = keys;
        this.found = RowInstanceStore.byKey(found);
        decide();
    }

    /** All changes of one transaction, which ends with the traffic. */
    List<Change> changes() {
        return changes;
    }

    List<WriteResult> results(long version) {
        List<WriteResult> results = new ArrayList<>();
        for (WriteResult refusal : refusals) {
            results.add(refusal == null ? new WriteResult.Written(RowAppStore.revision(version)) : refusal);
        }
        return results;
    }

    private void decide() {
        Row counted = found.get(RowInstanceStore.TRAFFIC + batch.partition());
        Traffic traffic = Traffics.hear(counted == null ? null : (Traffic) counted.value(), batch);
        for (InstanceWrite write : batch.writes()) {
            Row row = found.get(
                    RowInstanceStore.RECORDS + keys.apply(write.record().id()));
            WriteResult refusal = refusal(row, write);
            refusals.add(refusal);
            if (refusal == null) {
                change(row, write.record());
                traffic = Traffics.change(traffic, row == null ? null : (InstanceRecord) row.value(), write.record());
            }
        }
        long seen = counted == null ? Change.ABSENT : counted.version();
        changes.add(new Change(RowInstanceStore.TRAFFIC + batch.partition(), traffic, seen));
    }

    private static @Nullable WriteResult refusal(@Nullable Row row, InstanceWrite write) {
        if (write.expected() == null) {
            return row == null ? null : new WriteResult.AlreadyExists();
        }
        if (row == null) {
            return new WriteResult.NotFound();
        }
        boolean same = row.version() == RowAppStore.version(write.expected());
        return same ? null : new WriteResult.RevisionMismatch();
    }

    private void change(@Nullable Row row, InstanceRecord record) {
        String key = keys.apply(record.id());
        changes.add(new Change(RowInstanceStore.RECORDS + key, record, row == null ? Change.ABSENT : row.version()));
        changes.add(new Change(RowInstanceStore.INDEX + key, record.isActive() ? record : null, Change.ANY));
    }
}
