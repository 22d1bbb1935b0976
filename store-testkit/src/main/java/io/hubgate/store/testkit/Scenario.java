// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.store.testkit;

/**
 * One operation of the first client that is tried again and again, each time with something happening at another of its requests.
 *
 * @param <T> what the operation returns
 */
interface Scenario<T> {
    /** Brings about what the operation finds; the requests of this are not disturbed. */
    void prepare();

    /** Does the operation. */
    T operate();
}
