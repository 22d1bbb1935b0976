// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.store.azuretables;

import com.azure.data.tables.models.TableEntity;
import io.hubgate.store.Deadline;
import io.hubgate.store.StoreUnavailableException;
import java.util.ArrayList;
import java.util.List;

/**
 * Moves what was heard of a hub before it was claimed into its own table. Rows are copied in the order of their keys, and each transaction notes
 * in the target's summary how far it came; a second mover goes on from there, and a slow one loses its condition.
 */
final class Mover {
    private static final int ATTEMPTS = 200;
    /** After all keys: everything of this partition has come. */
    private static final String ALL = "~";

    private final Line line;
    private final Names names;
    private final Summaries summaries;
    private final SharedPlace shared;

    Mover(Line line, Names names, Summaries summaries, SharedPlace shared) {
        this.line = line;
        this.names = names;
        this.summaries = summaries;
        this.shared = shared;
    }

    /** Moves everything; false if the table is gone meanwhile. */
    boolean move(Place target, Deadline deadline) {
        Summary source = shared.fence(target.hub(), target.table(), deadline);
        Tally tally = source.tally();
        if (tally == null) {
            return true;
        }
        List<List<RecordText>> parts = new ArrayList<>();
        for (int p = 0; p < target.partitions(); p++) {
            parts.add(new ArrayList<>());
        }
        for (TableEntity row : shared.instances(target.hub(), deadline)) {
            RecordText text = Draft.record(row);
            parts.get(target.numberOf(text.record().id())).add(text);
        }
        boolean there = true;
        for (int p = 0; p < target.partitions() && there; p++) {
            // The sums of the shared place go to the first partition; the others begin with its times and nothing
            // counted.
            Tally begin = p == 0 ? tally : tally.uncounted();
            there = (p > 0 && parts.get(p).isEmpty()) || copy(target, p, parts.get(p), begin, deadline);
        }
        return there;
    }

    private boolean copy(Place target, int number, List<RecordText> rows, Tally begin, Deadline deadline) {
        String partition = target.partition(number);
        for (int attempt = 0; attempt < ATTEMPTS + rows.size(); attempt++) {
            Summary now = summaries.read(target.table(), partition, deadline);
            if (now.mark().equals(ALL)) {
                return true;
            }
            Tally tally = now.tally();
            Draft draft = new Draft(partition, now, tally == null ? begin : tally, names.newWrite());
            draft.mark(ALL);
            for (RecordText text : rows) {
                String key = Keys.of(text.record().id());
                if (key.compareTo(now.mark()) > 0) {
                    if (!draft.hasRoom()) {
                        break;
                    }
                    draft.place(text.record(), null);
                    draft.mark(key);
                }
            }
            if (rows.isEmpty()
                    || draft.summary()
                            .mark()
                            .equals(Keys.of(rows.get(rows.size() - 1).record().id()))) {
                draft.mark(ALL);
            }
            if (line.transact(target.table(), draft.changes(), deadline) instanceof Outcome.NoTable) {
                return false;
            }
        }
        throw new StoreUnavailableException("lost too many races for the claim of hub " + target.hub());
    }
}
