// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.store.azuretables;

import com.azure.data.tables.models.TableEntity;
import io.hubgate.format.UnreadableDocumentException;
import io.hubgate.store.Deadline;
import io.hubgate.store.InstanceBatch;
import io.hubgate.store.InstanceWrite;
import io.hubgate.store.Revision;
import io.hubgate.store.StoreFullException;
import io.hubgate.store.StoreUnavailableException;
import io.hubgate.store.UnknownOutcomeException;
import io.hubgate.store.WriteResult;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes one batch into one partition, in as few transactions as the service allows. What loses its race is told apart by a look at its row, and
 * the others go on. Belongs to one thread and one batch.
 */
final class PartitionWriter {
    /** Somebody else made progress each time, so this is far more than a sound service needs. */
    private static final int ATTEMPTS = 200;

    private final Line line;
    private final Names names;
    private final Summaries summaries;
    private final Quota quota;
    private final InstanceBatch batch;
    private final @Nullable WriteResult[] results;
    private final Set<String> ownWrites = new HashSet<>();
    /** Where each write goes; those that do not go to {@link #current} wait. */
    private List<String> partitions = List.of();

    private String current = "";
    private boolean heard;

    PartitionWriter(Line line, Names names, Summaries summaries, Quota quota, InstanceBatch batch) {
        this.line = line;
        this.names = names;
        this.summaries = summaries;
        this.quota = quota;
        this.batch = batch;
        this.results = new WriteResult[batch.writes().size()];
    }

    /** Writes what is left of the batch; empty if the place is not where the hub's rows are any more. */
    Optional<List<WriteResult>> writeInto(Place place, Deadline deadline) {
        partitions = batch.writes().stream()
                .map(write -> place.partitionOf(write.record().id()))
                .toList();
        Set<String> all = new LinkedHashSet<>(partitions);
        for (String partition : all.isEmpty() ? Set.of(place.partition(batch.partition() % place.partitions())) : all) {
            current = partition;
            if (!writeOnePartition(place, deadline)) {
                return Optional.empty();
            }
        }
        return Optional.of(answer());
    }

