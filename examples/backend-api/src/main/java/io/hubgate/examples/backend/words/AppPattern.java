// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.examples.backend.words;

import io.hubgate.model.AppName;
import java.util.Locale;
import java.util.regex.Pattern;

/** Names of apps by a glob: {@code *} stands for any characters, {@code ?} for one; letter case does not matter. */
public final class AppPattern {
    private static final Pattern ALLOWED = Pattern.compile("[A-Za-z0-9*?-]{1,60}");

    private final Pattern pattern;

    private AppPattern(Pattern pattern) {
        this.pattern = pattern;
    }

    /**
     * Reads a pattern.
     *
     * @param glob 1 to 60 letters, digits, hyphens, stars and question marks
     * @return the pattern
     * @throws IllegalArgumentException if it is something else; the message does not repeat it
     */
    public static AppPattern of(String glob) {
        if (!ALLOWED.matcher(glob).matches()) {
            throw new IllegalArgumentException("an app pattern is 1 to 60 letters, digits, hyphens, * and ?");
        }
        // Letters, digits and hyphens mean themselves in a regular expression. A run of stars is one, or matching would
        // take ages.
        String regex = glob.toLowerCase(Locale.ROOT)
                .replaceAll("\\*+", "*")
                .replace("*", ".*")
                .replace("?", ".");
        return new AppPattern(Pattern.compile(regex));
    }

    /**
     * Tells whether an app's name is one of those.
     *
     * @param app the app
     * @return true if so
     */
    public boolean matches(AppName app) {
        return pattern.matcher(app.key()).matches();
    }
}
