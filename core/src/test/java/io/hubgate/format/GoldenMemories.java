// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.format;

import io.hubgate.model.ExecutionId;
import io.hubgate.model.InstanceId;
import io.hubgate.readiness.HubMemory;
import io.hubgate.taskhub.OpenTimer;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What the golden files of memories say. */
final class GoldenMemories {
    static final HubMemory FULL = new HubMemory(
            at(1),
            true,
            Map.of(new InstanceId("order \u0007"), at(2), new InstanceId("\ud800"), at(3)),
            Map.of(new InstanceId("lost"), at(4)),
            List.of(new OpenTimer(3, new InstanceId("approval"), new ExecutionId("e1"), -7, at(5))),
            Map.of(2, new HubMemory.Surplus(11, at(6))),
            new HubMemory.QuietHosts(at(8), Map.of("orders-control-00", "W/\"0x8D\"")),
            List.of(new InstanceId("first"), new InstanceId("@cart@1")));

    private GoldenMemories() {}

    private static Instant at(int minute) {
        return Instant.parse("2026-11-03T10:00:00.0012345Z").plusSeconds(60L * minute);
    }
}
