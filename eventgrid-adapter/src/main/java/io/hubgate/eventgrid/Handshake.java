// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.eventgrid;

import io.hubgate.error.ErrorCode;
import io.hubgate.model.Text;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The handshake of CloudEvents (HTTP Webhook 1.0.2, section 4): a sender asks by {@code OPTIONS} whether it may deliver here. Consent are the
 * two {@code WebHook-Allowed-…} headers, not the status. A sender that is not allowed gets neither, and a 403 that tells its operator why:
 * nothing is lost by it, since no event is in a handshake. The callback of the request is never called.
 */
final class Handshake {
    private static final String EVERY = "*";
    /** A positive number, as the protocol has it, and not a longer one than any rate. */
    private static final String RATE = "[1-9][0-9]{0,8}";

    private Handshake() {}

    static WebhookResponse answer(WebhookRequest request, Set<String> origins) {
        String origin = request.header("WebHook-Request-Origin");
        if (origin == null) {
            return Answers.empty(204, Map.of("Allow", Answers.METHODS));
        }
        String allowed = allowed(origin.strip(), origins);
        if (allowed == null) {
            return Answers.problem(
                    403,
                    ErrorCode.FORBIDDEN,
                    "'" + Text.shown(origin) + "' may not deliver events here",
                    "add it to the webhook's origins if events shall come from there",
                    Map.of("Allow", Answers.METHODS));
        }
        return Answers.empty(
                200,
                Map.of(
                        "Allow",
                        Answers.METHODS,
                        "WebHook-Allowed-Origin",
                        allowed,
                        "WebHook-Allowed-Rate",
                        rate(request.header("WebHook-Request-Rate"))));
    }

    /** Returns what is configured, never what came: it goes into a header. */
    private static @Nullable String allowed(String origin, Set<String> origins) {
        for (String each : origins) {
            if (each.equals(EVERY) || each.equalsIgnoreCase(origin)) {
                return each;
            }
        }
        return null;
    }

    private static String rate(@Nullable String requested) {
        return requested != null && requested.strip().matches(RATE) ? requested.strip() : EVERY;
    }
}
