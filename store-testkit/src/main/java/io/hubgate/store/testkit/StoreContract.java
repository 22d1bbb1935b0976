// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.store.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hubgate.error.HubgateException;
import io.hubgate.store.Deadline;
import io.hubgate.store.StoreUnavailableException;
import io.hubgate.store.UnknownOutcomeException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestReporter;

/**
 * What the contracts of both stores share: two clients on fresh data, a wire to the first, and threads.
 *
 * @param <S> the kind of store
 */
abstract class StoreContract<S> {
    /** No operation of a store sends this many requests; it ends the search for the last one. */
    private static final int MOST_REQUESTS = 10_000;

    private final Wire wire = new Wire();
    private final Crew crew = new Crew();
    private StoreFixture<S> fixture;
    private TestReporter reporter;

    /** For the two ladders of this package. */
    StoreContract() {}

    /**
     * Opens an empty store for one test.
     *
     * @param line carries the requests of the first client, and has the clock of all deadlines
     * @return the fixture, which the kit closes after the test
     */
    protected abstract StoreFixture<S> open(Wire line);

    @BeforeEach
    final void openFixture(TestReporter testReporter) {
        reporter = testReporter;
        fixture = open(wire);
    }

    @AfterEach
    final void closeFixture() {
        wire.heal();
        crew.close();
        fixture.close();
    }

    final S first() {
        return fixture.first();
    }

    final S second() {
        return fixture.second();
    }

    /** Returns the first client for even numbers and the second for odd ones. */
    final S client(int number) {
        return number % 2 == 0 ? first() : second();
    }

    final Wire wire() {
        return wire;
    }

    final Crew crew() {
        return crew;
    }

    final int largeHub() {
        return fixture.largeHub();
    }

    /** Returns a deadline that no healthy operation meets. */
    final Deadline soon() {
        return Deadline.in(Duration.ofSeconds(30), wire.clock());
    }

    /** Ends the test as skipped if the fixture says that it cannot give this, and reports its reason. */
    final void needs(Capability capability) {
        String reason = fixture.untested().get(capability);
        if (reason != null) {
            reporter.publishEntry("untested for want of " + capability, reason);
            Assumptions.abort("untested for want of " + capability + ": " + reason);
        }
    }

    /** Tells whether the fixture gives this, for tests that say more with it and something without. */
    final boolean has(Capability capability) {
        return !fixture.untested().containsKey(capability);
    }

    /** Stops the operation before each of its requests in turn, does something meanwhile, and looks at what it came to. */
    final <T> void stopAtEachRequest(Scenario<T> scenario, Runnable meanwhile, Consumer<T> after) {
        boolean more = true;
        for (int k = 0; more; k++) {
            scenario.prepare();
            Hold hold = wire.hold(k);
            Future<T> operation = crew.start(() -> {
                try {
                    return scenario.operate();
                } finally {
                    hold.giveUp();
                }
            });
            more = hold.isReached();
            assertWired(k, more);
            if (more) {
                meanwhile.run();
                hold.release();
            }
            T result = Crew.result(operation);
            if (more) {
                after.accept(result);
            }
            wire.heal();
        }
    }

    /**
     * Breaks the line at each request of the operation in turn.
     *
     * @param after gets what the operation returned, or nothing, and the exception that it threw, or nothing
     */
    final <T> void breakAtEachRequest(
            Fate fate, Scenario<T> scenario, BiConsumer<Optional<T>, Optional<HubgateException>> after) {
        boolean more = true;
        for (int k = 0; more; k++) {
            scenario.prepare();
            wire.decide(k, fate);
            Optional<T> result = Optional.empty();
            Optional<HubgateException> failure = Optional.empty();
            try {
                result = Optional.of(scenario.operate());
            } catch (StoreUnavailableException | UnknownOutcomeException e) {
                failure = Optional.of(e);
            }
            more = !wire.isSomethingLeft();
            assertWired(k, more);
            wire.heal();
            if (more) {
                after.accept(result, failure);
            }
        }
    }

    private static void assertWired(int k, boolean more) {
        assertThat(k > 0 || more)
                .as("the first client sends its requests through the wire, or the fixture lists REQUESTS as untested")
                .isTrue();
        assertThat(k).as("the number of requests of one operation").isLessThan(MOST_REQUESTS);
    }

    /** S-13: with no time left each operation gives up before it sends anything. */
    final void assertGivesUpAtOnce(Map<String, Function<Deadline, ?>> operations) {
        Deadline past = new Deadline(wire.clock().instant(), wire.clock());
        operations.forEach((name, operation) -> {
            long before = wire.requests();
            assertThatThrownBy(() -> operation.apply(past))
                    .as(name + " with no time left")
                    .isInstanceOf(StoreUnavailableException.class);
            assertThat(wire.requests() - before)
                    .as("requests of " + name + " with no time left")
                    .isZero();
        });
    }

    /** S-13: an operation whose request took all its time does not send another. */
    final void assertStopsAtDeadline(Map<String, Function<Deadline, ?>> operations) {
        needs(Capability.REQUESTS);
        operations.forEach((name, operation) -> {
            wire.decideAll(Fate.TIMED_OUT);
            long before = wire.requests();
            assertThatThrownBy(() -> operation.apply(soon()))
                    .as(name + " whose request timed out")
                    .isInstanceOfAny(StoreUnavailableException.class, UnknownOutcomeException.class);
            assertThat(wire.requests() - before)
                    .as("requests of " + name + " of which the first took all the time")
                    .isEqualTo(1);
            wire.heal();
        });
    }

    /** S-13: an interrupted thread gets an exception and stays interrupted. */
    final void assertHonoursInterruption(Map<String, Function<Deadline, ?>> operations) {
        operations.forEach((name, operation) -> {
            Thread.currentThread().interrupt();
            try {
                assertThatThrownBy(() -> operation.apply(soon()))
                        .as(name + " on an interrupted thread")
                        .isInstanceOfAny(StoreUnavailableException.class, UnknownOutcomeException.class);
                assertThat(Thread.currentThread().isInterrupted())
                        .as("the thread is still interrupted after " + name)
                        .isTrue();
            } finally {
                // The flag must not reach the next test, whatever came out here.
                Thread.interrupted();
            }
        });
    }
}
