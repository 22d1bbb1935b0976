// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.verification.recordings;

import java.time.InstantSource;

/** Hubgate as it is, without a look at the hub. */
final class HubgateWithEvents implements Judge {
    @Override
    public String name() {
        return "Hubgate with events";
    }

    @Override
    public Said judge(Moment moment) {
        return Said.valueOf(new AtTheMoment(moment, moment.hub(), null, InstantSource.fixed(moment.at()))
                .withEvents()
                .afterProduction()
                .verdict()
                .outcome());
    }
}
