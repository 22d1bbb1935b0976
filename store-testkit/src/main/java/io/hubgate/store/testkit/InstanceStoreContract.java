// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.store.testkit;

import static io.hubgate.store.testkit.Apps.written;
import static io.hubgate.store.testkit.Instances.CHECKOUT;
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
import io.hubgate.model.OrchestratorName;
import io.hubgate.model.RuntimeStatus;
import io.hubgate.model.TaskHubName;
import io.hubgate.rule.Rule;
import io.hubgate.store.InstanceBatch;
import io.hubgate.store.InstanceWrite;
import io.hubgate.store.Page;
import io.hubgate.store.Revision;
import io.hubgate.store.TrackedHub;
import io.hubgate.tracking.InstanceRecord;
import io.hubgate.tracking.Traffic;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Shows that an {@link io.hubgate.store.InstanceStore} keeps the store contract. Extend it, give it a fixture, and run it as a JUnit class.
 * Each test begins with the number of its rule; its Javadoc says what usually is the matter when it fails.
 */
public abstract class InstanceStoreContract extends InstanceLineContract implements InstanceStoreRules {
    /** For the store's own test class. */
    protected InstanceStoreContract() {}

    /**
     * S-4. Likely causes: a client reads from its own cache, or from a replica that lags; hubs are told apart by case; a record's function,
     * reason or unknown status word is not stored.
     */
    @Test
    @Rule("S-4")
    @Override
    public void s04_aReadSeesEveryWriteBeforeItFromAnyClient() {
        Revision revision = null;
        for (int n = 1; n <= 10; n++) {
            InstanceRecord record = new InstanceRecord(
                    new InstanceId("a"),
                    RuntimeStatus.of(n % 2 == 0 ? "Running" : "Dreaming"),
                    NOON.plusSeconds(n),
                    new OrchestratorName("Checkout" + n),
                    "reason " + n,
                    NOON,
                    n % 3 == 0 ? NOON.plusSeconds(n - 1) : null,
                    NOON.plusSeconds(n));
            revision = written(write(client(n), record, revision, soon()));
            for (int reader = 0; reader < 2; reader++) {
                assertKept(find(client(reader), "a", soon()).orElseThrow().value(), record);
                assertThat(find(client(reader), "a", soon()).orElseThrow().revision())
                        .isEqualTo(revision);
                assertKept(
                        client(reader).listActive(HUB, null, 5, soon()).items().get(0), record);
                TrackedHub hub = client(reader)
                        .read(new TaskHubName("Orders417"), soon())
                        .orElseThrow();
                assertKept(hub.active().get(0), record);
                assertThat(hub.traffic())
                        .isEqualTo(traffic(NOON.plusSeconds(1), NOON.plusSeconds(n), n < 3 ? 0 : n - n % 3 - 1));
            }
        }
    }

    private static Traffic traffic(Instant first, Instant last, int terminal) {
        return new Traffic(first, last, last, terminal == 0 ? null : NOON.plusSeconds(terminal), 1, 0, 0, false);
    }

    /** S-9. Likely causes: the index or the traffic outlives the drop; a hub is looked up by its case; a drop of nothing is an error. */
    @Test
    @Rule("S-9")
    public void s09_aDroppedHubIsAbsentAndBeginsAnew() {
        TaskHubName neighbour = new TaskHubName("orders4170");
        Instances.createAll(first(), neighbour, List.of(running("a")), soon());
        written(write(first(), running("a"), null, soon()));
        written(write(first(), completed("b"), null, soon()));
        first().drop(new TaskHubName("ORDERS417"), soon());
        first().drop(HUB, soon());
        assertThat(second().read(HUB, soon())).isEmpty();
        assertThat(second().listActive(HUB, null, 10, soon()).items()).isEmpty();
        assertThat(find(second(), "a", soon())).isEmpty();
        assertThat(find(second(), "b", soon())).isEmpty();
        assertThat(second().read(neighbour, soon()).orElseThrow().active()).hasSize(1);
        written(write(second(), seen("a", RuntimeStatus.RUNNING, NOON.plusSeconds(60)), null, soon()));
        assertThat(first().read(HUB, soon()).orElseThrow().traffic())
                .isEqualTo(new Traffic(
                        NOON.plusSeconds(61), NOON.plusSeconds(61), NOON.plusSeconds(60), null, 1, 0, 0, false));
    }

    /**
     * S-11. Likely causes: the id is a key as it is, and the database forbids {@code / \ # ?} or control characters in keys; it compares
     * without case, trims blanks, or normalises; the key is cut at 255 characters; lone surrogates become {@code ?} in UTF-8; the escape
     * character itself is not escaped.
     */
    @Test
    @Rule("S-11")
    @Override
    public void s11_anyLegalIdIsAKeyOfItsOwn() {
        for (String id : OddIds.all()) {
            written(write(first(), running(id), null, soon()));
        }
        List<String> sorted = OddIds.all().stream().sorted().toList();
        assertThat(activeIds()).containsExactlyElementsOf(sorted);
        for (int limit : new int[] {1, 7, 1000}) {
            assertThat(walkActive(limit)).containsExactlyElementsOf(sorted);
        }
        for (String id : OddIds.all()) {
            assertKept(find(second(), id, soon()).orElseThrow().value(), running(id));
            Revision revision = find(second(), id, soon()).orElseThrow().revision();
            written(write(second(), completed(id), revision, soon()));
            assertKept(find(first(), id, soon()).orElseThrow().value(), completed(id));
        }
        assertThat(activeIds()).isEmpty();
    }

