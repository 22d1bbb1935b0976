// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.eventgrid;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import io.hubgate.delivery.IncomingEvent;
import io.hubgate.model.InstanceId;
import io.hubgate.model.OrchestratorName;
import io.hubgate.model.RuntimeStatus;
import io.hubgate.tracking.LifecycleEvent;
import java.io.IOException;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads one event, in either schema, from a stream of JSON tokens into {@link EventFields}. Of a name that comes twice the last one counts. No
 * text longer than it can be of use is kept. Not thread-safe: one per delivery.
 */
final class EventReader {
    private static final int LONGEST_HUB = 64;
    private static final int LONGEST_NAME = 2000;

    /**
     * Numbers are never converted and texts are bounded by the body, so their length costs nothing. The depth stays at Jackson's 1,000. Names
     * are short, since the factory remembers some thousands of them.
     */
    static final JsonFactory JSON = new JsonFactoryBuilder()
            .disable(JsonFactory.Feature.CHARSET_DETECTION)
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNumberLength(Integer.MAX_VALUE)
                    .maxStringLength(Integer.MAX_VALUE)
                    .maxNameLength(LONGEST_NAME)
                    .build())
            .build();

    private final EventFields fields = new EventFields();

    /** Reads the object that the parser stands at the beginning of. A malformed event has no excerpt yet. */
    IncomingEvent read(JsonParser json) throws IOException {
        fields.clear();
        envelope(json);
        unpackData();
        return fields.result();
    }

    /** Reads an event whose fields are headers and whose data is the body. */
    IncomingEvent readBinary(Map<String, String> attributes, byte[] body, int from) {
        fields.clear();
        String type = attributes.get("type");
        fields.cloudType = type == null ? null : type.substring(0, Math.min(type.length(), EventFields.LONGEST_TYPE));
        String time = attributes.get("time");
        fields.cloudTime = time == null ? null : EventTime.parse(time);
        String subject = attributes.get("subject");
        fields.subject = subject == null ? null : subject.substring(subject.lastIndexOf('/') + 1);
        if (fields.wantsData()) {
            try (JsonParser json = JSON.createParser(body, from, body.length - from)) {
                json.nextToken();
                data(json);
                JsonTrouble.unlessEnd(json);
                unpackData();
            } catch (IOException e) {
                return broken(e);
            }
        }
        return fields.result();
    }

    /** Returns the result of an event that is no valid JSON: what was read of it before may still name its hub. */
    IncomingEvent.Malformed broken(IOException why) {
        return fields.malformed(JsonTrouble.sentence(why));
    }

    /** Returns the code of the validation event that was just read, or null if it was none. */
    @Nullable
    String validationCode() {
        return fields.isValidation() ? fields.validationCode : null;
    }

    private void envelope(JsonParser json) throws IOException {
        for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
            JsonToken value = json.nextToken();
            switch (name) {
                case "eventType" -> fields.gridType = text(json, value, EventFields.LONGEST_TYPE);
                case "type" -> fields.cloudType = text(json, value, EventFields.LONGEST_TYPE);
                case "eventTime" -> fields.gridTime = time(json, value);
                case "time" -> fields.cloudTime = time(json, value);
                case "subject" -> fields.subject = lastSegment(json, value);
                case "data" -> data(json);
                case "data_base64" -> {
                    fields.clearData();
                    fields.dataBase64 = text(json, value, Integer.MAX_VALUE);
                }
                default -> json.skipChildren();
            }
        }
    }

    /** Reads the data that the parser stands at: an object, or a text that holds one. */
    private void data(JsonParser json) throws IOException {
        fields.clearData();
        JsonToken value = json.currentToken();
        if (value == JsonToken.START_OBJECT) {
            fields.hasData = true;
            object(json);
        } else {
            fields.dataText = text(json, value, Integer.MAX_VALUE);
        }
    }

    private void object(JsonParser json) throws IOException {
        for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
            JsonToken value = json.nextToken();
            switch (name) {
                case "hubName" -> fields.hub = text(json, value, LONGEST_HUB);
                case "instanceId" -> fields.instance = text(json, value, InstanceId.LONGEST + 1);
                case "functionName" -> fields.function = shownText(json, value, OrchestratorName.LONGEST);
                case "reason" -> fields.reason = shownText(json, value, LifecycleEvent.LONGEST_REASON);
                case "runtimeStatus" -> {
                    fields.status = text(json, value, RuntimeStatus.LONGEST);
                    fields.statusUnreadable = fields.status == null && value != JsonToken.VALUE_NULL;
                }
                case "validationCode" -> fields.validationCode = text(json, value, EventFields.LONGEST_CODE);
                default -> json.skipChildren();
            }
        }
    }

    /** Some senders put the data into a text; it is read only if somebody needs it. */
    private void unpackData() throws IOException {
        boolean packed = fields.dataText != null || fields.dataBase64 != null;
        if (!packed || !fields.wantsData()) {
            return;
        }
        try (JsonParser inner = packedData()) {
            if (inner.nextToken() == JsonToken.START_OBJECT) {
                fields.clearData();
                fields.hasData = true;
                object(inner);
                JsonTrouble.unlessEnd(inner);
            }
        }
    }

    private JsonParser packedData() throws IOException {
        String text = fields.dataText;
        if (text != null) {
            return JSON.createParser(text);
        }
        try {
            return JSON.createParser(Base64.getDecoder().decode(fields.dataBase64));
        } catch (IllegalArgumentException e) {
            throw JsonTrouble.notBase64(e);
        }
    }

    private static @Nullable Instant time(JsonParser json, JsonToken value) throws IOException {
        if (value != JsonToken.VALUE_STRING) {
            json.skipChildren();
            return null;
        }
        return EventTime.parse(json.getTextCharacters(), json.getTextOffset(), json.getTextLength());
    }

    private static @Nullable String lastSegment(JsonParser json, JsonToken value) throws IOException {
        if (value != JsonToken.VALUE_STRING) {
            json.skipChildren();
            return null;
        }
        char[] text = json.getTextCharacters();
        int first = json.getTextOffset();
        int end = first + json.getTextLength();
        int from = end;
        while (from > first && text[from - 1] != '/') {
            from--;
        }
        return new String(text, from, Math.min(RuntimeStatus.LONGEST, end - from));
    }

    /** Returns the text, cut to a length, or null if the value is no text. */
    private static @Nullable String text(JsonParser json, JsonToken value, int longest) throws IOException {
        if (value != JsonToken.VALUE_STRING) {
            json.skipChildren();
            return null;
        }
        int length = json.getTextLength();
        return length <= longest ? json.getText() : new String(json.getTextCharacters(), json.getTextOffset(), longest);
    }

    /** Does as {@link #text}, but never cuts in the middle of a character: for what is only shown. */
    private static @Nullable String shownText(JsonParser json, JsonToken value, int longest) throws IOException {
        String text = text(json, value, longest);
        if (text == null || text.length() < longest || !Character.isHighSurrogate(text.charAt(longest - 1))) {
            return text;
        }
        return text.substring(0, longest - 1);
    }
}
