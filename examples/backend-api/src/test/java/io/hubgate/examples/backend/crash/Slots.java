// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.examples.backend.crash;

/** What physically is in the two slots of an app, as Azure would tell. Thread-safe. */
final class Slots {
    private String production;
    private String staging = "";
    private int swaps;

    Slots(String production) {
        this.production = production;
    }

    synchronized String production() {
        return production;
    }

    synchronized void deploy(String hub) {
        staging = hub;
    }

    synchronized void swap() {
        String before = production;
        production = staging;
        staging = before;
        swaps++;
    }

    synchronized int swaps() {
        return swaps;
    }
}
