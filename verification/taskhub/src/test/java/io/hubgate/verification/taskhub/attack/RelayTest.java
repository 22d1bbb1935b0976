// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.verification.taskhub.attack;

import static org.assertj.core.api.Assertions.assertThat;

import io.hubgate.readiness.Verdict;
import io.hubgate.rule.Rule;
import io.hubgate.taskhub.HubLook;
import io.hubgate.taskhub.HubRows;
import io.hubgate.taskhub.Inspection;
import io.hubgate.verification.taskhub.image.Storage;
import io.hubgate.verification.taskhub.image.StorageImage;
import io.hubgate.verification.taskhub.platform.Kind;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/**
 * Work that hops while a look lasts: orchestrations that start others and end, so that what is behind the reader becomes work again. Whatever the
 * ids, the number of control queues and the request at which the host wakes up and how much it does then: tried one by one.
 */
class RelayTest {
    private static final int MOST_REQUESTS = 24;
    private static final int MOST_STEPS = 9;
    private static final int IDS = 4;

    @Test
    @Rule({"R-11", "V-1"})
    void isNeverReadyWhereverItHops() {
        assertThat(readyOverWork(UnaryOperator.identity())).isEmpty();
    }

    /** So the second look is what sees it: without it some relay is missed. */
    @Test
    @Rule("R-11")
    void wouldBeReadyWithoutTheSecondLook() {
        assertThat(readyOverWork(inspection -> inspection instanceof HubLook look ? once(look) : inspection))
                .isNotEmpty();
    }

    private static Map<String, String> readyOverWork(UnaryOperator<Inspection> seen) {
        Map<String, String> ready = new TreeMap<>();
        for (int partitions = 1; partitions <= 4; partitions++) {
            for (int id = 0; id < IDS; id++) {
                for (int request = 0; request < MOST_REQUESTS; request++) {
                    for (int steps = 1; steps <= MOST_STEPS; steps++) {
                        String relay = partitions + " queues, id " + id + ", " + steps + " steps at " + request;
                        relay(partitions, "order-" + id, request, steps, seen, relay, ready);
                    }
                }
            }
        }
        return ready;
    }

    private static void relay(
            int partitions,
            String id,
            int request,
            int steps,
            UnaryOperator<Inspection> seen,
            String relay,
            Map<String, String> ready) {
        Target target = new Target(partitions);
        target.platform.start(id, Kind.DETACH, null);
        target.platform.step();
        target.platform.pass(Duration.ofMinutes(1));
        Waking storage = new Waking(target, request, steps);
        Verdict verdict = target.verdict(storage, Duration.ZERO, seen);
        if (verdict.isReady() && target.platform.hasWork()) {
            ready.put(relay, verdict.toString());
        }
    }

    /** Storage of a host that wakes up at one request. */
    private static final class Waking implements Storage {
        private final Target target;
        private final int wakesAt;
        private final int steps;
        private int requests;

        Waking(Target target, int wakesAt, int steps) {
            this.target = target;
            this.wakesAt = wakesAt;
            this.steps = steps;
        }

        @Override
        public StorageImage read() {
            target.platform.pass(Duration.ofMillis(1));
            if (requests++ == wakesAt) {
                for (int step = 0; step < steps; step++) {
                    target.platform.step();
                }
            }
            return target.platform.image();
        }
    }

    /** The look as if queues were read once and nobody asked what changed meanwhile. */
    private static HubLook once(HubLook look) {
        HubRows rows = look.rows();
        HubRows unchanged = new HubRows(
                rows.complete(),
                rows.activeCount(),
                rows.active(),
                rows.scheduledAgain(),
                rows.idleEntities(),
                rows.busyEntities(),
                0,
                rows.found(),
                rows.absent(),
                rows.unreadable());
        return new HubLook(
                look.hub(),
                look.times(),
                look.layout(),
                unchanged,
                look.before(),
                look.before(),
                look.owners(),
                look.owners(),
                look.leftovers(),
                look.requests());
    }
}
