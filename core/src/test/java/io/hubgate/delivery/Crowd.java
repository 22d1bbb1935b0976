// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.delivery;

import static io.hubgate.delivery.Callers.until;
import static io.hubgate.delivery.Sample.LONG;
import static io.hubgate.delivery.Sample.at;
import static io.hubgate.delivery.Sample.delivery;
import static io.hubgate.delivery.Sample.running;

import io.hubgate.delivery.Callers.Call;
import io.hubgate.observe.HubgateListener;
import io.hubgate.store.Deadline;
import io.hubgate.tracking.LifecycleEvent;

/** Callers that wait for each other before one store of one partition; at most 50 events may wait. */
final class Crowd {
    final TinyInstanceStore tiny = new TinyInstanceStore(100, 1);
    final ScriptedStore store = new ScriptedStore(tiny);
    final GroupCommit commit = new GroupCommit(store, new CommitLimits(1_000, 50), HubgateListener.NONE);
    final Callers callers = new Callers();

    /** Begins a write that stays in the store. */
    Gate occupied() throws InterruptedException {
        Gate gate = new Gate();
        store.next(gate);
        callers.call(() -> commit.commit(delivery(running("leader", 0)), at(0), LONG));
        gate.awaitReached();
        return gate;
    }

    /** Begins a commit of one event and returns when it waits behind {@code before} events. */
    Call waiting(int before, LifecycleEvent event, Deadline deadline) {
        Call call = callers.call(() -> commit.commit(delivery(event), at(0), deadline));
        until(() -> commit.waiting() == before + 1);
        return call;
    }
}
