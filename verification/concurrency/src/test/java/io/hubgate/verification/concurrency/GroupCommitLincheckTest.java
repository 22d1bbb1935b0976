// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.verification.concurrency;

import static io.hubgate.verification.concurrency.Orders.HUB;
import static io.hubgate.verification.concurrency.Orders.LONG;
import static io.hubgate.verification.concurrency.Orders.START;
import static io.hubgate.verification.concurrency.Orders.delivery;
import static io.hubgate.verification.concurrency.Orders.event;
import static org.jetbrains.lincheck.datastructures.ManagedStrategyGuaranteeKt.forClasses;

import io.hubgate.delivery.CommitLimits;
import io.hubgate.delivery.GroupCommit;
import io.hubgate.observe.HubgateListener;
import io.hubgate.rule.Rule;
import io.hubgate.store.InstanceStore;
import io.hubgate.store.Versioned;
import io.hubgate.store.inmemory.InMemoryInstanceStore;
import io.hubgate.tracking.InstanceRecord;
import java.util.List;
import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;
import org.jetbrains.lincheck.datastructures.StressOptions;
import org.junit.jupiter.api.Test;

/**
 * Deliveries of one instance's events by the callers of two backends over one store, and readers of the store: what they see is what some order
 * of the calls, one after the other, would have given. So nothing acknowledged is lost, and nobody waits for ever.
 */
@Rule({"E-1", "E-5", "S-4"})
@Param(name = "backend", gen = IntGen.class, conf = "0:1")
@Param(name = "id", gen = IntGen.class, conf = "0:1")
@Param(name = "second", gen = IntGen.class, conf = "0:3")
public class GroupCommitLincheckTest {
    private final InstanceStore store = InMemoryInstanceStore.create();
    private final List<GroupCommit> backends = List.of(backend(), backend());

    private GroupCommit backend() {
        return new GroupCommit(store, CommitLimits.DEFAULT, HubgateListener.NONE);
    }

    /** An event that the instance runs. */
    @Operation
    public void begins(
            @Param(name = "backend") int backend, @Param(name = "id") int id, @Param(name = "second") int second) {
        backends.get(backend).commit(delivery(event(id, false, second)), START, LONG);
    }

    /** An event that the instance has ended. */
    @Operation
    public void ends(
            @Param(name = "backend") int backend, @Param(name = "id") int id, @Param(name = "second") int second) {
        backends.get(backend).commit(delivery(event(id, true, second)), START, LONG);
    }

    /** Two events of one instance in one delivery. */
    @Operation
    public void beginsAndEnds(
            @Param(name = "backend") int backend, @Param(name = "id") int id, @Param(name = "second") int second) {
        backends.get(backend).commit(delivery(event(id, false, second), event(id, true, second + 1)), START, LONG);
    }

    /** What is stored. */
    @Operation
    public String look(@Param(name = "id") int id) {
        Versioned<InstanceRecord> found =
                store.find(HUB, List.of(Orders.id(id)), LONG).get(Orders.id(id));
        return Orders.shown(found == null ? null : found.value());
    }

    @Test
    void under_stress_it_is_as_if_one_call_came_after_the_other() {
        new StressOptions()
                .iterations(15)
                .invocationsPerIteration(500)
                .threads(3)
                .actorsPerThread(3)
                .sequentialSpecification(PlainTracker.class)
                .check(getClass());
    }

    /** The schedules are those of the queues, leaders and followers; what a leader does alone with its batch counts as one step. */
    @Test
    void in_each_schedule_tried_it_is_as_if_one_call_came_after_the_other() {
        new ModelCheckingOptions()
                .iterations(5)
                .invocationsPerIteration(60)
                .threads(2)
                .actorsPerThread(2)
                .actorsBefore(0)
                .actorsAfter(1)
                .loopBound(1_000)
                .loopIterationsBeforeThreadSwitch(30)
                .addGuarantee(forClasses(
                                InMemoryInstanceStore.class.getName(),
                                Orders.class.getName(),
                                "io.hubgate.delivery.InstanceTracker",
                                "io.hubgate.delivery.Sorted",
                                "io.hubgate.delivery.Batch",
                                "io.hubgate.store.Deadline")
                        .allMethods()
                        .ignore())
                .sequentialSpecification(PlainTracker.class)
                .check(getClass());
    }
}
