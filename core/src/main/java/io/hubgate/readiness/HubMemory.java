// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.readiness;

import io.hubgate.model.InstanceId;
import io.hubgate.taskhub.OpenTimer;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of earlier looks at a hub, so that a later one can tell more than it sees. Bounded: what does not fit is forgotten, and what is
 * forgotten only makes a verdict more careful. How it grows is {@link Remembering}'s to say.
 *
 * @param lookedAt when the latest look ended that was kept, on our clock, or null if there was none
 * @param identified whether a look ever found a row of an instance that events had shown: the hub that is read is the hub that publishes
 * @param listed instances that events call active and that had a row, with the latest look that saw it, on our clock
 * @param absentSince instances that events call active and that had no row, with the first look that missed it, on our clock
 * @param timers open timers that were read from history and are not due yet (rule R-16)
 * @param surplus unexplained messages by control queue
 * @param hosts since when no host showed a sign of life, or null if one did at the latest look
 * @param suspects what blocked the latest look, to be read first the next time (rule R-11)
 */
public record HubMemory(
        @Nullable Instant lookedAt,
        boolean identified,
        Map<InstanceId, Instant> listed,
        Map<InstanceId, Instant> absentSince,
        List<OpenTimer> timers,
        Map<Integer, Surplus> surplus,
        @Nullable QuietHosts hosts,
        List<InstanceId> suspects) {
    /** Nothing is known. */
    public static final HubMemory NONE =
            new HubMemory(null, false, Map.of(), Map.of(), List.of(), Map.of(), null, List.of());

    /** As many instances, and as many timers, are kept. */
    public static final int MOST_KEPT = 500;

    /** As many suspects are kept. */
    public static final int MOST_SUSPECTS = 20;

    /** Copies the collections; the maps are in the order of their keys. */
    public HubMemory {
        listed = Collections.unmodifiableMap(new TreeMap<>(listed));
        absentSince = Collections.unmodifiableMap(new TreeMap<>(absentSince));
        timers = List.copyOf(timers);
        surplus = Collections.unmodifiableMap(new TreeMap<>(surplus));
        suspects = List.copyOf(suspects);
    }

    /**
     * Unexplained messages of one control queue.
     *
     * @param count how many at the latest look
     * @param increasedAt when that number was last seen to grow, on our clock
     */
    public record Surplus(long count, Instant increasedAt) {}

    /**
     * A hub on which no host works.
     *
     * @param since the first look that saw it so, on the service's clock
     * @param stamps the stamp of each partition's owner; a different one is a sign of life
     */
    public record QuietHosts(Instant since, Map<String, String> stamps) {
        /** Copies the map, in the order of its keys. */
        public QuietHosts {
            stamps = Collections.unmodifiableMap(new TreeMap<>(stamps));
        }
    }
}
