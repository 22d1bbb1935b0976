// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.eventgrid;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.io.IOException;
import java.util.Set;

/** Why an event cannot be read as JSON, in words of ours: Jackson's own messages quote the event. */
final class JsonTrouble {
    private static final String TEXT_AFTER_END = "there is text after the end of the event";
    private static final String NOT_BASE64 = "the event's data_base64 is not Base64";
    private static final Set<String> OURS = Set.of(TEXT_AFTER_END, NOT_BASE64);

    private JsonTrouble() {}

    /** Fails if anything follows. */
    static void unlessEnd(JsonParser json) throws IOException {
        if (json.nextToken() != null) {
            throw new JsonParseException(json, TEXT_AFTER_END);
        }
    }

    static JsonParseException notBase64(Throwable cause) {
        return new JsonParseException(null, NOT_BASE64, cause);
    }

    static String sentence(IOException why) {
        if (why instanceof JsonProcessingException trouble && OURS.contains(trouble.getOriginalMessage())) {
            return trouble.getOriginalMessage();
        }
        if (why instanceof StreamConstraintsException) {
            return "the event is nested too deeply or has a name that is too long";
        }
        return why instanceof JsonEOFException ? "the event is cut off" : "the event is not valid JSON";
    }
}
