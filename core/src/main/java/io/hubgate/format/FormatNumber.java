// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.format;

/**
 * The number of a stored format, the same for every kind of document (rule S-10).
 *
 * @param value 1 for the first format, then counting up
 */
public record FormatNumber(int value) implements Comparable<FormatNumber> {
    /** The oldest format that this code reads. */
    public static final FormatNumber OLDEST = new FormatNumber(1);

    /** The newest format that this code reads: what {@code HUBGATE_FORMAT} may be raised to. */
    public static final FormatNumber NEWEST = new FormatNumber(1);

    /**
     * Checks that the number is positive.
     *
     * @throws IllegalArgumentException if it is not
     */
    public FormatNumber {
        if (value < 1) {
            throw new IllegalArgumentException("format numbers begin with 1, and this is " + value);
        }
    }

    /**
     * Returns this number if a reader of the given formats understands it.
     *
     * @param oldest the oldest format that is understood
     * @param newest the newest format that is understood
     * @return this number
     * @throws ObsoleteFormatException if it is older
     * @throws UnsupportedFormatException if it is newer
     */
    public FormatNumber between(FormatNumber oldest, FormatNumber newest) {
        if (compareTo(oldest) < 0) {
            throw new ObsoleteFormatException(this, oldest);
        }
        if (compareTo(newest) > 0) {
            throw new UnsupportedFormatException(this, newest);
        }
        return this;
    }

    @Override
    public int compareTo(FormatNumber other) {
        return Integer.compare(value, other.value);
    }

    @Override
    public String toString() {
        return Integer.toString(value);
    }
}
