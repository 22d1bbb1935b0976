// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.examples.backend.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.net.http.HttpHeaders;

/**
 * What a backend answered.
 *
 * @param status the HTTP status
 * @param headers the headers
 * @param text the body
 */
public record Reply(int status, HttpHeaders headers, String text) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /**
     * Returns the body as JSON.
     *
     * @return the tree
     */
    public JsonNode json() {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError("no JSON: " + text, e);
        }
    }

    /**
     * Returns a part of the JSON body as text.
     *
     * @param pointer a JSON pointer
     * @return its text; {@code null} for null and what is missing
     */
    public String at(String pointer) {
        return json().at(pointer).asText("null");
    }

    /**
     * Returns the code of a problem.
     *
     * @return such as {@code NOT_READY}
     */
    public String code() {
        return at("/code");
    }

    /**
     * Returns what the caller does next.
     *
     * @return such as {@code deploy}
     */
    public String next() {
        return at("/next");
    }

    /**
     * Returns a header.
     *
     * @param name its name
     * @return its value, empty if it is not there
     */
    public String header(String name) {
        return headers.firstValue(name).orElse("");
    }
}
