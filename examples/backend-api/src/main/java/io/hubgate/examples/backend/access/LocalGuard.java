// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.examples.backend.access;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Keeps everybody but local callers away from a backend without keys: a web page that a local browser shows (by its {@code Origin} or
 * {@code Sec-Fetch-Site}), a name that was pointed at loopback (by the {@code Host}), and a proxy that would open it to the world. A pure
 * function of the request's headers.
 */
public final class LocalGuard {
    private static final Pattern LOOPBACK = Pattern.compile(
            "(?:localhost|127(?:\\.(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)){3}|\\[(?:::1|0:0:0:0:0:0:0:1)])(?::\\d{1,5})?");
    private static final String FORWARDED_PREFIX = "x-forwarded-";

    private LocalGuard() {}

    /**
     * Returns why a request is refused.
     *
     * @param names the names of all its headers
     * @param header reads a header, null if it is not there
     * @return one clause, or empty if it may pass
     */
    public static Optional<String> objection(List<String> names, Function<String, @Nullable String> header) {
        String host = header.apply("Host");
        if (host == null
                || !LOOPBACK.matcher(host.strip().toLowerCase(Locale.ROOT)).matches()) {
            return Optional.of("the Host header does not name loopback");
        }
        if (names.stream().anyMatch(LocalGuard::isOfProxy)) {
            return Optional.of("it came through a proxy");
        }
        String site = header.apply("Sec-Fetch-Site");
        if (site != null
                && !List.of("same-origin", "none").contains(site.strip().toLowerCase(Locale.ROOT))) {
            return Optional.of("a page of another site sent it");
        }
        String origin = header.apply("Origin");
        if (origin != null && !origin.strip().equalsIgnoreCase("http://" + host.strip())) {
            return Optional.of("a page of another origin sent it");
        }
        return Optional.empty();
    }

    private static boolean isOfProxy(String name) {
        String key = name.toLowerCase(Locale.ROOT);
        return "forwarded".equals(key) || "via".equals(key) || key.startsWith(FORWARDED_PREFIX);
    }
}
