// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.eventgrid;

import com.fasterxml.jackson.core.JsonGenerator;
import io.hubgate.delivery.DeliveryReport;
import io.hubgate.error.ErrorCode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;

/** The answers of the webhook, as JSON. */
final class Answers {
    static final String METHODS = "POST, OPTIONS";

    private static final String RETRY_AFTER_SECONDS = "5";
    private static final String PROBLEM_TYPE = "urn:hubgate:problem:";

    private Answers() {}

    static WebhookResponse report(DeliveryReport report) {
        return json(200, "application/json", Map.of(), json -> {
            json.writeNumberField("accepted", report.accepted());
            json.writeNumberField("ignored", report.ignored());
            json.writeNumberField("quarantined", report.quarantined());
        });
    }

    static WebhookResponse validation(String code) {
        return json(200, "application/json", Map.of(), json -> json.writeStringField("validationResponse", code));
    }

    static WebhookResponse empty(int status, Map<String, String> headers) {
        return new WebhookResponse(status, headers, new byte[0]);
    }

    static WebhookResponse comeAgain(ErrorCode code, String detail, String fix) {
        return problem(503, code, detail, fix, Map.of("Retry-After", RETRY_AFTER_SECONDS));
    }

    static WebhookResponse problem(int status, ErrorCode code, String detail, String fix) {
        return problem(status, code, detail, fix, Map.of());
    }

    static WebhookResponse problem(int status, ErrorCode code, String detail, String fix, Map<String, String> headers) {
        return json(status, "application/problem+json", headers, json -> {
            json.writeStringField("type", PROBLEM_TYPE + code.name());
            json.writeStringField("title", title(code));
            json.writeNumberField("status", status);
            json.writeStringField("detail", detail);
            json.writeStringField("code", code.name());
            json.writeStringField("fix", fix);
        });
    }

    private static String title(ErrorCode code) {
        String words = code.name().replace('_', ' ');
        return words.charAt(0) + words.substring(1).toLowerCase(java.util.Locale.ROOT);
    }

    private static WebhookResponse json(int status, String type, Map<String, String> headers, Fields fields) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = EventReader.JSON.createGenerator(bytes)) {
            json.writeStartObject();
            fields.write(json);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        }
        Map<String, String> all = new HashMap<>(headers);
        all.put("Content-Type", type);
        return new WebhookResponse(status, all, bytes.toByteArray());
    }

    private interface Fields {
        void write(JsonGenerator json) throws IOException;
    }
}
