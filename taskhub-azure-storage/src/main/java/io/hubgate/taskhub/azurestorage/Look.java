// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.taskhub.azurestorage;

import io.hubgate.model.InstanceId;
import io.hubgate.taskhub.Depth;
import io.hubgate.taskhub.HubLook;
import io.hubgate.taskhub.HubRows;
import io.hubgate.taskhub.InspectionRequest;
import io.hubgate.taskhub.LookTimes;
import io.hubgate.taskhub.OpenTimer;
import io.hubgate.taskhub.PartitionOwner;
import io.hubgate.taskhub.QueueLook;
import io.hubgate.taskhub.QueueMessage;
import io.hubgate.taskhub.azurestorage.internal.client.Visit;
import io.hubgate.taskhub.azurestorage.internal.layout.HubPlace;
import io.hubgate.taskhub.azurestorage.internal.layout.Owners;
import io.hubgate.taskhub.azurestorage.internal.queues.QueueReader;
import io.hubgate.taskhub.azurestorage.internal.rows.LeftoverReader;
import io.hubgate.taskhub.azurestorage.internal.rows.RowReader;
import io.hubgate.taskhub.azurestorage.internal.rows.RowTally;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import reactor.core.publisher.Mono;

/** One look at a hub that was found, in the order of rule R-11: queues and owners, suspects, the scan, queues in the opposite order, owners. */
final class Look {
    /** What the service's clock counts in. */
    private static final Duration TICK = Duration.ofSeconds(1);

    private final InspectionRequest request;
    private final HubPlace place;
    private final Visit visit;
    private final InstantSource clock;
    private final Instant began;
    private final RowTally tally;

    Look(InspectionRequest request, HubPlace place, Visit visit, InstantSource clock) {
        this.request = request;
        this.place = place;
        this.visit = visit;
        this.clock = clock;
        this.began = place.tracking().clock().first();
        Set<InstanceId> wanted = new HashSet<>(request.tracked());
        wanted.addAll(request.suspects());
        this.tally = new RowTally(place.names(), began, wanted);
    }

    HubLook from(Instant startedAt) {
        List<QueueLook> before = until(QueueReader.all(place, false));
        List<PartitionOwner> owners = until(Owners.of(place));
        if (request.depth() == Depth.QUEUES) {
            return seen(
                    startedAt, HubRows.UNREAD, new Queues(before, List.of()), new Hosts(owners, List.of()), List.of());
        }
        if (!rows(before)) {
            return seen(
                    startedAt,
                    tally.rows(false),
                    new Queues(before, List.of()),
                    new Hosts(owners, List.of()),
                    List.of());
        }
        Queues queues = new Queues(before, until(QueueReader.all(place, true)));
        Hosts hosts = new Hosts(owners, until(Owners.of(place)));
        List<OpenTimer> leftovers = until(new LeftoverReader(place).read(queues.hiding(), request.remembered(), began));
        return seen(startedAt, tally.rows(true), queues, hosts, leftovers);
    }

    /**
     * Whether this look, which is over, may take for a change during it what was written before. The service tells its time in whole seconds, so
     * each write of the second in which the look began is after the beginning.
     */
    boolean isInDoubt() {
        return tally.lastChange().isAfter(began) && tally.lastChange().isBefore(began.plus(TICK)) && !tally.isBlocked();
    }

    /** How long it takes until another look would begin in a later second. */
    Duration untilNextSecond() {
        return place.tracking().clock().last().isAfter(began) ? Duration.ZERO : TICK;
    }

    /** Reads what the depth wants of the table; false if the look ends with it. */
    private boolean rows(List<QueueLook> before) {
        boolean stop = request.depth() == Depth.FIRST_BLOCKER;
        if (stop && before.stream().anyMatch(Look::isWork)) {
            return false;
        }
        RowReader reader = new RowReader(place, began, tally);
        boolean ends = until(reader.suspects(request.suspects(), stop))
                || !until(reader.scan(stop))
                || !until(reader.nameless(stop));
        if (!ends) {
            until(reader.unread(timed(before)).thenReturn(true));
        }
        until(reader.histories(request.depth()).thenReturn(true));
        return !ends;
    }

    /** Whom timers are for that are due: one whose instance has finished is no work (rule R-16). */
    private static Set<InstanceId> timed(List<QueueLook> queues) {
        return queues.stream()
                .map(QueueLook::visible)
                .flatMap(List::stream)
                .filter(QueueMessage::isTimer)
                .map(QueueMessage::instance)
                .flatMap(Stream::ofNullable)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** A message that can be seen is for somebody, and one of an activity counts even when it is hidden. */
    private static boolean isWork(QueueLook look) {
        return look.isWorkItems() ? look.messages() > 0 : !look.visible().isEmpty();
    }

    private HubLook seen(Instant startedAt, HubRows rows, Queues queues, Hosts hosts, List<OpenTimer> leftovers) {
        Instant serviceEndedAt = place.tracking().clock().last();
        return new HubLook(
                request.hub(),
                new LookTimes(startedAt, clock.instant(), began, serviceEndedAt),
                place.layout(),
                rows,
                queues.before,
                queues.after,
                hosts.before,
                hosts.after,
                leftovers,
                visit.requests());
    }

    private <T> T until(Mono<T> work) {
        return Waiting.until(visit, place.own().account(), work);
    }

    private record Queues(List<QueueLook> before, List<QueueLook> after) {
        Set<Integer> hiding() {
            Set<Integer> numbers = new TreeSet<>();
            Stream.concat(before.stream(), after.stream())
                    .filter(look -> !look.isWorkItems() && look.hidden() > 0)
                    .forEach(look -> numbers.add(look.number()));
            return numbers;
        }
    }

    private record Hosts(List<PartitionOwner> before, List<PartitionOwner> after) {}
}
