// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.verification.kit;

import io.hubgate.model.InstanceId;
import io.hubgate.model.TaskHubName;
import io.hubgate.store.Deadline;
import io.hubgate.store.InstanceBatch;
import io.hubgate.store.InstanceStore;
import io.hubgate.store.InstanceWrite;
import io.hubgate.store.Revision;
import io.hubgate.store.StoreUnavailableException;
import io.hubgate.store.UnknownOutcomeException;
import io.hubgate.store.Versioned;
import io.hubgate.store.WriteResult;
import io.hubgate.store.testkit.InstanceStoreContract;
import io.hubgate.store.testkit.StoreFixture;
import io.hubgate.store.testkit.Wire;
import io.hubgate.tracking.InstanceRecord;
import io.hubgate.verification.kit.RowService.Change;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Function;

/** Instance stores that break a rule of writing each, as the kit gets them. */
final class BrokenInstanceStores {
    private BrokenInstanceStores() {}

    /** Runs the kit on a broken store. */
    abstract static class Broken extends InstanceStoreContract {
        private final Function<RowClient, InstanceStore> store;

        Broken(Function<RowClient, InstanceStore> store) {
            this.store = store;
        }

        @Override
        protected StoreFixture<InstanceStore> open(Wire line) {
            return RowFixture.of(line, RowFixture.SMALLEST, store);
        }
    }

    /** Runs the kit on a store whose writes are done otherwise than those of a correct one. */
    abstract static class BrokenWrites extends Broken {
        BrokenWrites(Write write) {
            super(client -> new ForwardingInstanceStore(new RowInstanceStore(client)) {
                @Override
                public List<WriteResult> write(InstanceBatch batch, Deadline deadline) {
                    return write.write(correct, batch, deadline);
                }
            });
        }
    }

    /** How a batch is written by means of a correct store. */
    interface Write {
        List<WriteResult> write(InstanceStore correct, InstanceBatch batch, Deadline deadline);
    }

    @Breaks(rule = "S-1", by = "writes without looking at the revision")
    static final class PutsUnconditionally extends BrokenWrites {
        PutsUnconditionally() {
            super(BrokenInstanceStores::put);
        }
    }

    @Breaks(rule = "S-2", by = "throws when it loses a race")
    static final class ThrowsAtLostRaces extends BrokenWrites {
        ThrowsAtLostRaces() {
            super((correct, batch, deadline) -> {
                List<WriteResult> results = correct.write(batch, deadline);
                if (results.contains(new WriteResult.RevisionMismatch())) {
                    throw new StoreUnavailableException("the batch failed: " + results);
                }
                return results;
            });
        }
    }

    @Breaks(rule = "S-2", by = "repeats a write whose answer was lost, and reports its own row as another's")
    static final class RepeatsLostWrites extends BrokenWrites {
        RepeatsLostWrites() {
            super((correct, batch, deadline) -> {
                try {
                    return correct.write(batch, deadline);
                } catch (UnknownOutcomeException e) {
                    return correct.write(batch, deadline);
                }
            });
        }
    }

    @Breaks(rule = "S-5", by = "compares the revisions itself, and then writes in any case")
    static final class ComparesThenPuts extends BrokenWrites {
        ComparesThenPuts() {
            super((correct, batch, deadline) -> {
                var found = found(correct, batch, deadline);
                for (InstanceWrite write : batch.writes()) {
                    if (!isMet(found.get(write.record().id()), write)) {
                        // Whoever has lost already is told so by the correct store.
                        return correct.write(batch, deadline);
                    }
                }
                return put(correct, batch, deadline);
            });
        }
    }

    @Breaks(rule = "S-7", by = "writes nothing of a batch if one of its writes loses")
    static final class WritesAllOrNothing extends BrokenWrites {
        WritesAllOrNothing() {
            super((correct, batch, deadline) -> {
                var found = found(correct, batch, deadline);
                boolean all = batch.writes().stream()
                        .allMatch(write -> isMet(found.get(write.record().id()), write));
                if (all || batch.writes().size() == 1) {
                    return correct.write(batch, deadline);
                }
                return batch.writes().stream()
                        .<WriteResult>map(write -> new WriteResult.RevisionMismatch())
                        .toList();
            });
        }
    }

    @Breaks(rule = "S-7", by = "writes the index of active instances after the instances")
    static final class IndexesAfterwards extends Broken {
        IndexesAfterwards() {
            super(client -> new RowInstanceStore(client) {
                @Override
                OptionalLong commit(String table, List<Change> changes, Deadline deadline) {
                    List<Change> rows = new ArrayList<>(changes);
                    rows.removeIf(change -> change.key().startsWith(INDEX));
                    List<Change> index = new ArrayList<>(changes);
                    index.removeAll(rows);
                    OptionalLong version = super.commit(table, rows, deadline);
                    if (version.isPresent() && !index.isEmpty()) {
                        super.commit(table, index, deadline);
                    }
                    return version;
                }
            });
        }
    }

    private static Map<InstanceId, Versioned<InstanceRecord>> found(
            InstanceStore store, InstanceBatch batch, Deadline deadline) {
        TaskHubName hub = batch.hub();
        List<InstanceId> ids =
                batch.writes().stream().map(write -> write.record().id()).toList();
        return store.find(hub, ids, deadline);
    }

    private static boolean isMet(
            @org.jspecify.annotations.Nullable Versioned<InstanceRecord> found, InstanceWrite write) {
        Revision expected = write.expected();
        return expected == null
                ? found == null
                : found != null && found.revision().equals(expected);
    }

    /** Writes whatever is there: what the SPI does not offer. */
    private static List<WriteResult> put(InstanceStore store, InstanceBatch batch, Deadline deadline) {
        while (true) {
            var found = found(store, batch, deadline);
            List<InstanceWrite> writes = batch.writes().stream()
                    .map(write -> {
                        var there = found.get(write.record().id());
                        return new InstanceWrite(write.record(), there == null ? null : there.revision());
                    })
                    .toList();
            InstanceBatch any = new InstanceBatch(
                    batch.hub(), batch.partition(), batch.claimed(), writes, batch.receivedAt(), batch.lastEventAt());
            List<WriteResult> results = store.write(any, deadline);
            if (results.stream().allMatch(WriteResult::isWritten)) {
                return results;
            }
        }
    }
}
