// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.verification.embedding;

import io.hubgate.verification.embedding.Trouble.StoreCall;
import java.util.function.Supplier;

/** The line between a Hubgate and its stores: calls meet on it what a test has put there. */
final class Line {
    private volatile Trouble trouble = Trouble.NONE;

    void put(Trouble next) {
        trouble = next;
    }

    void clear() {
        trouble = Trouble.NONE;
    }

    <T> T read(String method, Supplier<T> call) {
        return pass(new StoreCall(method, false), call);
    }

    <T> T write(String method, Supplier<T> call) {
        return pass(new StoreCall(method, true), call);
    }

    private <T> T pass(StoreCall call, Supplier<T> operation) {
        Trouble met = trouble;
        met.before(call);
        T result = operation.get();
        met.after(call);
        return result;
    }
}