    private List<String> walkActive(int limit) {
        List<String> seen = new ArrayList<>();
        String after = null;
        do {
            Page<InstanceRecord> page = second().listActive(HUB, after, limit, soon());
            assertThat(page.items()).hasSizeLessThanOrEqualTo(limit);
            page.items().forEach(record -> seen.add(record.id().value()));
            after = page.next();
        } while (after != null);
        return seen;
    }

    /**
     * S-14. Likely causes: a column of milliseconds or microseconds; a conversion through {@code double}; a time zone; texts of different
     * length that sort otherwise than the times they show; a type that begins in 1601, 1753 or 1970, or ends in 2038 or 2262.
     */
    @Test
    @Rule("S-14")
    @Override
    public void s14_timesKeepTheirPrecisionAndOrder() {
        List<Instant> times = List.of(
                Instant.parse("0001-01-01T00:00:00Z"),
                Instant.parse("1600-12-31T23:59:59.9999999Z"),
                Instant.parse("1969-12-31T23:59:59.9999999Z"),
                Instant.EPOCH,
                Instant.parse("2026-11-23T12:00:00Z"),
                Instant.parse("2026-11-23T12:00:00.0000001Z"),
                Instant.parse("2026-11-23T12:00:00.0000010Z"),
                Instant.parse("2026-11-23T12:00:00.1Z"),
                Instant.parse("2026-11-23T12:00:00.1234567Z"),
                Instant.parse("2039-01-01T00:00:00.7654321Z"),
                Instant.parse("9999-12-31T23:59:59.9999999Z"));
        for (int i = 0; i < times.size(); i++) {
            Instant at = times.get(i);
            Instant before = times.get(Math.max(0, i - 1));
            assertTimesKept(record("busy-" + i, RuntimeStatus.RUNNING, at, before));
            assertTimesKept(record("done-" + i, RuntimeStatus.COMPLETED, at, before));
            Traffic traffic = second().read(HUB, soon()).orElseThrow().traffic();
            assertThat(traffic.lastEventAt()).isEqualTo(at);
            assertThat(traffic.lastTerminalAt()).isEqualTo(at);
        }
    }

    private static InstanceRecord record(String id, RuntimeStatus status, Instant since, Instant before) {
        InstanceId instance = new InstanceId(id);
        Instant lastTerminal = status.isTerminal() ? since : before;
        return new InstanceRecord(instance, status, since, CHECKOUT, "", before, lastTerminal, NOON);
    }

    private void assertTimesKept(InstanceRecord record) {
        written(write(first(), record, null, soon()));
        assertKept(find(second(), record.id().value(), soon()).orElseThrow().value(), record);
    }

    /**
     * A finished instance is remembered until it is forgotten, so that a late duplicate does not revive it. Likely causes: the wrong time is
     * compared, such as that of the event; active instances are forgotten too; a forgotten one stays counted as there.
     */
    @Test
    public void finishedInstancesAreRememberedUntilTheyAreForgotten() {
        written(write(first(), seen("old", RuntimeStatus.COMPLETED, NOON), null, soon()));
        written(write(first(), seen("young", RuntimeStatus.COMPLETED, NOON.plusSeconds(60)), null, soon()));
        written(write(first(), running("busy"), null, soon()));
        first().forgetFinished(NOON.minusSeconds(60), soon());
        assertThat(find(second(), "old", soon())).isPresent();
        first().forgetFinished(NOON.plusSeconds(30), soon());
        assertThat(find(second(), "old", soon())).isEmpty();
        assertThat(find(second(), "young", soon())).isPresent();
        assertThat(activeIds()).containsExactly("busy");
        written(write(first(), seen("old", RuntimeStatus.COMPLETED, NOON), null, soon()));
    }

    /**
     * Events of a hub that no app has claimed are kept, and still there when an app claims it. Likely causes: the shared place of unclaimed
     * hubs is not looked at after the claim; two hubs in it are not told apart.
     */
    @Test
    @Rule("E-7")
    public void whatWasHeardBeforeAClaimIsThereAfterIt() {
        TaskHubName other = new TaskHubName("orders418");
        for (TaskHubName hub : List.of(HUB, other)) {
            InstanceRecord record = running("early-" + hub.key());
            List<InstanceWrite> writes = List.of(new InstanceWrite(record, null));
            int partition = first().partitionOf(hub, record.id());
            InstanceBatch early = new InstanceBatch(hub, partition, false, writes, record.receivedAt(), record.since());
            first().write(early, soon()).forEach(Apps::written);
        }
        assertThat(activeIds()).containsExactly("early-orders417");
        written(write(first(), running("later"), null, soon()));
        assertThat(activeIds()).containsExactly("early-orders417", "later");
        Revision early = find(second(), "early-orders417", soon()).orElseThrow().revision();
        written(write(second(), completed("early-orders417"), early, soon()));
        assertThat(activeIds()).containsExactly("later");
        first().drop(HUB, soon());
        assertThat(second().read(HUB, soon())).isEmpty();
        assertThat(second().read(other, soon()).orElseThrow().active()).hasSize(1);
    }
}
