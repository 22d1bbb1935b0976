// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.eventgrid.queue;

import com.azure.storage.queue.QueueMessageEncoding;
import com.azure.storage.queue.QueueServiceClient;
import io.hubgate.error.ErrorCode;
import io.hubgate.error.HubgateException;
import io.hubgate.error.InvalidValueException;
import io.hubgate.eventgrid.EventSink;
import io.hubgate.model.Text;
import io.hubgate.store.Deadline;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes lifecycle events from a storage queue and hands them to the same sink as the webhook (rule E-4). A message is deleted only after the sink
 * has returned, so what is lost at any moment, comes again, to this or another receiver: the sink takes duplicates without harm.
 *
 * <p>A message is plain JSON or JSON in Base64, in either schema, usually one event. An event that is malformed goes to the sink as such, as with
 * the webhook. A message that is no JSON at all does too, so that verdicts know of it, and is moved to the queue {@code <name>-poison},
 * which is created when needed, with its reason: an object with {@code reason}, {@code queue}, {@code messageId}, {@code insertedAt}, {@code
 * movedAt}, {@code deliveries} and {@code body}; or, if it would be too large, several with {@code part}, {@code parts} and {@code bodyBase64}.
 * So is a message that was received too often, if it fails alone and for another reason than that the store is away: an outage, however long,
 * moves nothing aside. After a crash a message may be in the poison queue twice, with the same {@code messageId}.
 *
 * <p>The queue itself is never created. Everything runs on the caller's thread:
 *
 * <pre>{@code
 * QueueServiceClient service = new QueueServiceClientBuilder().connectionString(...).buildClient();
 * QueueReceiver receiver = new QueueReceiver(
 *         service, new QueueName("hubgate-events"), intake::take, Clock.systemUTC(), QueueSettings.defaults());
 * StopSwitch stop = new StopSwitch();
 * new Thread(() -> receiver.run(stop)).start();
 * }</pre>
 *
 * <p>Thread-safe: one receiver may run on several threads, and any number of receivers may share a queue.
 */
public final class QueueReceiver {
    private static final Logger LOG = LoggerFactory.getLogger(QueueReceiver.class);

    private final EventSink sink;
    private final InstantSource clock;
    private final QueueSettings settings;
    private final SourceQueue source;
    private final PoisonQueue poison;

    /**
     * Creates a receiver; nothing is called yet.
     *
     * @param service the storage account, with a retry policy that ends soon
     * @param queue the queue that events come by
     * @param sink where events go
     * @param clock tells when messages were received, for the deadline of the sink
     * @param settings times and limits
     * @throws InvalidValueException if the client decodes messages itself: it would fail at those that are not as it expects
     */
    public QueueReceiver(
            QueueServiceClient service, QueueName queue, EventSink sink, InstantSource clock, QueueSettings settings) {
        if (service.getMessageEncoding() != QueueMessageEncoding.NONE) {
            throw new InvalidValueException(
                    "a queue client with message encoding " + service.getMessageEncoding(),
                    "leave the encoding out: the receiver reads plain and Base64 messages");
        }
        this.sink = Objects.requireNonNull(sink, "sink");
        this.clock = Objects.requireNonNull(clock, "clock");
        this.settings = Objects.requireNonNull(settings, "settings");
        this.source = new SourceQueue(service.getQueueClient(queue.value()), settings);
        this.poison = new PoisonQueue(service.getQueueClient(queue.poison()), queue.value(), settings, clock);
    }

    /**
     * Does one round: receives up to 32 messages and does with each what is to be done. Does not wait for messages.
     *
     * @return what became of them
     * @throws InvalidValueException with {@link ErrorCode#NOT_FOUND} if the queue does not exist
     * @throws io.hubgate.store.StoreUnavailableException if the queue cannot be read. That the sink cannot take something is no exception: it is
     *     {@linkplain ReceiveReport#left left}
     */
    public ReceiveReport receiveOnce() {
        List<Letter> letters = source.receive().stream().map(Letter::read).toList();
        if (letters.isEmpty()) {
            return ReceiveReport.NOTHING;
        }
        Deadline deadline = Deadline.in(settings.takeWithin(), clock);
        return new Round(source, poison, sink, deadline, settings.mostDeliveries()).take(letters);
    }

    /**
     * Does rounds until told to stop, or interrupted: then it finishes the messages that it has received and returns. It pauses, longer each
     * time, while the queue is empty, and while the queue or the sink fails. The thread's interrupt stays set.
     *
     * @param stop says when
     * @throws InvalidValueException with {@link ErrorCode#NOT_FOUND} if the queue does not exist at the first round; later on that is an
     *     outage like others
     */
    public void run(StopSignal stop) {
        Pace pace = Pace.begin(settings);
        boolean wasThere = false;
        while (!stop.isStopped() && !Thread.currentThread().isInterrupted()) {
            try {
                pace = pace.after(receiveOnce());
                wasThere = true;
            } catch (HubgateException e) {
                if (e.code() == ErrorCode.NOT_FOUND && !wasThere) {
                    throw e;
                }
                LOG.warn("No messages: {}; {}", Text.escaped(String.valueOf(e.getMessage())), e.fix());
                pace = pace.afterFailure();
            }
            pause(stop, pace.pause());
        }
    }

    private static void pause(StopSignal stop, Duration time) {
        if (time.isZero()) {
            return;
        }
        try {
            stop.await(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
