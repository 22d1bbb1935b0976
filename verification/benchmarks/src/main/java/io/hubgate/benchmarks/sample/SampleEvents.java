// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.benchmarks.sample;

import io.hubgate.delivery.IncomingEvent;
import io.hubgate.model.InstanceId;
import io.hubgate.model.OrchestratorName;
import io.hubgate.model.RuntimeStatus;
import io.hubgate.tracking.LifecycleEvent;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** The events of instances of ten orchestrators, of one {@link IdKind}, always the same ids for the same seed. */
public final class SampleEvents {
    private static final int ORCHESTRATORS = 10;

    /** A little while ago, so that no event comes from the future. */
    private final Instant begin = InstantSource.system().instant().minus(Duration.ofHours(1));

    private final List<InstanceId> ids;

    /**
     * Makes the ids.
     *
     * @param kind how they look
     * @param seed where their digits come from
     * @param instances how many
     */
    public SampleEvents(IdKind kind, long seed, int instances) {
        Random random = new Random(seed);
        ids = IntStream.range(0, instances)
                .mapToObj(number -> kind.next(random, number))
                .toList();
    }

    /**
     * Returns the beginnings of all instances.
     *
     * @return one event for each
     */
    public List<IncomingEvent> begun() {
        return IntStream.range(0, ids.size())
                .mapToObj(number -> event(number, RuntimeStatus.RUNNING))
                .toList();
    }

    /**
     * Returns the lives of all instances, in the order of time.
     *
     * @param atATime how many run at a time: each ends when so many others have begun after it
     * @return two events for each
     */
    public List<IncomingEvent> lives(int atATime) {
        List<IncomingEvent> events = new ArrayList<>(2 * ids.size());
        for (int number = 0; number < ids.size() + atATime; number++) {
            if (number < ids.size()) {
                events.add(event(number, RuntimeStatus.RUNNING));
            }
            if (number >= atATime) {
                events.add(event(number - atATime, RuntimeStatus.COMPLETED));
            }
        }
        return events;
    }

    private IncomingEvent event(int number, RuntimeStatus status) {
        Instant at = begin.plusNanos(number * 100_000L).plusSeconds(status.equals(RuntimeStatus.RUNNING) ? 0 : 60);
        OrchestratorName function = new OrchestratorName("CheckoutOrchestrator" + number % ORCHESTRATORS);
        return new IncomingEvent.Parsed(new LifecycleEvent(SampleApp.HUB, ids.get(number), function, status, at, ""));
    }

    /**
     * Divides events into deliveries.
     *
     * @param events the events
     * @param size how many events a delivery has; the last one may have fewer
     * @return the deliveries
     */
    public static List<List<IncomingEvent>> deliveries(List<IncomingEvent> events, int size) {
        List<List<IncomingEvent>> deliveries = new ArrayList<>(events.size() / size + 1);
        for (int from = 0; from < events.size(); from += size) {
            deliveries.add(List.copyOf(events.subList(from, Math.min(from + size, events.size()))));
        }
        return deliveries;
    }
}
