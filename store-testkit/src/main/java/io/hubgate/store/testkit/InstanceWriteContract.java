// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.store.testkit;

import static io.hubgate.store.testkit.Apps.written;
import static io.hubgate.store.testkit.Instances.HUB;
import static io.hubgate.store.testkit.Instances.NOON;
import static io.hubgate.store.testkit.Instances.assertKept;
import static io.hubgate.store.testkit.Instances.completed;
import static io.hubgate.store.testkit.Instances.find;
import static io.hubgate.store.testkit.Instances.running;
import static io.hubgate.store.testkit.Instances.seen;
import static io.hubgate.store.testkit.Instances.write;
import static org.assertj.core.api.Assertions.assertThat;

import io.hubgate.model.InstanceId;
import io.hubgate.model.RuntimeStatus;
import io.hubgate.model.TaskHubName;
import io.hubgate.rule.Rule;
import io.hubgate.store.InstanceBatch;
import io.hubgate.store.InstanceStore;
import io.hubgate.store.InstanceWrite;
import io.hubgate.store.Revision;
import io.hubgate.store.WriteResult;
import io.hubgate.store.WriteResult.AlreadyExists;
import io.hubgate.store.WriteResult.NotFound;
import io.hubgate.store.WriteResult.RevisionMismatch;
import io.hubgate.tracking.InstanceRecord;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The lowest rung of {@link InstanceStoreContract}: conditional writes, batches and races. */
abstract class InstanceWriteContract extends StoreContract<InstanceStore> {
    private static final int RUNNERS = 8;
    private static final int ROUNDS = 20;

    /** For {@link InstanceStoreContract}. */
    InstanceWriteContract() {}

    /**
     * S-1. Likely causes: an upsert where an insert was meant; an update without its condition; finished instances are kept elsewhere, and
     * there without a revision.
     */
    @Test
    @Rule("S-1")
    public void s01_everyWriteIsConditional() {
        assertThat(write(first(), running("a"), new Revision("none"), soon())).isEqualTo(new NotFound());
        Revision stale = written(write(first(), running("a"), null, soon()));
        assertThat(write(first(), completed("a"), null, soon())).isEqualTo(new AlreadyExists());
        Revision finished = written(write(first(), completed("a"), stale, soon()));
        assertThat(write(first(), running("a"), stale, soon())).isEqualTo(new RevisionMismatch());
        assertThat(write(first(), running("a"), null, soon())).isEqualTo(new AlreadyExists());
        assertKept(find(first(), "a", soon()).orElseThrow().value(), completed("a"));
        assertThat(find(first(), "a", soon()).orElseThrow().revision()).isEqualTo(finished);
        assertThat(finished).isNotEqualTo(stale);
    }

    /**
     * S-1. Likely causes: revisions count from one again in a hub that was dropped and heard again, or for an instance that was forgotten.
     */
    @Test
    @Rule("S-1")
    public void s01_aRevisionIsNotValidForALaterRecordOfThatId() {
        Revision dropped = written(write(first(), running("a"), null, soon()));
        first().drop(HUB, soon());
        written(write(first(), completed("a"), null, soon()));
        assertThat(write(first(), running("a"), dropped, soon())).isEqualTo(new RevisionMismatch());
        Revision forgotten = find(first(), "a", soon()).orElseThrow().revision();
        first().forgetFinished(NOON.plusSeconds(60), soon());
        written(write(first(), seen("a", RuntimeStatus.RUNNING, NOON.plusSeconds(60)), null, soon()));
        assertThat(write(first(), completed("a"), forgotten, soon())).isEqualTo(new RevisionMismatch());
    }

    /** S-2. Likely causes: a conflict of the database comes out as its exception, or makes the whole batch fail. */
    @Test
    @Rule("S-2")
    public void s02_losingARaceIsAResult() {
        Revision revision = written(write(first(), running("a"), null, soon()));
        written(write(second(), completed("a"), revision, soon()));
        assertThat(write(first(), completed("a"), revision, soon())).isEqualTo(new RevisionMismatch());
        assertThat(write(first(), running("a"), null, soon())).isEqualTo(new AlreadyExists());
    }

