// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate;

import io.hubgate.observe.HubgateListener;
import io.hubgate.readiness.ReadinessPolicy;
import io.hubgate.readiness.ReadinessRules;
import io.hubgate.readiness.Warning;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/** What every part of the shell is made of. Immutable. */
record Shell(
        AppRecords records,
        EvidenceReader evidence,
        ReadinessRules rules,
        ReadinessPolicy policy,
        Duration lease,
        Duration patience,
        List<Warning> standingWarnings,
        HubgateListener listener,
        InstantSource clock) {
    Shell {
        standingWarnings = List.copyOf(standingWarnings);
    }
}
