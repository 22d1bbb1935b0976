// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.verification.kit;

import io.hubgate.model.InstanceId;
import io.hubgate.model.TaskHubName;
import io.hubgate.store.Deadline;
import io.hubgate.store.InstanceBatch;
import io.hubgate.store.InstanceWrite;
import io.hubgate.store.StoreUnavailableException;
import io.hubgate.store.TrackedHub;
import io.hubgate.tracking.InstanceRecord;
import io.hubgate.verification.kit.RowService.Change;
import io.hubgate.verification.kit.RowService.Row;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Instance stores that break a rule of reading, cost, keys or time each, as the kit gets them. */
final class BrokenInstanceReads {
    private BrokenInstanceReads() {}

    @Breaks(rule = "S-4", by = "answers from a cache that other clients do not know of")
    static final class ReadsFromCache extends BrokenInstanceStores.Broken {
        ReadsFromCache() {
            super(client -> new ForwardingInstanceStore(new RowInstanceStore(client)) {
                private final Map<TaskHubName, TrackedHub> cache = new ConcurrentHashMap<>();

                @Override
                public Optional<TrackedHub> read(TaskHubName hub, Deadline deadline) {
                    Optional<TrackedHub> cached = Optional.ofNullable(cache.get(hub));
                    Optional<TrackedHub> found = cached.isPresent() ? cached : correct.read(hub, deadline);
                    found.ifPresent(tracked -> cache.put(hub, tracked));
                    return found;
                }

                @Override
                public List<io.hubgate.store.WriteResult> write(InstanceBatch batch, Deadline deadline) {
                    cache.remove(batch.hub());
                    return correct.write(batch, deadline);
                }

                @Override
                public void drop(TaskHubName hub, Deadline deadline) {
                    cache.remove(hub);
                    correct.drop(hub, deadline);
                }
            });
        }
    }

    @Breaks(rule = "S-8", by = "reads all instances to find the active ones")
    static final class ScansEverything extends BrokenInstanceStores.Broken {
        ScansEverything() {
            super(client -> new RowInstanceStore(client) {
                @Override
                List<InstanceRecord> active(TaskHubName hub, Deadline deadline) {
                    return client.all(table(hub), RECORDS, deadline).stream()
                            .map(row -> (InstanceRecord) row.value())
                            .filter(InstanceRecord::isActive)
                            .toList();
                }
            });
        }
    }

    @Breaks(rule = "S-9", by = "drops a hub by removing its rows, page by page")
    static final class RemovesRows extends BrokenInstanceStores.Broken {
        private static final int PAGE = 100;

        RemovesRows() {
            super(client -> new RowInstanceStore(client) {
                @Override
                public void drop(TaskHubName hub, Deadline deadline) {
                    List<Row> page;
                    do {
                        page = client.page(table(hub), "", "~", PAGE, deadline);
                        List<Change> removals = page.stream()
                                .map(row -> new Change(row.key(), null, Change.ANY))
                                .toList();
                        client.transact(table(hub), removals, deadline);
                    } while (!page.isEmpty());
                }
            });
        }
    }

    @Breaks(rule = "S-11", by = "replaces in keys what its database does not allow, and cuts them")
    static final class MendsKeys extends BrokenInstanceStores.Broken {
        private static final int LONGEST = 255;

        MendsKeys() {
            super(client -> new RowInstanceStore(client) {
                @Override
                String key(InstanceId id) {
                    String mended = id.value().replaceAll("[/\\\\#?]", "_");
                    return mended.substring(0, Math.min(LONGEST, mended.length()));
                }
            });
        }
    }

    @Breaks(rule = "S-13", by = "tries a read three times, whatever the deadline says")
    static final class KnowsNoDeadline extends BrokenInstanceStores.Broken {
        private static final int TRIES = 3;

        KnowsNoDeadline() {
            super(client -> new ForwardingInstanceStore(new RowInstanceStore(client)) {
                @Override
                public Optional<TrackedHub> read(TaskHubName hub, Deadline deadline) {
                    StoreUnavailableException last = new StoreUnavailableException("never tried");
                    for (int i = 0; i < TRIES; i++) {
                        try {
                            return correct.read(hub, Deadline.in(Duration.ofDays(1), deadline.clock()));
                        } catch (StoreUnavailableException e) {
                            last = e;
                        }
                    }
                    throw last;
                }
            });
        }
    }

    @Breaks(rule = "S-14", by = "keeps times in milliseconds")
    static final class KeepsMilliseconds extends BrokenInstanceStores.BrokenWrites {
        KeepsMilliseconds() {
            super((correct, batch, deadline) -> {
                List<InstanceWrite> writes = batch.writes().stream()
                        .map(write -> new InstanceWrite(cut(write.record()), write.expected()))
                        .toList();
                InstanceBatch cut = new InstanceBatch(
                        batch.hub(),
                        batch.partition(),
                        batch.claimed(),
                        writes,
                        batch.receivedAt(),
                        batch.lastEventAt());
                return correct.write(cut, deadline);
            });
        }

        private static InstanceRecord cut(InstanceRecord record) {
            return new InstanceRecord(
                    record.id(),
                    record.status(),
                    record.since().truncatedTo(ChronoUnit.MILLIS),
                    record.function(),
                    record.reason(),
                    cut(record.firstSeen()),
                    cut(record.lastTerminal()),
                    record.receivedAt());
        }

        private static @Nullable Instant cut(@Nullable Instant time) {
            return time == null ? null : time.truncatedTo(ChronoUnit.MILLIS);
        }
    }
}
