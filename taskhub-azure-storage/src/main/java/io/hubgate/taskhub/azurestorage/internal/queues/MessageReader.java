// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.taskhub.azurestorage.internal.queues;

import com.azure.storage.queue.models.PeekedMessageItem;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hubgate.model.ExecutionId;
import io.hubgate.model.InstanceId;
import io.hubgate.taskhub.QueueMessage;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * Reads of a message what it is and whom it is for; everything else in it is left alone. The body is JSON, or the same in Base64, by version
 * and setting of the app (sources of the engine, {@code MessageManager}). A body that was spilled to a blob tells nothing, and is not fetched.
 */
final class MessageReader {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String EVENT = "Event";
    private static final int LONGEST_KIND = 64;

    private MessageReader() {}

    static QueueMessage read(PeekedMessageItem message) {
        JsonNode task = body(message).path("TaskMessage");
        JsonNode target = task.path("OrchestrationInstance");
        String instance = text(target, "InstanceId", InstanceId.LONGEST);
        String execution = text(target, "ExecutionId", ExecutionId.LONGEST);
        OffsetDateTime inserted = message.getInsertionTime();
        return new QueueMessage(
                message.getMessageId() == null ? "" : message.getMessageId(),
                kind(task.path(EVENT).path("$type").asText("")),
                instance == null ? null : new InstanceId(instance),
                execution == null ? null : new ExecutionId(execution),
                message.getDequeueCount(),
                inserted == null ? Instant.EPOCH : inserted.toInstant());
    }

    private static JsonNode body(PeekedMessageItem message) {
        if (message.getBody() == null) {
            return JSON.missingNode();
        }
        String text = message.getBody().toString();
        try {
            String json = text.startsWith("{")
                    ? text
                    : new String(Base64.getDecoder().decode(text.strip()), StandardCharsets.UTF_8);
            return JSON.readTree(json);
        } catch (JsonProcessingException | IllegalArgumentException e) {
            // Somebody put it there; it is shown as a message of no known kind, and counts.
            return JSON.missingNode();
        }
    }

    /** {@code DurableTask.Core.History.ExecutionStartedEvent} is ExecutionStarted; an assembly's name may follow. */
    private static String kind(String type) {
        String name = type.split(",", 2)[0].strip();
        name = name.substring(name.lastIndexOf('.') + 1);
        if (name.endsWith(EVENT) && name.length() > EVENT.length()) {
            name = name.substring(0, name.length() - EVENT.length());
        }
        return name.substring(0, Math.min(LONGEST_KIND, name.length()));
    }

    private static @Nullable String text(JsonNode node, String field, int longest) {
        String text = node.path(field).asText("");
        return text.isEmpty() || text.length() > longest ? null : text;
    }
}
