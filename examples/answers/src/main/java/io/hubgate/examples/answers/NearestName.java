// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.examples.answers;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.Collectors;

/** Finds the known name that a wrong one resembles most, by the number of single edits between them. */
public final class NearestName {
    private static final int LONGEST_COMPARED = 64;

    private NearestName() {}

    /**
     * Returns what to tell somebody who used a name that is not known.
     *
     * @param wrong the name that was given
     * @param known all names that would have been right
     * @return one clause, such as {@code did you mean 'dryRun'?}
     */
    public static String hint(String wrong, Collection<String> known) {
        if (known.isEmpty()) {
            return "none is known here";
        }
        String nearest = known.stream()
                .min(Comparator.<String>comparingInt(k -> edits(wrong, k)).thenComparing(Comparator.naturalOrder()))
                .orElseThrow();
        if (edits(wrong, nearest) <= Math.max(2, nearest.length() / 2)) {
            return "did you mean '" + nearest + "'?";
        }
        return "known are " + known.stream().sorted().collect(Collectors.joining(", "));
    }

    /** Levenshtein's distance; letter case costs nothing, since a wrong case is the commonest mistake. */
    private static int edits(String left, String right) {
        String a = folded(left);
        String b = folded(right);
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }

    private static String folded(String name) {
        return name.substring(0, Math.min(LONGEST_COMPARED, name.length())).toLowerCase(Locale.ROOT);
    }
}
