// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.verification.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import io.hubgate.Hubgate;
import io.hubgate.StatusQuery;
import io.hubgate.model.RuntimeStatus;
import io.hubgate.model.SlotName;
import io.hubgate.readiness.Blocker;
import io.hubgate.readiness.BlockerCode;
import io.hubgate.readiness.Verdict;
import io.hubgate.store.Deadline;
import io.hubgate.store.Shelf;
import io.hubgate.store.StoreUnavailableException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Backends that give signs of life over one store: orders420 is live, orders419 drains in staging and has been quiet for long. */
final class QuietSlot {
    static final Duration EVERY = Duration.ofSeconds(10);
    static final Duration SETTLE = Duration.ofMinutes(2);

    final Embedded orders = new Embedded(builder -> builder.signsOfLife(EVERY));

    QuietSlot() {
        orders.declare("orders420", "orders419");
        orders.event("orders419", "order-1", RuntimeStatus.RUNNING);
        orders.event("orders419", "order-1", RuntimeStatus.COMPLETED);
        live(orders.hubgate, Duration.ofMinutes(10));
        assertThat(isReady(orders.hubgate)).isTrue();
    }

    /** Time passes, and the backends give their signs in it. */
    void live(Hubgate hubgate, Duration time) {
        live(List.of(hubgate), time);
    }

    void live(List<Hubgate> backends, Duration time) {
        for (Duration lived = Duration.ZERO; lived.compareTo(time) < 0; lived = lived.plus(EVERY)) {
            orders.clock.forward(EVERY);
            backends.forEach(Hubgate::giveSignOfLife);
        }
    }

    static boolean isReady(Hubgate hubgate) {
        return verdict(hubgate).isReady();
    }

    private static Verdict verdict(Hubgate hubgate) {
        return hubgate.status(StatusQuery.of(Embedded.ORDERS, SlotName.STAGING)).verdict();
    }

    static Optional<Instant> settlesAt(Hubgate hubgate) {
        return verdict(hubgate).basis().blockers().stream()
                .filter(blocker -> blocker.code() == BlockerCode.SETTLING)
                .map(Blocker::readyAt)
                .findFirst();
    }

    int marks() {
        return orders.apps
                .list(Shelf.MARKS, null, 1000, Deadline.in(Duration.ofSeconds(5), orders.clock))
                .items()
                .size();
    }

    /** No call of a kind gets through. */
    record Unreachable(String part) implements Trouble {
        @Override
        public void before(StoreCall call) {
            if (call.method().contains(part)) {
                throw new StoreUnavailableException(call + " did not reach the store");
            }
        }
    }
}
