// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.verification.azurite;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/** Which requests meet which fault. A proxy asks once for each request, one after another in the order of their numbers. */
@FunctionalInterface
public interface Faults {
    /**
     * Says what happens to a request.
     *
     * @param request the request, complete
     * @return the fault, or empty to pass it on
     */
    Optional<Fault> on(ProxiedRequest request);

    /** No fault. */
    static Faults none() {
        return request -> Optional.empty();
    }

    /** A fault for each request. */
    static Faults always(Fault fault) {
        return request -> Optional.of(fault);
    }

    /** A fault for each request of a kind. */
    static Faults on(Predicate<ProxiedRequest> kind, Fault fault) {
        return request -> kind.test(request) ? Optional.of(fault) : Optional.empty();
    }

    /** A fault for the first requests of a kind: a client that tries again more often gets through. */
    static Faults first(int count, Predicate<ProxiedRequest> kind, Fault fault) {
        AtomicInteger seen = new AtomicInteger();
        return on(request -> kind.test(request) && seen.incrementAndGet() <= count, fault);
    }

    /** A fault for only one request of a kind, by its place among them, from 1. */
    static Faults nth(int place, Predicate<ProxiedRequest> kind, Fault fault) {
        AtomicInteger seen = new AtomicInteger();
        return on(request -> kind.test(request) && seen.incrementAndGet() == place, fault);
    }

    /**
     * Faults by chance, each as likely as the others. What happens depends on the seed and the number of the request alone; it is named by
     * {@link Object#toString}, for tests to print.
     *
     * @param seed any number
     * @param share how many of the requests, from 0 to 1
     * @param mixed the faults
     */
    static Faults seeded(long seed, double share, Fault... mixed) {
        return new Seeded(seed, share, List.of(mixed));
    }

    /** These faults, and where they let a request pass, others. Both see every request. */
    default Faults or(Faults others) {
        return request -> {
            Optional<Fault> second = others.on(request);
            return on(request).or(() -> second);
        };
    }

    /** See {@link #seeded}. */
    record Seeded(long seed, double share, List<Fault> mixed) implements Faults {
        /** Checks the values. */
        public Seeded {
            mixed = List.copyOf(mixed);
            if (!(share >= 0 && share <= 1) || mixed.isEmpty()) {
                throw new IllegalArgumentException("a share of " + share + " of " + mixed.size() + " faults");
            }
        }

        @Override
        public Optional<Fault> on(ProxiedRequest request) {
            // Split, so that neighbouring numbers have nothing in common.
            SplittableRandom random = new SplittableRandom(seed ^ (request.number() * 0x9E3779B97F4A7C15L)).split();
            boolean happens = random.nextDouble() < share;
            return happens ? Optional.of(mixed.get(random.nextInt(mixed.size()))) : Optional.empty();
        }
    }
}
