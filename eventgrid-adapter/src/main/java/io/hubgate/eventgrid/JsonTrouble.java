// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.eventgrid;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.io.IOException;

/** Why an event cannot be read as JSON, in words of ours: Jackson's own messages quote the event. */
final class JsonTrouble extends JsonProcessingException {
    private static final long serialVersionUID = 1L;

    JsonTrouble(String sentence) {
        super(sentence);
    }

    JsonTrouble(String sentence, Throwable cause) {
        super(sentence, cause);
    }

    /** Fails if anything follows. */
    static void unlessEnd(JsonParser json) throws IOException {
        if (json.nextToken() != null) {
            throw new JsonTrouble("there is text after the end of the event");
        }
    }

    static String sentence(IOException why) {
        if (why instanceof JsonTrouble trouble) {
            return trouble.getOriginalMessage();
        }
        if (why instanceof StreamConstraintsException) {
            return "the event is nested too deeply or has a name that is too long";
        }
        return why instanceof JsonEOFException ? "the event is cut off" : "the event is not valid JSON";
    }
}
