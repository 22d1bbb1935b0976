// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.verification.recordings;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The mistakes that are known and were looked at, each with one line that says what the judge cannot see there. Kept in
 * {@code accuracy/mistakes.txt}; the list may only shrink (rule V-6).
 *
 * @param whys for each mistake, by its key, why it is made
 */
record ReviewedMistakes(Map<String, String> whys) {
    static ReviewedMistakes read() {
        Map<String, String> whys = new LinkedHashMap<>();
        try {
            Path file = Path.of(requireNonNull(ReviewedMistakes.class.getResource("/accuracy/mistakes.txt"))
                    .toURI());
            for (String line : Files.readAllLines(file)) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    int last = line.lastIndexOf(" | ");
                    String before = whys.put(
                            line.substring(0, last), line.substring(last + 3).trim());
                    if (before != null) {
                        throw new AssertionError("listed twice: " + line);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
        return new ReviewedMistakes(whys);
    }

    String whyOf(Judgement mistake) {
        return whys.getOrDefault(mistake.key(), "");
    }
}
