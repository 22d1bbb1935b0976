// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.eventgrid;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the headers of a delivery say about its body: only whether it is a CloudEvent in binary mode, whose attributes are headers ({@code
 * ce-type}, {@code ce-time}, …) and whose body is the data alone. Every other shape is recognised by the body itself, whatever the content
 * type says. Immutable and thread-safe.
 *
 * @param attributes the attributes of a CloudEvent in binary mode, by lower-case name without {@code ce-}; empty for every other shape
 */
public record ContentHints(Map<String, String> attributes) {
    private static final ContentHints NONE = new ContentHints(Map.of());
    private static final String PREFIX = "ce-";

    /** Copies the attributes. */
    public ContentHints {
        attributes = Map.copyOf(attributes);
    }

    /**
     * Returns the hints of a body that came without headers.
     *
     * @return hints without attributes
     */
    public static ContentHints none() {
        return NONE;
    }

    /**
     * Reads the hints from the headers of a request, by the HTTP binding of CloudEvents 1.0: binary mode is a request with {@code ce-}
     * attributes whose content type is not {@code application/cloudevents…}. Values are percent-decoded.
     *
     * @param headers the headers, their names in any letter case
     * @return the hints
     */
    public static ContentHints of(Map<String, String> headers) {
        Map<String, String> attributes = new TreeMap<>();
        for (Map.Entry<String, String> header : headers.entrySet()) {
            String name = header.getKey().toLowerCase(Locale.ROOT);
            if (name.equals("content-type") && isStructured(header.getValue())) {
                return NONE;
            }
            if (name.startsWith(PREFIX)) {
                attributes.put(name.substring(PREFIX.length()), PercentCode.decoded(header.getValue()));
            }
        }
        return attributes.containsKey("specversion") || attributes.containsKey("type")
                ? new ContentHints(attributes)
                : NONE;
    }

    /**
     * Tells whether the body is the data of one CloudEvent, whose other fields are the attributes.
     *
     * @return true in binary mode
     */
    public boolean isBinaryMode() {
        return !attributes.isEmpty();
    }

    private static boolean isStructured(String contentType) {
        return contentType.strip().toLowerCase(Locale.ROOT).startsWith("application/cloudevents");
    }
}
