// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.verification.recordings;

import io.hubgate.readiness.Verdict;
import io.hubgate.verification.taskhub.image.StorageImage;
import io.hubgate.verification.taskhub.look.PlainInspector;
import java.time.InstantSource;

/** Hubgate as it is, with a look at what the recording shows of the hub's storage. */
final class HubgateWithTheHub implements Judge {
    @Override
    public String name() {
        return "Hubgate with the hub";
    }

    @Override
    public Said judge(Moment moment) {
        return Said.valueOf(verdict(moment, true).outcome());
    }

    static Verdict verdict(Moment moment, boolean events) {
        return verdict(moment, moment.storage(), events);
    }

    /** The same with storage that somebody changed. */
    static Verdict verdict(Moment moment, StorageImage image, boolean events) {
        InstantSource then = InstantSource.fixed(moment.at());
        StorageImage atTheMoment = image.at(moment.at());
        AtTheMoment hubgate = new AtTheMoment(moment, moment.hub(), new PlainInspector(() -> atTheMoment, then), then);
        return (events ? hubgate.withEvents() : hubgate).afterProduction().verdict();
    }
}
