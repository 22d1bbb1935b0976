// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.eventgrid.queue;

import com.azure.core.util.Context;
import com.azure.storage.queue.QueueClient;
import com.azure.storage.queue.models.QueueMessageItem;
import io.hubgate.error.ErrorCode;
import io.hubgate.error.InvalidValueException;
import io.hubgate.store.StoreUnavailableException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The queue that messages come by: what can go wrong with it, in words of ours. */
final class SourceQueue {
    /** The most that Azure gives at once ({@code numofmessages} of Get Messages). */
    private static final int MOST_AT_ONCE = 32;

    private static final Logger LOG = LoggerFactory.getLogger(SourceQueue.class);

    private final QueueClient queue;
    private final QueueSettings settings;

    SourceQueue(QueueClient queue, QueueSettings settings) {
        this.queue = queue;
        this.settings = settings;
    }

    List<QueueMessageItem> receive() {
        try {
            return queue
                    .receiveMessages(MOST_AT_ONCE, settings.visibility(), settings.takeWithin(), Context.NONE)
                    .stream()
                    .toList();
        } catch (RuntimeException e) {
            // The SDK throws many kinds, of reactor, of the HTTP client, of the JDK.
            ServiceAnswer answer = ServiceAnswer.in(e);
            throw answer.isMissingQueue() ? missing() : unavailable(e, answer);
        }
    }

    /** Returns false if the message is still there. That it is not, or is another consumer's by now, does no harm: its events are kept. */
    boolean delete(QueueMessageItem item) {
        try {
            queue.deleteMessageWithResponse(
                    item.getMessageId(), item.getPopReceipt(), settings.takeWithin(), Context.NONE);
            return true;
        } catch (RuntimeException e) {
            ServiceAnswer answer = ServiceAnswer.in(e);
            if (!answer.isLostReceipt()) {
                LOG.warn("A message of the queue {} was kept but not deleted, and comes again: {}", name(), answer);
            }
            return answer.isLostReceipt();
        }
    }

    private String name() {
        return queue.getQueueName();
    }

    private InvalidValueException missing() {
        return new InvalidValueException(
                ErrorCode.NOT_FOUND,
                "the queue '" + name() + "' does not exist in the storage account " + queue.getAccountName(),
                "create it and let the event subscription deliver to it, or name another one");
    }

    private StoreUnavailableException unavailable(RuntimeException cause, ServiceAnswer why) {
        return new StoreUnavailableException("the queue '" + name() + "' could not be read: " + why, cause);
    }
}
