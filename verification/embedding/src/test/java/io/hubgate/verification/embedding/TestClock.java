// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.verification.embedding;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that stands still until a test moves it. */
final class TestClock implements InstantSource {
    private volatile Instant now = Instant.parse("2026-11-23T05:18:00Z");

    @Override
    public Instant instant() {
        return now;
    }

    synchronized TestClock forward(Duration time) {
        now = now.plus(time);
        return this;
    }
}
