// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.eventgrid;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the key of a request in each of the places where senders can put one. */
final class PresentedKeys {
    private PresentedKeys() {}

    static Stream<String> of(WebhookRequest request) {
        return Stream.of(
                        request.header("aeg-sas-key"),
                        request.query("code"),
                        fromAuthorization(request.header("Authorization")),
                        request.header("x-functions-key"))
                .mapMulti((key, keys) -> {
                    if (key != null && !key.isEmpty()) {
                        keys.accept(key);
                    }
                });
    }

    /** Any user: the password is the key. */
    private static @Nullable String fromAuthorization(@Nullable String header) {
        String value = header == null ? "" : header.strip();
        int blank = value.indexOf(' ');
        if (blank < 0) {
            return null;
        }
        String credentials = value.substring(blank + 1).strip();
        return switch (value.substring(0, blank).toLowerCase(Locale.ROOT)) {
            case "bearer" -> credentials;
            case "basic" -> password(credentials);
            default -> null;
        };
    }

    private static @Nullable String password(String credentials) {
        try {
            String pair = new String(Base64.getDecoder().decode(credentials), StandardCharsets.UTF_8);
            int colon = pair.indexOf(':');
            return colon < 0 ? null : pair.substring(colon + 1);
        } catch (IllegalArgumentException notBase64) {
            return null;
        }
    }
}
