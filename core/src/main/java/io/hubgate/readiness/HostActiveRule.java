// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.readiness;

import io.hubgate.taskhub.HubLook;
import io.hubgate.taskhub.PartitionOwner;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The data of a hub is not removed while a host works on it (rule R-17): none may be alive at two looks that are 60 s apart by the service's
 * clock, and nothing may have been written in between. After an orderly stop {@code CurrentOwner} is gone while {@code ExpiresAt} still lies
 * ahead, as was seen on the running engine.
 */
final class HostActiveRule implements ReadinessRule {
    static final Duration APART = Duration.ofSeconds(60);

    @Override
    public List<Finding> judge(HubCase hubCase) {
        HubLook look = hubCase.look();
        if (look == null || hubCase.intent() != Intent.DELETE) {
            return List.of();
        }
        if (isAlive(look)) {
            return List.of(blocker(hubCase, "a host works on " + hubCase.hub(), "stop every host of the hub", null));
        }
        Instant since = quietSince(look, hubCase.memory());
        if (!since.plus(APART).isAfter(look.times().serviceEndedAt())) {
            return List.of();
        }
        return List.of(blocker(
                hubCase,
                "no host was seen on " + hubCase.hub() + ", and it must be so for " + HumanDuration.elapsed(APART),
                "ask again then",
                look.endedAt().plus(Duration.between(look.times().serviceEndedAt(), since.plus(APART)))));
    }

    private static Blocker blocker(HubCase hubCase, String message, String fix, @Nullable Instant readyAt) {
        return Blocker.of(BlockerCode.HOST_ACTIVE, hubCase.hub(), message, fix, readyAt);
    }

    /** Whether a host was alive at any moment of the look, or wrote during it. */
    static boolean isAlive(HubLook look) {
        Instant now = look.times().serviceStartedAt();
        boolean owned = Stream.concat(look.owners().stream(), look.ownersAfter().stream())
                .anyMatch(owner -> owner.isAlive(now));
        return owned || (!look.ownersAfter().isEmpty() && !stamps(look.owners()).equals(stamps(look.ownersAfter())));
    }

    /** Since when no host has shown a sign of life, on the service's clock: this look's own begin if an earlier one was different. */
    static Instant quietSince(HubLook look, HubMemory memory) {
        HubMemory.QuietHosts known = memory.hosts();
        return known != null && known.stamps().equals(stamps(look.owners()))
                ? known.since()
                : look.times().serviceStartedAt();
    }

    static Map<String, String> stamps(List<PartitionOwner> owners) {
        Map<String, String> stamps = new HashMap<>();
        owners.forEach(owner -> stamps.put(owner.partition(), owner.stamp()));
        return stamps;
    }
}
