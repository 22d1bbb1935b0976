// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.verification.architecture.broken;

import java.time.Instant;
import java.util.Date;

/** Reads the clock at will. */
public final class ClockReader {

    Instant instant() {
        return Instant.now();
    }

    long millis() {
        return System.currentTimeMillis();
    }

    long nanos() {
        return System.nanoTime();
    }

    @SuppressWarnings("JavaUtilDate") // on purpose: the rule must find it
    Date date() {
        return new Date();
    }

    void sleeps() throws InterruptedException {
        Thread.sleep(1);
    }
}
