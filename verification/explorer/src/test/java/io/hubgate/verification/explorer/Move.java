// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.verification.explorer;

import org.jspecify.annotations.Nullable;

/**
 * One thing that can happen.
 *
 * @param label what happens, for the path
 * @param world what comes of it
 * @param wrong what must never happen and did, or null
 * @param finishes whether a pipeline has finished its deployment by it
 */
record Move(String label, World world, @Nullable String wrong, boolean finishes) {
    static Move to(String label, World world) {
        return new Move(label, world, null, false);
    }

    static Move finishing(String label, World world) {
        return new Move(label, world, null, true);
    }

    Move wrong(@Nullable String what) {
        return new Move(label, world, what, finishes);
    }
}
