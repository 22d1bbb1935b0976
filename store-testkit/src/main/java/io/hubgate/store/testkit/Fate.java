// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.store.testkit;

import java.time.Duration;

/** What becomes of a request on the {@link Wire}. */
enum Fate {
    /** It is sent and answered. */
    ANSWERED(true, true, Duration.ZERO),
    /** It is not sent: nobody listens. */
    REFUSED(false, false, Duration.ofSeconds(1)),
    /** It is sent and done, and the connection ends before the answer is there. */
    REPLY_LOST(true, false, Duration.ofSeconds(1)),
    /** It is not sent, and that takes longer than any deadline of the kit. */
    TIMED_OUT(false, false, Duration.ofHours(1));

    final boolean sent;
    final boolean answered;

    /** What passes on the clock meanwhile, so that whoever tries again until its deadline comes to an end. */
    final Duration takes;

    Fate(boolean sent, boolean answered, Duration takes) {
        this.sent = sent;
        this.answered = answered;
        this.takes = takes;
    }
}