    /**
     * S-5. Likely causes: the revision is compared in the client, and then written without condition; a batch that lost against another one
     * is repeated with what the first look found.
     */
    @Test
    @Rule("S-5")
    public void s05_ofConcurrentReplacesExactlyOneIsWritten() {
        Revision revision = written(write(first(), running("a"), null, soon()));
        for (int round = 1; round <= ROUNDS; round++) {
            Revision from = revision;
            Instant at = NOON.plusSeconds(round);
            List<WriteResult> results = crew().race(
                            RUNNERS,
                            runner -> write(
                                    client(runner),
                                    seen("a", RuntimeStatus.RUNNING, at.plusMillis(runner)),
                                    from,
                                    soon()));
            assertThat(results).filteredOn(WriteResult::isWritten).hasSize(1);
            assertThat(results).filteredOn(r -> !r.isWritten()).containsOnly(new RevisionMismatch());
            revision = find(second(), "a", soon()).orElseThrow().revision();
        }
    }

    /** S-5, where the first client stands between two requests of one write. Likely causes: as above. */
    @Test
    @Rule("S-5")
    public void s05_aWriteInTheMiddleOfAnotherMakesThatLose() {
        needs(Capability.REQUESTS);
        ReplaceOfInstance replace = new ReplaceOfInstance(this);
        stopAtEachRequest(replace, replace::replaceBySecond, result -> {
            assertThat(result).isEqualTo(new RevisionMismatch());
            assertThat(find(second(), ReplaceOfInstance.ID, soon())
                            .orElseThrow()
                            .value()
                            .status())
                    .isEqualTo(RuntimeStatus.SUSPENDED);
        });
    }

    /**
     * S-7. Likely causes: the batch is one transaction, and one lost condition undoes the others; results come in the order of the database;
     * a write that found nothing is reported as a mismatch.
     */
    @Test
    @Rule("S-7")
    public void s07_aBatchReportsEachInstanceByItself() {
        List<String> ids = idsOfOnePartition(5);
        Revision stale = written(write(first(), running(ids.get(0)), null, soon()));
        Revision current = written(write(first(), completed(ids.get(0)), stale, soon()));
        Revision good = written(write(first(), running(ids.get(1)), null, soon()));
        List<InstanceWrite> writes = List.of(
                new InstanceWrite(running(ids.get(0)), stale),
                new InstanceWrite(completed(ids.get(1)), good),
                new InstanceWrite(running(ids.get(2)), null),
                new InstanceWrite(running(ids.get(3)), current),
                new InstanceWrite(completed(ids.get(4)), null));
        List<WriteResult> results = first().write(Instances.batch(first(), HUB, writes), soon());
        assertThat(results).hasSize(5);
        assertThat(results.get(0)).isEqualTo(new RevisionMismatch());
        assertThat(results.get(3)).isEqualTo(new NotFound());
        for (int written : new int[] {1, 2, 4}) {
            InstanceRecord record = writes.get(written).record();
            assertKept(find(second(), record.id().value(), soon()).orElseThrow().value(), record);
            assertThat(find(second(), record.id().value(), soon()).orElseThrow().revision())
                    .isEqualTo(written(results.get(written)));
        }
        assertThat(find(second(), ids.get(3), soon())).isEmpty();
        assertThat(activeIds()).containsExactly(ids.get(2));
    }

    /** S-7. Likely causes: {@code maxBatch} is that of another layer; a partition depends on the client, on time, or on the case of the hub. */
    @Test
    @Rule("S-7")
    public void s07_aFullBatchOfOnePartitionIsWritten() {
        List<String> ids = idsOfOnePartition(first().maxBatch());
        List<InstanceWrite> writes =
                ids.stream().map(id -> new InstanceWrite(running(id), null)).toList();
        assertThat(first().write(Instances.batch(first(), HUB, writes), soon())).allMatch(WriteResult::isWritten);
        assertThat(activeIds()).containsExactlyInAnyOrderElementsOf(ids);
        TaskHubName shouted = new TaskHubName("ORDERS417");
        for (String id : ids) {
            int partition = first().partitionOf(HUB, new InstanceId(id));
            assertThat(partition).isNotNegative();
            assertThat(second().partitionOf(shouted, new InstanceId(id))).isEqualTo(partition);
        }
    }

