// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.examples.backend.access;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The keys that a request presents, in whichever of the known places. */
final class Presented {
    private Presented() {}

    /** Reads the places where every call may carry its key. */
    static List<String> inHeaders(Function<String, @Nullable String> header) {
        List<String> secrets = new ArrayList<>();
        String authorization = header.apply("Authorization");
        if (authorization != null) {
            fromAuthorization(authorization.strip()).ifPresent(secrets::add);
        }
        add(secrets, header.apply("x-functions-key"));
        return secrets;
    }

    /** Reads the places where only deliveries of events may carry their key. */
    static List<String> forEvents(Function<String, @Nullable String> header, @Nullable String code) {
        List<String> secrets = new ArrayList<>();
        add(secrets, header.apply("aeg-sas-key"));
        add(secrets, code);
        return secrets;
    }

    private static Optional<String> fromAuthorization(String value) {
        int blank = value.indexOf(' ');
        if (blank < 0) {
            return Optional.empty();
        }
        String rest = value.substring(blank + 1).strip();
        return switch (value.substring(0, blank).toLowerCase(Locale.ROOT)) {
            case "bearer" -> Optional.of(rest);
            case "basic" -> password(rest);
            default -> Optional.empty();
        };
    }

    private static Optional<String> password(String encoded) {
        try {
            String pair = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
            int colon = pair.indexOf(':');
            return colon < 0 ? Optional.empty() : Optional.of(pair.substring(colon + 1));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static void add(List<String> secrets, @Nullable String secret) {
        if (secret != null && !secret.isEmpty()) {
            secrets.add(secret);
        }
    }
}
