// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.tracking;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the events of one hub amount to beside the instances themselves. Kept by the store, in the same write as the instances.
 *
 * @param firstReceipt the first receipt of an event of the hub, on the receiver's clock
 * @param lastReceipt the latest receipt of an event of the hub, duplicates included
 * @param lastEventAt the latest event time, on the hosts' clocks
 * @param lastTerminalAt the latest event time of a terminal event of an orchestration, or null if none came
 * @param active how many orchestrations are active, entities not counted
 * @param withoutStart how many finished orchestrations never showed a start
 * @param entities how many entities were seen
 * @param truncated true if events of this hub were acknowledged and not kept, because no app had claimed it and the cap was reached
 */
public record Traffic(
        Instant firstReceipt,
        Instant lastReceipt,
        Instant lastEventAt,
        @Nullable Instant lastTerminalAt,
        long active,
        long withoutStart,
        long entities,
        boolean truncated) {}
