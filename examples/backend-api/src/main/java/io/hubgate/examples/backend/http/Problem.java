// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.examples.backend.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hubgate.error.ErrorCode;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A refusal or failure as RFC 9457 has it. Immutable.
 *
 * @param code the stable code
 * @param status the HTTP status; nearly always that of the code
 * @param detail what is wrong, naming the value
 * @param fix one sentence: what to do
 * @param members what else the document holds, such as the verdict
 * @param headers headers of the answer, such as {@code Allow}
 */
public record Problem(
        ErrorCode code,
        int status,
        String detail,
        String fix,
        Map<String, JsonNode> members,
        Map<String, String> headers) {
    private static final String TYPE = "urn:hubgate:problem:";

    /** Copies the maps. */
    public Problem {
        members = new LinkedHashMap<>(members);
        headers = Map.copyOf(headers);
    }

    /**
     * Returns a problem with the status of its code.
     *
     * @param code the stable code
     * @param detail what is wrong
     * @param fix what to do
     * @return the problem
     */
    public static Problem of(ErrorCode code, String detail, String fix) {
        return of(ErrorStatus.of(code), code, detail, fix);
    }

    /**
     * Returns a problem with a status of its own.
     *
     * @param status the HTTP status
     * @param code the stable code
     * @param detail what is wrong
     * @param fix what to do
     * @return the problem
     */
    public static Problem of(int status, ErrorCode code, String detail, String fix) {
        return new Problem(code, status, detail, fix, Map.of(), Map.of());
    }

    /**
     * Returns this problem with one more member.
     *
     * @param name the member's name
     * @param value its value
     * @return the problem
     */
    public Problem with(String name, JsonNode value) {
        Map<String, JsonNode> more = new LinkedHashMap<>(members);
        more.put(name, value);
        return new Problem(code, status, detail, fix, more, headers);
    }

    /**
     * Returns this problem with one more header.
     *
     * @param name the header's name
     * @param value its value
     * @return the problem
     */
    public Problem header(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Problem(code, status, detail, fix, members, more);
    }

    HttpAnswer answer(String requestId) {
        ObjectNode body = Json.object();
        body.put("type", TYPE + code.name());
        body.put("title", ErrorStatus.title(code));
        body.put("status", status);
        body.put("detail", detail);
        body.put("code", code.name());
        body.put("fix", fix);
        body.put("instance", "urn:hubgate:request:" + requestId);
        members.forEach(body::set);
        HttpAnswer answer = new HttpAnswer(status, HttpAnswer.PROBLEM, Json.bytes(body), headers, null);
        return status == ErrorStatus.of(ErrorCode.STORE_UNAVAILABLE) ? answer.header("Retry-After", "5") : answer;
    }
}
