// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.eventgrid.queue;

import com.azure.core.http.HttpClient;
import com.azure.core.http.okhttp.OkHttpAsyncHttpClientBuilder;
import com.azure.core.http.policy.FixedDelayOptions;
import com.azure.core.http.policy.RetryOptions;
import com.azure.storage.queue.QueueClient;
import com.azure.storage.queue.QueueServiceClient;
import com.azure.storage.queue.QueueServiceClientBuilder;
import com.azure.storage.queue.models.PeekedMessageItem;
import com.azure.storage.queue.models.QueueStorageException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hubgate.verification.azurite.FaultProxy;
import io.hubgate.verification.azurite.StorageAccount;
import io.hubgate.verification.azurite.StorageAccount.Service;
import io.hubgate.verification.azurite.TestStorage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/** A queue of its own on Azurite, reached directly by the test and by way of a proxy by the receiver. */
final class TestQueue implements AutoCloseable {
    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-04T05:06:08Z"), ZoneOffset.UTC);

    private static final HttpClient HTTP = new OkHttpAsyncHttpClientBuilder().build();
    private static final ObjectMapper JSON = new ObjectMapper();

    private final StorageAccount account = TestStorage.sharedAzurite().account();
    private final FaultProxy proxy = FaultProxy.before(account.endpoint(Service.QUEUE));
    private final QueueName name = new QueueName(TestStorage.freshName("events"));
    private final QueueClient queue = client(account).getQueueClient(name.value());

    FaultProxy proxy() {
        return proxy;
    }

    QueueClient queue() {
        return queue;
    }

    QueueName name() {
        return name;
    }

    QueueReceiver receiver(KeepingSink sink, QueueSettings settings) {
        return new QueueReceiver(client(account.through(Service.QUEUE, proxy)), name, sink, CLOCK, settings);
    }

    /**
     * Sends one large text with letters of several bytes, into a queue that is empty. The emulator decodes a request piece by piece as it arrives, and
     * spoils a letter that two pieces share, which makes the text longer too; a text that was spoiled is sent again.
     */
    void sendWhole(String body) {
        for (int attempt = 0; attempt < 20; attempt++) {
            if (isTaken(body)) {
                if (queue.peekMessage().getBody().toString().equals(body)) {
                    return;
                }
                queue.clearMessages();
            }
        }
        throw new AssertionError("the emulator spoiled the text each time");
    }

    private boolean isTaken(String body) {
        try {
            queue.sendMessage(body);
            return true;
        } catch (QueueStorageException e) {
            if (e.getStatusCode() == 413) {
                return false;
            }
            throw e;
        }
    }

    void send(String... bodies) {
        for (String body : bodies) {
            queue.sendMessage(body);
        }
    }

    /** Messages, hidden ones too. */
    long size() {
        return queue.getProperties().getApproximateMessagesCountLong();
    }

    List<JsonNode> poison() {
        return client(account).getQueueClient(name.poison()).peekMessages(32, null, null).stream()
                .map(PeekedMessageItem::getBody)
                .map(body -> json(body.toString()))
                .toList();
    }

    /** An event as the extension publishes it. */
    static String event(String instance) {
        return """
                {"id":"5b0c","topic":null,"subject":"durable/orchestrator/Running","data":{"hubName":"ShopHubV2",                "functionName":"PlaceOrder","instanceId":"%s","reason":"","runtimeStatus":"Running"},                "eventType":"orchestratorEvent","eventTime":"2026-03-04T05:06:07.1234567Z","dataVersion":"1.0"}""".formatted(instance);
    }

    @Override
    public void close() {
        proxy.close();
    }

    static QueueServiceClient client(StorageAccount account) {
        return new QueueServiceClientBuilder()
                .connectionString(account.connectionString())
                .httpClient(HTTP)
                .retryOptions(new RetryOptions(new FixedDelayOptions(0, Duration.ofMillis(1))))
                .buildClient();
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
