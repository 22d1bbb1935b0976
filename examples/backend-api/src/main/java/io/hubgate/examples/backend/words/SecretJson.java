// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.examples.backend.words;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.hubgate.examples.answers.NearestName;
import io.hubgate.model.Text;
import java.util.List;

/** Reads JSON files that hold secrets, strictly. No message repeats a value. */
public final class SecretJson {
    private static final JsonMapper STRICT = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private SecretJson() {}

    /**
     * Reads a text.
     *
     * @param text the whole file
     * @return its value
     * @throws IllegalArgumentException if it is not JSON, has a field twice, or goes on after its value
     */
    public static JsonNode read(String text) {
        try {
            return STRICT.readTree(text);
        } catch (JsonProcessingException e) {
            // The parser's own message can quote the text, and the text holds secrets.
            throw new IllegalArgumentException(
                    "it is not JSON (line " + e.getLocation().getLineNr() + ")");
        }
    }

    /**
     * Returns an object that has no other fields than those that are known.
     *
     * @param node what should be an object
     * @param where what it is, for messages
     * @param fields the names of all fields that it may have
     * @return the same object
     * @throws IllegalArgumentException if it is none, or has another field
     */
    public static JsonNode only(JsonNode node, String where, List<String> fields) {
        if (!node.isObject()) {
            throw new IllegalArgumentException(where + " is not a JSON object");
        }
        node.fieldNames().forEachRemaining(name -> {
            if (!fields.contains(name)) {
                throw new IllegalArgumentException(
                        where + " has the unknown field '" + Text.shown(name) + "'; " + NearestName.hint(name, fields));
            }
        });
        return node;
    }
}