    private boolean writeOnePartition(Place place, Deadline deadline) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Waiting.check("writing instances", deadline);
            Summary summary = summaries.get(place.table(), current, deadline);
            if (!place.isOwn() && summary.isFence()) {
                summaries.forget(place.table(), current);
                return false;
            }
            if (heard && nextOpen(0) == results.length) {
                return true;
            }
            if (!attempt(place, current, summary, deadline)) {
                return false;
            }
        }
        throw new StoreUnavailableException("lost " + ATTEMPTS + " races in a row for hub " + batch.hub());
    }

    private List<WriteResult> answer() {
        List<WriteResult> all = new ArrayList<>(results.length);
        for (WriteResult result : results) {
            all.add(Objects.requireNonNull(result));
        }
        return all;
    }

    private int nextOpen(int from) {
        int next = from;
        while (next < results.length
                && (results[next] != null || !partitions.get(next).equals(current))) {
            next++;
        }
        return next;
    }

    /** Tries one transaction; false if the table is gone. */
    private boolean attempt(Place place, String partition, Summary summary, Deadline deadline) {
        boolean newHub = !place.isOwn() && summary.etag() == null;
        if (newHub && !quota.takeHub(deadline)) {
            throw new StoreFullException(
                    "no more hubs that no app has claimed are kept", "declare the app, or raise HUBGATE_MAX_UNCLAIMED");
        }
        int taken = place.isOwn() ? 0 : takeRoom(deadline);
        Attempt attempt = new Attempt(place, partition, summary, names.newWrite());
        attempt.fill(taken);
        ownWrites.add(attempt.writeId);
        Outcome outcome = send(place, attempt.draft, deadline);
        if (outcome instanceof Outcome.Done done) {
            attempt.settle(done.etags());
            heard = true;
            quota.giveBack(place.isOwn() ? 0 : attempt.room);
            summaries.put(
                    place.table(),
                    partition,
                    attempt.draft.summary().written(done.etags().get(0)));
            return true;
        }
        quota.giveBack(taken);
        quota.free(newHub ? 1 : 0, deadline);
        summaries.forget(place.table(), partition);
        if (outcome instanceof Outcome.Lost lost && lost.index() > 0) {
            look(place, partition, attempt.placed, lost, deadline);
        }
        return !(outcome instanceof Outcome.NoTable) || (!place.isOwn() && createShared(place, deadline));
    }

    /** One transaction with as many open writes as fit into it. */
    private final class Attempt {
        private final Place place;
        private final String writeId;
        private final Draft draft;
        private final Map<Integer, Draft.Placed> placed = new LinkedHashMap<>();
        private final Map<Integer, WriteResult> forgone = new HashMap<>();
        private int room;

        Attempt(Place place, String partition, Summary summary, String writeId) {
            this.place = place;
            this.writeId = writeId;
            this.draft = new Draft(partition, summary, Tally.heard(summary.tally(), batch), writeId);
        }

        void fill(int places) {
            room = places;
            for (int i = nextOpen(0); i < results.length && draft.hasRoom(); i = nextOpen(i + 1)) {
                InstanceWrite write = batch.writes().get(i);
                Revision expected = write.expected();
                if (expected != null) {
                    placed.put(i, draft.put(write.record(), place.seen(expected)));
                } else if (place.isOwn() || room > 0) {
                    room--;
                    placed.put(i, draft.put(write.record(), null));
                } else {
                    // Acknowledged without being kept (rule E-7); its revision is one that no instance ever has.
                    draft.cut();
                    forgone.put(i, new WriteResult.Written(place.revision(Placing.FINISHED, "forgone")));
                }
            }
        }

        void settle(List<String> etags) {
            placed.forEach((i, at) ->
                    results[i] = new WriteResult.Written(place.revision(at.placing(), etags.get(at.index()))));
            forgone.forEach((i, result) -> results[i] = result);
        }
    }

    private boolean createShared(Place place, Deadline deadline) {
        line.createTable(place.table(), deadline);
        return true;
    }

    private Outcome send(Place place, Draft draft, Deadline deadline) {
        try {
            return line.transact(place.table(), draft.changes(), deadline);
        } catch (UnknownOutcomeException | StoreUnavailableException e) {
            summaries.forget(place.table(), current);
            throw e;
        }
    }

    private int takeRoom(Deadline deadline) {
        int wanted = 0;
        for (int i = nextOpen(0); i < results.length; i = nextOpen(i + 1)) {
            wanted += batch.writes().get(i).expected() == null ? 1 : 0;
        }
        return wanted == 0 ? 0 : quota.take(wanted, deadline);
    }

    /** Looks at the rows of a transaction of which one lost its race, and settles those that cannot win any more. */
    private void look(
            Place place, String partition, Map<Integer, Draft.Placed> placed, Outcome.Lost lost, Deadline deadline) {
        Map<String, Integer> keys = new LinkedHashMap<>();
        placed.keySet()
                .forEach(i -> keys.put(
                        Draft.INSTANCE + Keys.of(batch.writes().get(i).record().id()), i));
        Map<String, TableEntity> rows = new HashMap<>();
        line.getAll(
                        place.table(),
                        keys.keySet().stream()
                                .map(key -> new Line.Address(partition, key))
                                .toList(),
                        deadline)
                .forEach(row -> rows.put(row.getRowKey(), row));
        int settled = 0;
        for (Map.Entry<String, Integer> entry : keys.entrySet()) {
            WriteResult result = settle(place, batch.writes().get(entry.getValue()), rows.get(entry.getKey()));
            results[entry.getValue()] = result;
            settled += result == null ? 0 : 1;
        }
        boolean isIndex = placed.values().stream().noneMatch(at -> at.index() == lost.index());
        if (settled == 0 && isIndex) {
            throw new UnreadableDocumentException("the index of active instances of hub " + batch.hub()
                    + " does not agree with its instances: somebody else changed table " + place.table());
        }
    }

    private @Nullable WriteResult settle(Place place, InstanceWrite write, @Nullable TableEntity row) {
        Revision expected = write.expected();
        if (row == null) {
            return expected == null ? null : new WriteResult.NotFound();
        }
        RecordText there = Draft.record(row);
        if (ownWrites.contains(there.writeId())) {
            // An HTTP client that repeats requests by itself has met its own row.
            return new WriteResult.Written(place.revision(there.placing(), row.getETag()));
        }
        if (expected == null) {
            return new WriteResult.AlreadyExists();
        }
        boolean same = place.seen(expected).etag().equals(row.getETag());
        return same ? null : new WriteResult.RevisionMismatch();
    }
}
