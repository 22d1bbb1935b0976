// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.store.testkit;

/** What a {@link StoreFixture} gives to the kit beside two clients. A fixture gives all of it, but for what it lists as untested. */
public enum Capability {
    /**
     * Each request of the first client goes through the {@link Wire}. The kit then counts requests, holds one while something else happens,
     * and breaks the line before or after one. Without it, what happens between two requests is not tested.
     */
    REQUESTS,

    /** Each reply tells the {@link Wire} how many rows it carried. Without it, the cost of a read is tested by requests only. */
    ROWS
}
