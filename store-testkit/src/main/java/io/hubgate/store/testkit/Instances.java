// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.store.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.hubgate.model.InstanceId;
import io.hubgate.model.OrchestratorName;
import io.hubgate.model.RuntimeStatus;
import io.hubgate.model.TaskHubName;
import io.hubgate.store.Deadline;
import io.hubgate.store.InstanceBatch;
import io.hubgate.store.InstanceStore;
import io.hubgate.store.InstanceWrite;
import io.hubgate.store.Revision;
import io.hubgate.store.Versioned;
import io.hubgate.store.WriteResult;
import io.hubgate.tracking.InstanceRecord;
import io.hubgate.tracking.LifecycleEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What the tests of instance stores write, and how they compare it. */
final class Instances {
    static final TaskHubName HUB = new TaskHubName("orders417");
    static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    static final OrchestratorName CHECKOUT = new OrchestratorName("Checkout");

    /** By how much a store may round up a receipt. */
    private static final Duration ROUNDING = Duration.ofSeconds(1);

    private Instances() {}

    /** Returns the record of an instance of which this event is all that is known, received a second later. */
    static InstanceRecord seen(String id, RuntimeStatus status, Instant at) {
        LifecycleEvent event = new LifecycleEvent(HUB, new InstanceId(id), CHECKOUT, status, at, "");
        return InstanceRecord.of(event, at.plusSeconds(1));
    }

    static InstanceRecord running(String id) {
        return seen(id, RuntimeStatus.RUNNING, NOON);
    }

    /** Returns the record of an instance that was seen running before it ended. */
    static InstanceRecord completed(String id) {
        return running(id).join(seen(id, RuntimeStatus.COMPLETED, NOON.plusSeconds(5)));
    }

    static InstanceBatch batch(InstanceStore store, TaskHubName hub, List<InstanceWrite> writes) {
        InstanceRecord latest = writes.get(writes.size() - 1).record();
        int partition = store.partitionOf(hub, latest.id());
        return new InstanceBatch(hub, partition, true, writes, latest.receivedAt(), latest.since());
    }

    static WriteResult write(
            InstanceStore store, InstanceRecord record, @Nullable Revision expected, Deadline deadline) {
        InstanceBatch batch = batch(store, HUB, List.of(new InstanceWrite(record, expected)));
        return store.write(batch, deadline).get(0);
    }

    /** Creates many instances, as many at once as a batch holds. */
    static void createAll(InstanceStore store, TaskHubName hub, Iterable<InstanceRecord> records, Deadline deadline) {
        TreeMap<Integer, List<InstanceWrite>> partitions = new TreeMap<>();
        for (InstanceRecord record : records) {
            List<InstanceWrite> writes =
                    partitions.computeIfAbsent(store.partitionOf(hub, record.id()), none -> new ArrayList<>());
            writes.add(new InstanceWrite(record, null));
            if (writes.size() == store.maxBatch()) {
                assertThat(store.write(batch(store, hub, writes), deadline)).allMatch(WriteResult::isWritten);
                writes.clear();
            }
        }
        for (List<InstanceWrite> rest : partitions.values()) {
            if (!rest.isEmpty()) {
                assertThat(store.write(batch(store, hub, rest), deadline)).allMatch(WriteResult::isWritten);
            }
        }
    }

    static Optional<Versioned<InstanceRecord>> find(InstanceStore store, String id, Deadline deadline) {
        InstanceId instance = new InstanceId(id);
        return Optional.ofNullable(store.find(HUB, List.of(instance), deadline).get(instance));
    }

    /**
     * Compares a record with what was written. Of a finished instance a store may have forgotten function and reason, and of any it may have
     * rounded the receipt up, by less than a second.
     */
    static void assertKept(InstanceRecord found, InstanceRecord written) {
        InstanceRecord expected = withReceipt(written, found.receivedAt());
        if (!written.isActive()) {
            expected = withFunction(expected, found);
        }
        assertThat(found).isEqualTo(expected);
        assertThat(found.receivedAt())
                .as("the receipt of %s", found.id())
                .isBetween(written.receivedAt(), written.receivedAt().plus(ROUNDING));
    }

    private static InstanceRecord withReceipt(InstanceRecord record, Instant receivedAt) {
        return new InstanceRecord(
                record.id(),
                record.status(),
                record.since(),
                record.function(),
                record.reason(),
                record.firstSeen(),
                record.lastTerminal(),
                receivedAt);
    }

    private static InstanceRecord withFunction(InstanceRecord record, InstanceRecord found) {
        boolean functionGone = found.function().equals(OrchestratorName.UNNAMED);
        boolean reasonGone = found.reason().isEmpty();
        return new InstanceRecord(
                record.id(),
                record.status(),
                record.since(),
                functionGone ? OrchestratorName.UNNAMED : record.function(),
                reasonGone ? "" : record.reason(),
                record.firstSeen(),
                record.lastTerminal(),
                record.receivedAt());
    }
}
