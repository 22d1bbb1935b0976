// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.readiness;

/** Numbers of things in sentences. */
final class Count {
    private Count() {}

    /**
     * Returns a number with its noun.
     *
     * @param count how many
     * @param one the noun for one
     * @param many the noun for none and several
     * @return for example {@code 3 orchestrations}
     */
    static String of(long count, String one, String many) {
        return count + " " + choose(count, one, many);
    }

    /**
     * Returns the word that goes with a number.
     *
     * @param count how many
     * @param one the word for one
     * @param many the word for none and several
     * @return one of the two
     */
    static String choose(long count, String one, String many) {
        return count == 1 ? one : many;
    }
}
