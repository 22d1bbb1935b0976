// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.verification.taskhub.look;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hubgate.model.ExecutionId;
import io.hubgate.model.InstanceId;
import io.hubgate.taskhub.QueueMessage;
import io.hubgate.verification.taskhub.image.Message;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what a message says: plain JSON, or the same in Base64. */
final class MessageReader {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern TYPE = Pattern.compile(".*\\.(\\w+?)(Event)?(,.*)?");

    private MessageReader() {}

    static QueueMessage read(Message message) {
        JsonNode task = body(message.text()).path("TaskMessage");
        JsonNode target = task.path("OrchestrationInstance");
        String instance = text(target, "InstanceId");
        String execution = text(target, "ExecutionId");
        return new QueueMessage(
                message.id(),
                kind(task.path("Event").path("$type").asText()),
                instance == null ? null : new InstanceId(instance),
                execution == null ? null : new ExecutionId(execution),
                message.dequeueCount(),
                message.insertedAt());
    }

    private static JsonNode body(String text) {
        try {
            return JSON.readTree(text.startsWith("{") ? text : decoded(text));
        } catch (JsonProcessingException | IllegalArgumentException e) {
            return JSON.missingNode();
        }
    }

    private static String decoded(String text) {
        return new String(Base64.getDecoder().decode(text), StandardCharsets.UTF_8);
    }

    private static String kind(String type) {
        Matcher matcher = TYPE.matcher(type);
        return matcher.matches() ? matcher.group(1) : "";
    }

    private static @Nullable String text(JsonNode node, String field) {
        String text = node.path(field).asText("");
        return text.isEmpty() ? null : text;
    }
}
