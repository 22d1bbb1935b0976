// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate;

import io.hubgate.delivery.HubDirectory;
import io.hubgate.delivery.HubPlace;
import io.hubgate.deployment.Claim;
import io.hubgate.deployment.ReleasePhase;
import io.hubgate.model.TaskHubName;
import io.hubgate.store.Deadline;
import io.hubgate.store.Versioned;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Says where the events of a hub belong, from claims and apps, and remembers it for a few seconds. Being a little behind is harmless: an
 * unclaimed hub's events are read together with its claimed ones, and those of a hub that was just removed are forgotten with it. Thread-safe.
 */
final class ClaimDirectory implements HubDirectory {
    private static final Duration REMEMBERED = Duration.ofSeconds(5);
    private static final int MOST = 10_000;

    private final AppRecords records;
    private final InstantSource clock;
    private final Map<TaskHubName, Remembered> places = new ConcurrentHashMap<>();

    ClaimDirectory(AppRecords records, InstantSource clock) {
        this.records = records;
        this.clock = clock;
    }

    private record Remembered(HubPlace place, Instant until) {}

    @Override
    public HubPlace placeOf(TaskHubName hub, Deadline deadline) {
        Instant now = clock.instant();
        Remembered known = places.get(hub);
        if (known != null && now.isBefore(known.until())) {
            return known.place();
        }
        HubPlace place = read(hub, deadline);
        if (places.size() >= MOST) {
            // Foreign hub names can be many; forgetting all of them now and then costs a read each.
            places.clear();
        }
        places.put(hub, new Remembered(place, now.plus(REMEMBERED)));
        return place;
    }

    void forget(TaskHubName hub) {
        places.remove(hub);
    }

    private HubPlace read(TaskHubName hub, Deadline deadline) {
        Optional<Claim> claim = records.claim(hub, deadline).map(Versioned::value);
        if (claim.isEmpty()) {
            return HubPlace.UNCLAIMED;
        }
        if (claim.get().tombstone() != null) {
            return HubPlace.CLOSED;
        }
        ReleasePhase phase = records.load(claim.get().app(), deadline).app().phaseOf(hub);
        return phase == ReleasePhase.REMOVING || phase == ReleasePhase.DELETED ? HubPlace.CLOSED : HubPlace.CLAIMED;
    }
}
