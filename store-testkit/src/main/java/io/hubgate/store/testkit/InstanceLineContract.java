// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.store.testkit;

import static io.hubgate.store.testkit.Apps.written;
import static io.hubgate.store.testkit.Instances.HUB;
import static io.hubgate.store.testkit.Instances.NOON;
import static io.hubgate.store.testkit.Instances.completed;
import static io.hubgate.store.testkit.Instances.find;
import static io.hubgate.store.testkit.Instances.running;
import static io.hubgate.store.testkit.Instances.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hubgate.error.HubgateException;
import io.hubgate.model.InstanceId;
import io.hubgate.rule.Rule;
import io.hubgate.store.Deadline;
import io.hubgate.store.StoreUnavailableException;
import io.hubgate.store.WriteResult;
import io.hubgate.tracking.InstanceRecord;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The middle rung of {@link InstanceStoreContract}: what things cost, and what a store does when its line breaks or its time ends. */
abstract class InstanceLineContract extends InstanceWriteContract {
    private static final int ACTIVE = 20;
    private static final int FEW = 100;
    private static final int MANY = 2000;
    private static final int SMALL_HUB = 1000;

    /** For {@link InstanceStoreContract}. */
    InstanceLineContract() {}

    /** S-2. Likely causes: the exception of the client library comes out as it is; a read answers "nothing there" for an error. */
    @Test
    @Rule("S-2")
    public void s02_anUnreachableStoreIsAnException() {
        needs(Capability.REQUESTS);
        wire().decideAll(Fate.REFUSED);
        allOperations()
                .forEach((name, operation) -> assertThatThrownBy(() -> operation.apply(soon()))
                        .as(name + " of a store that cannot be reached")
                        .isInstanceOf(StoreUnavailableException.class));
        wire().heal();
        assertThat(second().read(HUB, soon())).isEmpty();
    }

    /**
     * S-2, the lost reply. Likely causes: the client library repeats a write whose answer was lost, finds its own row, and the store reports
     * a lost race; a broken connection is reported as "nothing was written" although the write was on its way.
     */
    @Test
    @Rule("S-2")
    public void s02_aWriteWhoseReplyIsLostIsNotBlamedOnAnother() {
        needs(Capability.REQUESTS);
        breakAtEachRequest(Fate.REPLY_LOST, new CreateOfInstance(this), (r, failure) -> judge(r, failure, true));
        breakAtEachRequest(Fate.REPLY_LOST, new ReplaceOfInstance(this), (r, failure) -> judge(r, failure, false));
    }

    private void judge(Optional<WriteResult> result, Optional<HubgateException> failure, boolean active) {
        boolean happened = find(second(), ReplaceOfInstance.ID, soon())
                .map(found -> found.value().isActive() == active)
                .orElse(false);
        result.ifPresent(r -> assertThat(r.isWritten())
                .as("the store says %s of a write that nobody else disturbed", r)
                .isTrue());
        if (result.isPresent()) {
            assertThat(happened).as("what is reported as written is there").isTrue();
        } else if (failure.orElseThrow() instanceof StoreUnavailableException) {
            assertThat(happened).as("what is reported as not written is there").isFalse();
        }
    }

    /**
     * S-8. Likely causes: a scan of all instances with a filter on the status, which costs the rows that it leaves out; the traffic is counted
     * at each read; the active ones are found by a join over the finished ones.
     */
    @Test
    @Rule("S-8")
    public void s08_theCostOfAReadDependsOnTheActiveInstances() {
        needs(Capability.REQUESTS);
        Instances.createAll(second(), HUB, records("active", 0, ACTIVE, false), soon());
        Instances.createAll(second(), HUB, records("done", 0, FEW, true), soon());
        first().read(HUB, soon());
        Wire.Cost few = wire().cost(this::readAll);
        Instances.createAll(second(), HUB, records("done", FEW, MANY, true), soon());
        Wire.Cost many = wire().cost(this::readAll);
        assertThat(few.requests()).as("requests of a read").isPositive();
        assertThat(many.requests()).as("requests with %d finished", MANY).isLessThanOrEqualTo(few.requests() * 6 / 5);
        if (has(Capability.ROWS)) {
            assertThat(few.rows()).as("rows that the wire was told of").isGreaterThanOrEqualTo(2 * ACTIVE);
            assertThat(many.rows()).as("rows with %d finished", MANY).isLessThanOrEqualTo(few.rows() * 6 / 5);
        }
    }