    /**
     * S-7, the index of active instances and the traffic. Likely causes: the index is written by a request of its own; a late duplicate
     * counts twice; entities are counted as orchestrations; a batch whose writes all lose is not heard.
     */
    @Test
    @Rule("S-7")
    public void s07_theIndexAndTheTrafficMoveWithTheInstance() {
        Revision a = written(write(first(), running("a"), null, soon()));
        written(write(first(), running("@cart@1"), null, soon()));
        written(write(first(), seen("b", RuntimeStatus.FAILED, NOON.minusSeconds(3)), null, soon()));
        assertThat(activeIds()).containsExactlyInAnyOrder("a", "@cart@1");
        assertTraffic(NOON.minusSeconds(3), 1, 1, 1);
        Revision ended = written(write(first(), completed("a"), a, soon()));
        assertThat(activeIds()).containsExactly("@cart@1");
        assertTraffic(NOON.plusSeconds(5), 0, 1, 1);
        written(write(
                first(), completed("a").join(seen("a", RuntimeStatus.RUNNING, NOON.plusSeconds(9))), ended, soon()));
        assertThat(activeIds()).containsExactlyInAnyOrder("a", "@cart@1");
        assertTraffic(NOON.plusSeconds(5), 1, 1, 1);
        Instant later = NOON.plusSeconds(99);
        InstanceBatch lost = new InstanceBatch(
                HUB,
                first().partitionOf(HUB, new InstanceId("a")),
                true,
                List.of(new InstanceWrite(running("a"), null)),
                later,
                NOON);
        assertThat(first().write(lost, soon())).containsExactly(new AlreadyExists());
        assertThat(second().read(HUB, soon()).orElseThrow().traffic().lastReceipt())
                .isEqualTo(later);
    }

    private void assertTraffic(Instant lastTerminal, long active, long withoutStart, long entities) {
        var traffic = second().read(HUB, soon()).orElseThrow().traffic();
        assertThat(traffic.lastTerminalAt()).isEqualTo(lastTerminal);
        assertThat(List.of(traffic.active(), traffic.withoutStart(), traffic.entities()))
                .as("active, without start, entities")
                .containsExactly(active, withoutStart, entities);
        assertThat(traffic.truncated()).isFalse();
    }

    /** S-7, where the line breaks or the client stands still. Likely causes: as above. */
    @Test
    @Rule("S-7")
    public void s07_theIndexAgreesAlsoWhenTheLineBreaks() {
        needs(Capability.REQUESTS);
        for (Scenario<WriteResult> write : List.of(new CreateOfInstance(this), new ReplaceOfInstance(this))) {
            stopAtEachRequest(write, this::assertAgreement, result -> assertAgreement());
            for (Fate fate : new Fate[] {Fate.REFUSED, Fate.REPLY_LOST}) {
                breakAtEachRequest(fate, write, (result, failure) -> assertAgreement());
            }
        }
    }

    private void assertAgreement() {
        Set<String> expected = find(second(), ReplaceOfInstance.ID, soon())
                .filter(found -> found.value().isActive())
                .map(found -> Set.of(ReplaceOfInstance.ID))
                .orElse(Set.of());
        assertThat(activeIds()).as("the index of active instances").containsExactlyInAnyOrderElementsOf(expected);
        assertThat(second().read(HUB, soon()).map(hub -> hub.traffic().active()).orElse(0L))
                .as("the count of active instances")
                .isEqualTo(expected.size());
    }

    /** The active instances as the second client reads them, once from the hub and once from its pages. */
    final List<String> activeIds() {
        List<String> read = second().read(HUB, soon()).stream()
                .flatMap(hub -> hub.active().stream())
                .map(record -> record.id().value())
                .sorted()
                .toList();
        assertThat(second().listActive(HUB, null, 1000, soon()).items())
                .extracting(record -> record.id().value())
                .containsExactlyElementsOf(read.subList(0, Math.min(1000, read.size())));
        return read;
    }

    /** Finds ids that the store puts into one partition. */
    private List<String> idsOfOnePartition(int count) {
        int partition = first().partitionOf(HUB, new InstanceId("order-0"));
        return IntStream.iterate(0, n -> n + 1)
                .mapToObj(n -> "order-" + n)
                .filter(id -> first().partitionOf(HUB, new InstanceId(id)) == partition)
                .limit(count)
                .toList();
    }
}
