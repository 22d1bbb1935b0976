// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.taskhub.azurestorage.internal.queues;

import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.rest.PagedResponse;
import com.azure.storage.queue.QueueAsyncClient;
import com.azure.storage.queue.models.PeekedMessageItem;
import io.hubgate.taskhub.QueueLook;
import io.hubgate.taskhub.QueueMessage;
import io.hubgate.taskhub.azurestorage.internal.client.Connection;
import io.hubgate.taskhub.azurestorage.internal.client.Failures;
import io.hubgate.taskhub.azurestorage.internal.client.ServiceClock;
import io.hubgate.taskhub.azurestorage.internal.layout.HubNames;
import io.hubgate.taskhub.azurestorage.internal.layout.HubPlace;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reads the queues of a hub, one after the other: the count, hidden messages included, and a peek. Neither changes a message. */
public final class QueueReader {
    private QueueReader() {}

    /**
     * Reads all queues.
     *
     * @param place the hub
     * @param backwards whether in the opposite order, activities first
     * @return a look at each
     */
    public static Mono<List<QueueLook>> all(HubPlace place, boolean backwards) {
        List<Integer> numbers = new ArrayList<>(place.controlQueues());
        numbers.add(QueueLook.WORK_ITEMS);
        if (backwards) {
            Collections.reverse(numbers);
        }
        // One after the other, since the order is what makes a message that wanders meanwhile be met (rule R-11).
        return place.own()
                .named(Flux.fromIterable(numbers)
                        .concatMap(number -> one(place, number))
                        .collectList());
    }

    /**
     * Reads queues by name.
     *
     * @param account the account
     * @param names the hub
     * @param queues queues of this hub that exist
     * @return a look at each
     */
    public static Mono<List<QueueLook>> named(Connection account, HubNames names, List<String> queues) {
        return account.named(Flux.fromIterable(queues)
                .concatMap(name -> one(account, name, names.controlNumber(name).orElse(QueueLook.WORK_ITEMS)))
                .collectList());
    }

    private static Mono<QueueLook> one(HubPlace place, int number) {
        return one(
                place.own(),
                number == QueueLook.WORK_ITEMS
                        ? place.names().workItems()
                        : place.names().controlQueue(number),
                number);
    }

    private static Mono<QueueLook> one(Connection account, String name, int number) {
        QueueAsyncClient queue = account.queues().getQueueAsyncClient(name);
        return queue.getPropertiesWithResponse()
                .flatMap(properties -> queue.peekMessages(QueueLook.MOST_PEEKED)
                        .byPage()
                        .next()
                        .switchIfEmpty(Mono.error(() -> Failures.garbage("a peek into " + name + " shows no list")))
                        .map(page -> new QueueLook(
                                name,
                                number,
                                readAt(page, account),
                                properties.getValue().getApproximateMessagesCountLong(),
                                messages(page))));
    }

    private static List<QueueMessage> messages(PagedResponse<PeekedMessageItem> page) {
        return page.getElements() == null
                ? List.of()
                : page.getElements().stream().map(MessageReader::read).toList();
    }

    private static Instant readAt(PagedResponse<PeekedMessageItem> page, Connection account) {
        @Nullable Instant told = ServiceClock.read(page.getHeaders().getValue(HttpHeaderName.DATE));
        return told == null ? account.clock().last() : told;
    }
}
