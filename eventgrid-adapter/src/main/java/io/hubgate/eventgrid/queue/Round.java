// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.eventgrid.queue;

import io.hubgate.delivery.IncomingEvent;
import io.hubgate.error.ErrorCode;
import io.hubgate.error.HubgateException;
import io.hubgate.eventgrid.EventSink;
import io.hubgate.model.Text;
import io.hubgate.store.Deadline;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The messages of one round on their way: to the sink, to the poison queue if need be, and only then out of their queue. Of one message no
 * step is taken before the one that makes the last durable has returned.
 */
final class Round {
    private static final Logger LOG = LoggerFactory.getLogger(Round.class);

    private final SourceQueue source;
    private final PoisonQueue poison;
    private final EventSink sink;
    private final Deadline deadline;
    private final int mostDeliveries;
    private int deleted;
    private int poisoned;
    private int left;

    Round(SourceQueue source, PoisonQueue poison, EventSink sink, Deadline deadline, int mostDeliveries) {
        this.source = source;
        this.poison = poison;
        this.sink = sink;
        this.deadline = deadline;
        this.mostDeliveries = mostDeliveries;
    }

    ReceiveReport take(List<Letter> letters) {
        List<Letter> together = new ArrayList<>(letters.size());
        List<Letter> alone = new ArrayList<>(0);
        letters.forEach(letter -> (isWorn(letter) ? alone : together).add(letter));
        takeTogether(together);
        alone.forEach(this::takeAlone);
        return new ReceiveReport(letters.size(), deleted, poisoned, left);
    }

    private boolean isWorn(Letter letter) {
        return letter.item().getDequeueCount() > mostDeliveries;
    }

    /** One delivery for all, as Event Grid would have batched them. What fails in it is found by taking each on its own. */
    private void takeTogether(List<Letter> letters) {
        List<IncomingEvent> events = new ArrayList<>(letters.size());
        letters.forEach(letter -> events.addAll(letter.events()));
        RuntimeException failure = failureOf(events);
        if (failure == null) {
            letters.forEach(letter -> settle(letter, letter.unreadable()));
        } else if (isOfTheStore(failure)) {
            leave(letters.size(), failure);
        } else {
            letters.forEach(this::takeAlone);
        }
    }

    private void takeAlone(Letter letter) {
        RuntimeException failure = failureOf(letter.events());
        if (failure == null) {
            settle(letter, letter.unreadable());
        } else if (isOfTheStore(failure) || !isWorn(letter)) {
            leave(1, failure);
        } else {
            giveUp(letter, failure);
        }
    }

    /** That something came which nobody understood stays known to the verdicts, or the message stays. */
    private void giveUp(Letter letter, RuntimeException why) {
        String reason = "it was received " + letter.item().getDequeueCount() + " times and could not be taken";
        LOG.error("A message is moved aside: {}", reason, why);
        RuntimeException failure = failureOf(List.of(letter.givenUp(reason)));
        if (failure == null) {
            settle(letter, reason);
        } else {
            leave(1, failure);
        }
    }

    private @Nullable RuntimeException failureOf(List<IncomingEvent> events) {
        if (events.isEmpty()) {
            return null;
        }
        try {
            deadline.check("taking messages");
            sink.take(events, deadline);
            return null;
        } catch (RuntimeException e) {
            return e;
        }
    }

    /** Everything of the message is durable but, with a reason, the message itself. */
    private void settle(Letter letter, @Nullable String reason) {
        if (reason != null && !isMoved(letter, reason)) {
            left++;
        } else if (source.delete(letter.item())) {
            deleted++;
            poisoned += reason == null ? 0 : 1;
        } else {
            left++;
        }
    }

    private boolean isMoved(Letter letter, String reason) {
        try {
            poison.put(letter.item(), reason);
            return true;
        } catch (RuntimeException e) {
            LOG.warn("A message could not be moved to the poison queue and comes again", e);
            return false;
        }
    }

    private void leave(int count, RuntimeException why) {
        left += count;
        if (isOfTheStore(why)) {
            String message = String.valueOf(why.getMessage());
            LOG.warn("{} messages could not be kept and come again: {}", count, Text.escaped(message));
        } else {
            LOG.error("{} messages failed and come again", count, why);
        }
    }

    private static boolean isOfTheStore(RuntimeException failure) {
        return failure instanceof HubgateException known && known.code() == ErrorCode.STORE_UNAVAILABLE;
    }
}
