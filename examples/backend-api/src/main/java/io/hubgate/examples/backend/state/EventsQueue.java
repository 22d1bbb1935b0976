// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.examples.backend.state;

import io.hubgate.Hubgate;
import io.hubgate.error.HubgateException;
import io.hubgate.eventgrid.queue.QueueName;
import io.hubgate.eventgrid.queue.QueueReceiver;
import io.hubgate.eventgrid.queue.QueueSettings;
import io.hubgate.eventgrid.queue.StopSwitch;
import io.hubgate.examples.backend.settings.Storage;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Receives events from the queue that the settings name, on a thread of its own, until it is closed. */
public final class EventsQueue implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EventsQueue.class);
    private static final Duration FINISH_WITHIN = Duration.ofSeconds(25);
    private static final Duration LOOK_AGAIN_AFTER = Duration.ofSeconds(10);

    private final StopSwitch stop = new StopSwitch();
    private final Thread thread;

    private EventsQueue(QueueReceiver receiver) {
        thread = new Thread(() -> receive(receiver), "events-queue");
        thread.setDaemon(true);
        thread.start();
    }

    /**
     * Begins to receive.
     *
     * @param storage names the account and the queue
     * @param hubgate takes the events
     * @param clock tells the time
     * @return what is to be closed
     */
    public static EventsQueue open(Storage storage, Hubgate hubgate, InstantSource clock) {
        QueueName name = new QueueName(Objects.requireNonNull(storage.eventsQueue(), "a queue"));
        return new EventsQueue(new QueueReceiver(
                AccountClients.of(storage.required()).queues(),
                name,
                (events, deadline) -> hubgate.take(events, deadline.left()),
                clock,
                QueueSettings.defaults()));
    }

    /** A queue that is not there yet may be made later: saying so and looking again is better than an end. */
    private void receive(QueueReceiver receiver) {
        while (!stop.isStopped()) {
            try {
                receiver.run(stop);
            } catch (HubgateException e) {
                LOG.warn("no events come by the queue: {}; {}", e.getMessage(), e.fix());
                pause();
            } catch (RuntimeException e) {
                LOG.error("receiving from the queue failed and is tried again", e);
                pause();
            }
        }
    }

    private void pause() {
        try {
            stop.await(LOOK_AGAIN_AFTER);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stop.stop();
        }
    }

    @Override
    public void close() {
        stop.stop();
        try {
            thread.join(FINISH_WITHIN.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
