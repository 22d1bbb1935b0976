// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.taskhub.azurestorage.internal.client;

import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpHeaders;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How long a service asks to be left alone. */
final class Patience {
    private static final HttpHeaderName MILLISECONDS = HttpHeaderName.fromString("x-ms-retry-after-ms");

    private Patience() {}

    static @Nullable Duration asked(HttpHeaders headers) {
        Long milliseconds = number(headers.getValue(MILLISECONDS));
        if (milliseconds != null) {
            return Duration.ofMillis(milliseconds);
        }
        // A date instead of seconds is allowed by HTTP, and not sent by storage: our own wait does then.
        Long seconds = number(headers.getValue(HttpHeaderName.RETRY_AFTER));
        return seconds == null ? null : Duration.ofSeconds(seconds);
    }

    private static @Nullable Long number(@Nullable String text) {
        if (text == null || text.isEmpty() || text.length() > 9 || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return null;
        }
        return Long.valueOf(text);
    }
}
