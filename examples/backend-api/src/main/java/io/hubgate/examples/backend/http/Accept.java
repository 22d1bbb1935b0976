// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.examples.backend.http;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What an {@code Accept} header asks for. Broken parts count as not there; nobody is refused for this header. */
public final class Accept {
    private final List<Range> ranges;

    private Accept(List<Range> ranges) {
        this.ranges = ranges;
    }

    /**
     * Reads a header.
     *
     * @param value its value
     * @return what it asks for
     */
    public static Accept of(String value) {
        return new Accept(Arrays.stream(value.split(",", -1)).map(Range::of).toList());
    }

    /**
     * Tells whether one media type is asked for rather than another.
     *
     * @param type a media type, in lower case without parameters
     * @param other the one that is answered when both are equally welcome
     * @return true if the first has the higher quality
     */
    public boolean prefers(String type, String other) {
        return quality(type) > quality(other);
    }

    /** The most specific range that matches decides. */
    private double quality(String type) {
        String any = type.substring(0, type.indexOf('/') + 1) + "*";
        for (String name : List.of(type, any, "*/*")) {
            for (Range range : ranges) {
                if (range.name.equals(name)) {
                    return range.quality;
                }
            }
        }
        return 0;
    }

    private record Range(String name, double quality) {
        static Range of(String text) {
            String[] parts = text.split(";", -1);
            double quality = 1;
            for (int i = 1; i < parts.length; i++) {
                String parameter = parts[i].strip().toLowerCase(Locale.ROOT);
                if (parameter.startsWith("q=")) {
                    quality = quality(parameter.substring(2));
                }
            }
            return new Range(parts[0].strip().toLowerCase(Locale.ROOT), quality);
        }

        private static double quality(String text) {
            try {
                return Double.parseDouble(text);
            } catch (NumberFormatException e) {
                return 0;
            }
        }
    }
}
