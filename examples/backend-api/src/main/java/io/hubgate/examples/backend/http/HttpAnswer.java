// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.examples.backend.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a call answers.
 *
 * @param status the HTTP status
 * @param contentType the media type, empty if there is no body
 * @param body the bytes; do not change them
 * @param headers further headers
 * @param stream what writes the body while the call lasts, or null if the bytes are all
 */
@SuppressWarnings("ArrayRecordComponent") // bytes on their way to a socket; nobody compares answers
public record HttpAnswer(
        int status,
        String contentType,
        byte[] body,
        Map<String, String> headers,
        @Nullable Stream stream) {
    /** The media type of JSON. */
    public static final String JSON = "application/json";

    /** The media type of a problem document. */
    public static final String PROBLEM = "application/problem+json";

    /** The media type of plain text. */
    public static final String TEXT = "text/plain; charset=utf-8";

    /** Writes a body piece by piece, until it returns or the other end is gone. */
    @FunctionalInterface
    public interface Stream {
        /**
         * Writes the body.
         *
         * @param out where to; each flush goes out at once
         * @throws IOException if the other end is gone
         */
        void writeTo(OutputStream out) throws IOException;
    }

    /** Copies the headers. */
    public HttpAnswer {
        headers = Map.copyOf(headers);
    }

    /**
     * Returns an answer with a JSON document.
     *
     * @param status the HTTP status
     * @param body the document
     * @return the answer
     */
    public static HttpAnswer json(int status, JsonNode body) {
        return new HttpAnswer(status, JSON, Json.bytes(body), Map.of(), null);
    }

    /**
     * Returns an answer with plain text.
     *
     * @param status the HTTP status
     * @param text the text, in which foreign parts are escaped already
     * @return the answer
     */
    public static HttpAnswer text(int status, String text) {
        return new HttpAnswer(status, TEXT, text.getBytes(StandardCharsets.UTF_8), Map.of(), null);
    }

    /**
     * Returns an answer with some bytes.
     *
     * @param contentType the media type
     * @param body the bytes
     * @return the answer
     */
    public static HttpAnswer bytes(String contentType, byte[] body) {
        return new HttpAnswer(200, contentType, body, Map.of(), null);
    }

    /**
     * Returns an answer that goes on for a while.
     *
     * @param contentType the media type
     * @param stream what writes it
     * @return the answer
     */
    public static HttpAnswer streaming(String contentType, Stream stream) {
        return new HttpAnswer(200, contentType, new byte[0], Map.of(), stream);
    }

    /**
     * Returns this answer with another status.
     *
     * @param other the HTTP status
     * @return the answer
     */
    public HttpAnswer status(int other) {
        return new HttpAnswer(other, contentType, body, headers, stream);
    }

    /**
     * Returns this answer with one more header.
     *
     * @param name the header's name
     * @param value its value
     * @return the answer
     */
    public HttpAnswer header(String name, String value) {
        return headers(Map.of(name, value));
    }

    /**
     * Returns this answer with more headers.
     *
     * @param others the headers, possibly none
     * @return the answer
     */
    public HttpAnswer headers(Map<String, String> others) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.putAll(others);
        return new HttpAnswer(status, contentType, body, more, stream);
    }
}