    private void readAll() {
        assertThat(first().read(HUB, soon()).orElseThrow().active()).hasSize(ACTIVE);
        assertThat(first().listActive(HUB, null, 1000, soon()).items()).hasSize(ACTIVE);
    }

    /** S-8. Likely causes: an instance that ended stays in the index; the index holds the first record of an instance, not its last. */
    @Test
    @Rule("S-8")
    public void s08_aReadReturnsTheActiveInstancesAndNoOthers() {
        Instances.createAll(first(), HUB, records("done", 0, FEW, true), soon());
        Instances.createAll(first(), HUB, records("active", 0, ACTIVE, false), soon());
        for (int n = 0; n < ACTIVE; n += 2) {
            String id = "active-" + n;
            written(write(
                    first(),
                    completed(id),
                    find(first(), id, soon()).orElseThrow().revision(),
                    soon()));
        }
        assertThat(activeIds())
                .containsExactlyInAnyOrderElementsOf(IntStream.range(0, ACTIVE)
                        .filter(n -> n % 2 == 1)
                        .mapToObj(n -> "active-" + n)
                        .toList());
    }

    /** S-9. Likely causes: instances are removed one by one or page by page; the index of active ones is removed row by row. */
    @Test
    @Rule("S-9")
    public void s09_theCostOfADropDoesNotGrowWithTheHub() {
        needs(Capability.REQUESTS);
        long small = requestsOfDrop(SMALL_HUB);
        long large = requestsOfDrop(largeHub());
        assertThat(small).as("requests of the drop of a small hub").isPositive();
        assertThat(2 * large)
                .as("twice the %d requests of a large hub, against three times the %d of a small one", large, small)
                .isLessThanOrEqualTo(3 * small);
    }

    private long requestsOfDrop(int instances) {
        Instances.createAll(second(), HUB, records("done", 0, instances - ACTIVE, true), soon());
        Instances.createAll(second(), HUB, records("active", 0, ACTIVE, false), soon());
        return wire().cost(() -> first().drop(HUB, soon())).requests();
    }

    /** S-9, where the line breaks. Likely causes: a drop that begins anew does not find what an earlier one left behind. */
    @Test
    @Rule("S-9")
    public void s09_aDropThatWasCutOffIsFinishedByAnother() {
        needs(Capability.REQUESTS);
        for (Fate fate : new Fate[] {Fate.REFUSED, Fate.REPLY_LOST}) {
            breakAtEachRequest(fate, new DropOfHub(this), (result, failure) -> {
                first().drop(HUB, soon());
                assertThat(second().read(HUB, soon())).isEmpty();
                written(write(first(), running("new"), null, soon()));
                assertThat(activeIds()).containsExactly("new");
            });
        }
    }

    static Iterable<InstanceRecord> records(String prefix, int from, int to, boolean finished) {
        return () -> IntStream.range(from, to)
                .mapToObj(n -> prefix + "-" + n)
                .map(id -> finished ? completed(id) : running(id))
                .iterator();
    }

    /** S-13. Likely causes: the deadline is looked at between retries only. */
    @Test
    @Rule("S-13")
    public void s13_anOperationWithNoTimeLeftGivesUpAtOnce() {
        assertGivesUpAtOnce(allOperations());
    }

    /** S-13. Likely causes: the client library repeats requests by a policy of its own, which knows no deadline. */
    @Test
    @Rule("S-13")
    public void s13_anOperationSendsNothingAfterItsDeadline() {
        assertStopsAtDeadline(allOperations());
    }

    /** S-13. Likely causes: an {@code InterruptedException} is caught and dropped; the flag is not set again. */
    @Test
    @Rule("S-13")
    public void s13_anInterruptedThreadGetsAnExceptionAndStaysInterrupted() {
        assertHonoursInterruption(allOperations());
    }

    private Map<String, Function<Deadline, ?>> allOperations() {
        Map<String, Function<Deadline, ?>> all = new LinkedHashMap<>();
        all.put("find", d -> first().find(HUB, List.of(new InstanceId("a")), d));
        all.put("write", d -> write(first(), running("a"), null, d));
        all.put("read", d -> first().read(HUB, d));
        all.put("listActive", d -> first().listActive(HUB, null, 10, d));
        all.put("drop", d -> {
            first().drop(HUB, d);
            return HUB;
        });
        all.put("forgetFinished", d -> {
            first().forgetFinished(NOON, d);
            return HUB;
        });
        return all;
    }
}
