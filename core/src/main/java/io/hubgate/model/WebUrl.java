// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.model;

import io.hubgate.error.InvalidValueException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Objects;

/** The check of links that callers give: they are shown to people and never fetched. */
final class WebUrl {
    private static final int LONGEST = 2048;

    private WebUrl() {}

    static String checked(String what, String url) {
        Objects.requireNonNull(url, what);
        if (url.length() <= LONGEST && isWeb(url)) {
            return url;
        }
        throw new InvalidValueException(
                what + " '" + Text.shown(url) + "' is not usable",
                "give an absolute https or http URL of at most " + LONGEST + " characters");
    }

    private static boolean isWeb(String url) {
        try {
            URI uri = new URI(url);
            String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
            return uri.getHost() != null && ("https".equals(scheme) || "http".equals(scheme));
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
