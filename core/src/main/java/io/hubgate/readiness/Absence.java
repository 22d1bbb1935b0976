// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.readiness;

import io.hubgate.taskhub.HubLook;
import io.hubgate.tracking.InstanceRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/**
 * What it means that an instance which events call active has no row (rule R-14): purged, not written yet, a phantom, or another hub is read.
 * Times are on our clock, so that a later event, by its receipt, opens everything again.
 *
 * @param hubCase the case
 * @param look its look
 */
record Absence(HubCase hubCase, HubLook look) {
    /** As far apart two looks must be that miss a row. */
    static final Duration APART = Duration.ofHours(1);

    /** The same while no look ever found a row of any instance that events had shown: another hub may be read. */
    static final Duration APART_IN_DOUBT = Duration.ofHours(24);

    /** As recently events must have shown instances for the absence of all of them to mean that another hub is read. */
    static final Duration RECENT = Duration.ofHours(24);

    /** Whether an earlier look listed the instance after its last event, or one long enough ago missed it too. */
    boolean isExplained(InstanceRecord record) {
        Instant listed = hubCase.memory().listed().get(record.id());
        Instant absent = hubCase.memory().absentSince().get(record.id());
        boolean purged = listed != null && !record.receivedAt().isAfter(listed);
        boolean missedTwice = absent != null
                && !record.receivedAt().isAfter(absent)
                && !absent.plus(isIdentified() ? APART : APART_IN_DOUBT).isAfter(look.endedAt());
        return purged || missedTwice;
    }

    /** Whether any look found a row of an instance that events had shown. */
    boolean isIdentified() {
        Set<?> found = look.rows().found().keySet();
        return hubCase.memory().identified()
                || hubCase.events().active().stream().anyMatch(record -> found.contains(record.id()));
    }

    /** Whether none of the instances that events showed lately has a row, so that the wrong hub is read. */
    boolean isMismatch() {
        Instant recent = hubCase.now().minus(RECENT);
        boolean missing = hubCase.events().active().stream()
                .filter(record -> record.since().isAfter(recent))
                .anyMatch(record -> look.rows().absent().contains(record.id()));
        return missing && !isIdentified();
    }
}
