// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.benchmarks.sample;

import io.hubgate.model.InstanceId;
import java.util.Locale;
import java.util.Random;

/** How instance ids look. */
public enum IdKind {
    /** 32 hexadecimal digits, as the engine makes them up. */
    MADE_UP {
        @Override
        public InstanceId next(Random random, int number) {
            return new InstanceId(String.format(Locale.ROOT, "%016x%016x", random.nextLong(), random.nextLong()));
        }
    },
    /** Some 12 characters, as a starter gives them. */
    SHORT {
        @Override
        public InstanceId next(Random random, int number) {
            return new InstanceId("order-" + (100_000 + number));
        }
    };

    /**
     * Returns an id.
     *
     * @param random where its digits come from
     * @param number which instance it is, from 0
     * @return an id that no other number has
     */
    public abstract InstanceId next(Random random, int number);
}
