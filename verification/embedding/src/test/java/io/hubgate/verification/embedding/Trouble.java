// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.verification.embedding;

import io.hubgate.store.StoreUnavailableException;
import io.hubgate.store.UnknownOutcomeException;
import java.io.IOException;
import java.util.function.Predicate;

/** What may go wrong around a call of a store: what is thrown before it keeps it from happening, what is thrown after it does not. */
interface Trouble {
    /** All goes well. */
    Trouble NONE = new Trouble() {};

    /** A call is about to reach the store. */
    default void before(StoreCall call) {}

    /** A call has reached the store. */
    default void after(StoreCall call) {}

    /**
     * A call of a store.
     *
     * @param method the method's name
     * @param isWrite whether it may change anything
     */
    record StoreCall(String method, boolean isWrite) {}

    /** How a call goes wrong. */
    enum Kind {
        /** The process dies before the call. */
        DIES_BEFORE(true),
        /** The process dies after it. */
        DIES_AFTER(false),
        /** The answer is lost, and the call did not arrive. */
        LOST_BEFORE(true),
        /** The answer is lost, and the call did arrive. */
        LOST_AFTER(false),
        /** The store cannot be reached. */
        UNREACHABLE(true);

        private final boolean before;

        Kind(boolean before) {
            this.before = before;
        }

        private RuntimeException exception(StoreCall call) {
            return switch (this) {
                case DIES_BEFORE, DIES_AFTER -> new Died(call);
                case LOST_BEFORE, LOST_AFTER ->
                    new UnknownOutcomeException("the answer to " + call + " was lost", new IOException("reset"));
                case UNREACHABLE -> new StoreUnavailableException(call + " did not reach the store");
            };
        }
    }

    /** The death of the process in the middle of a call: nothing in the library may live through it. */
    final class Died extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Died(StoreCall call) {
            super("died at " + call);
        }
    }

    /** One of the calls goes wrong, the others go well. */
    final class Nth implements Trouble {
        private final Kind kind;
        private final Predicate<StoreCall> counted;
        private int left;

        private Nth(Kind kind, Predicate<StoreCall> counted, int nth) {
            this.kind = kind;
            this.counted = counted;
            this.left = nth;
        }

        /** The n-th write, counted from 1, goes wrong. */
        static Nth write(int nth, Kind kind) {
            return new Nth(kind, StoreCall::isWrite, nth);
        }

        /** The n-th call of any sort, counted from 1, goes wrong. */
        static Nth call(int nth, Kind kind) {
            return new Nth(kind, call -> true, nth);
        }

        /** Whether there were so many calls. */
        boolean hasHappened() {
            return left <= 0;
        }

        @Override
        public void before(StoreCall call) {
            if (counted.test(call)) {
                left--;
                strike(call, kind.before);
            }
        }

        @Override
        public void after(StoreCall call) {
            if (counted.test(call)) {
                strike(call, !kind.before);
            }
        }

        private void strike(StoreCall call, boolean itsTurn) {
            if (left == 0 && itsTurn) {
                throw kind.exception(call);
            }
        }
    }
}
