// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.benchmarks.measure;

import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;

/**
 * What many measurements of one thing came to.
 *
 * @param median the middle one; the upper of the two if their number is even
 * @param smallest the smallest
 * @param largest the largest
 */
public record Spread(double median, double smallest, double largest) {
    /**
     * Returns the spread of some measurements.
     *
     * @param measured at least one
     * @return their spread
     */
    public static Spread of(Collection<Double> measured) {
        double[] sorted =
                measured.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        if (sorted.length == 0 || Arrays.stream(sorted).anyMatch(Double::isNaN)) {
            throw new IllegalArgumentException("nothing was measured: " + measured);
        }
        return new Spread(sorted[sorted.length / 2], sorted[0], sorted[sorted.length - 1]);
    }

    /**
     * Returns how many fit into a whole, such as events into a second from the time that one event takes.
     *
     * @param whole the whole
     * @return the spread of the quotients
     */
    public Spread into(double whole) {
        return new Spread(whole / median, whole / largest, whole / smallest);
    }

    /**
     * Returns these measurements in another unit.
     *
     * @param unit how much of this unit makes one of the other
     * @return the spread
     */
    public Spread in(double unit) {
        return new Spread(median / unit, smallest / unit, largest / unit);
    }

    /**
     * Returns the text that tables show.
     *
     * @param decimals how many digits after the point
     * @return median, smallest and largest
     */
    public String text(int decimals) {
        String number = "%,." + decimals + "f";
        return String.format(Locale.ROOT, number + " (" + number + " to " + number + ")", median, smallest, largest);
    }
}
