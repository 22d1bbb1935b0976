// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.eventgrid;

import io.hubgate.error.InvalidValueException;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;

/**
 * How the webhook behaves. Immutable; begin with {@link #defaults()}.
 *
 * @param keys which keys open it; by default none are required
 * @param origins which senders may be told to deliver here by the handshake of CloudEvents, compared without case; {@code *} allows every
 *     one; by default {@link #EVENT_GRID}
 * @param bodyLimit the largest body in bytes, at least 1; by default 8 MiB
 * @param answerWithin how long a delivery of Event Grid may take; by default 20 s, since Event Grid waits 30 s
 * @param directAnswerWithin how long a delivery of the extension itself may take; by default 5 s, since an orchestration waits for it
 */
public record WebhookSettings(
        EventKeys keys, Set<String> origins, int bodyLimit, Duration answerWithin, Duration directAnswerWithin) {
    /** What Event Grid calls itself in the handshake. */
    public static final String EVENT_GRID = "eventgrid.azure.net";

    private static final int EIGHT_MEBIBYTES = 8 << 20;

    private static final WebhookSettings DEFAULTS = new WebhookSettings(
            EventKeys.none(), Set.of(EVENT_GRID), EIGHT_MEBIBYTES, Duration.ofSeconds(20), Duration.ofSeconds(5));

    /**
     * Checks the values.
     *
     * @throws InvalidValueException if a limit is not positive
     */
    public WebhookSettings {
        Objects.requireNonNull(keys, "keys");
        origins = Set.copyOf(origins);
        if (bodyLimit < 1) {
            throw new InvalidValueException("a body limit of " + bodyLimit + " bytes", "give at least 1 byte");
        }
        if (answerWithin.isNegative() || answerWithin.isZero()) {
            throw new InvalidValueException("an answer within " + answerWithin, "give more than no time");
        }
        if (directAnswerWithin.isNegative() || directAnswerWithin.isZero()) {
            throw new InvalidValueException("an answer within " + directAnswerWithin, "give more than no time");
        }
    }

    /**
     * Returns the defaults.
     *
     * @return settings without keys
     */
    public static WebhookSettings defaults() {
        return DEFAULTS;
    }

    /**
     * Returns these settings with other keys.
     *
     * @param other which keys open the webhook
     * @return the new settings
     */
    public WebhookSettings withKeys(EventKeys other) {
        return new WebhookSettings(other, origins, bodyLimit, answerWithin, directAnswerWithin);
    }

    /**
     * Returns these settings with other origins.
     *
     * @param other which senders may deliver
     * @return the new settings
     */
    public WebhookSettings withOrigins(Set<String> other) {
        return new WebhookSettings(keys, other, bodyLimit, answerWithin, directAnswerWithin);
    }

    /**
     * Returns these settings with another body limit.
     *
     * @param bytes the largest body
     * @return the new settings
     */
    public WebhookSettings withBodyLimit(int bytes) {
        return new WebhookSettings(keys, origins, bytes, answerWithin, directAnswerWithin);
    }
}
