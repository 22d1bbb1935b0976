// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.eventgrid;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Reads times as the extension writes them: ISO 8601 with {@code Z} or an offset, and any number of fractional digits or none. Written by hand
 * since it runs once per event, and a formatter of the JDK costs more than the rest of the event.
 */
final class EventTime {
    private static final int SHORTEST = "2026-03-04T05:06:07Z".length();
    private static final int LONGEST = 64;
    private static final int SECONDS_END = 19;
    private static final int NANO_DIGITS = 9;
    private static final int INVALID = -1;

    private EventTime() {}

    static @Nullable Instant parse(String text) {
        return parse(text.toCharArray(), 0, text.length());
    }

    /** Returns the instant, or null if the characters are no complete time. Digits beyond nanoseconds are cut. */
    static @Nullable Instant parse(char[] text, int from, int length) {
        if (length < SHORTEST || length > LONGEST || !hasSeparators(text, from)) {
            return null;
        }
        long second = seconds(text, from);
        int end = from + length;
        int zone = from + SECONDS_END;
        int nanos = 0;
        if (text[zone] == '.') {
            int first = zone + 1;
            zone = endOfDigits(text, first, end);
            if (zone == first || zone == end) {
                return null;
            }
            nanos = nanos(text, first, zone);
        }
        int offset = offset(text, zone, end);
        if (second == Long.MIN_VALUE || offset == Integer.MIN_VALUE) {
            return null;
        }
        return Instant.ofEpochSecond(second - offset, nanos);
    }

    private static boolean hasSeparators(char[] t, int from) {
        char middle = t[from + 10];
        return t[from + 4] == '-'
                && t[from + 7] == '-'
                && (middle == 'T' || middle == 't' || middle == ' ')
                && t[from + 13] == ':'
                && t[from + 16] == ':';
    }

    /** Returns the seconds since 1970 of the local time, or {@link Long#MIN_VALUE}. */
    private static long seconds(char[] t, int from) {
        int century = twoDigits(t, from);
        int yearOfCentury = twoDigits(t, from + 2);
        int month = twoDigits(t, from + 5);
        int day = twoDigits(t, from + 8);
        int hour = twoDigits(t, from + 11);
        int minute = twoDigits(t, from + 14);
        int second = twoDigits(t, from + 17);
        boolean digits = (century | yearOfCentury | month | day | hour | minute | second) >= 0;
        // 60 is a leap second; it is counted as the first one of the next minute.
        if (!digits || hour > 23 || minute > 59 || second > 60) {
            return Long.MIN_VALUE;
        }
        try {
            long days = LocalDate.of(century * 100 + yearOfCentury, month, day).toEpochDay();
            return ((days * 24 + hour) * 60 + minute) * 60 + second;
        } catch (DateTimeException noSuchDay) {
            return Long.MIN_VALUE;
        }
    }

    private static int endOfDigits(char[] t, int from, int end) {
        int i = from;
        while (i < end && t[i] >= '0' && t[i] <= '9') {
            i++;
        }
        return i;
    }

    private static int nanos(char[] t, int from, int end) {
        int nanos = 0;
        for (int i = 0; i < NANO_DIGITS; i++) {
            int digit = from + i < end ? t[from + i] - '0' : 0;
            nanos = nanos * 10 + digit;
        }
        return nanos;
    }

    /** Returns the offset from UTC in seconds, or {@link Integer#MIN_VALUE}: {@code Z}, {@code ±hh}, {@code ±hhmm} or {@code ±hh:mm}. */
    private static int offset(char[] t, int from, int end) {
        int length = end - from;
        if (length == 1 && (t[from] == 'Z' || t[from] == 'z')) {
            return 0;
        }
        boolean colon = length == 6 && t[from + 3] == ':';
        if ((t[from] != '+' && t[from] != '-') || !(length == 3 || length == 5 || colon)) {
            return Integer.MIN_VALUE;
        }
        int hours = twoDigits(t, from + 1);
        int minutes = length == 3 ? 0 : twoDigits(t, colon ? from + 4 : from + 3);
        if (hours == INVALID || minutes == INVALID || hours > 18 || minutes > 59) {
            return Integer.MIN_VALUE;
        }
        int seconds = (hours * 60 + minutes) * 60;
        return t[from] == '-' ? -seconds : seconds;
    }

    private static int twoDigits(char[] t, int at) {
        int tens = t[at] - '0';
        int ones = t[at + 1] - '0';
        boolean digits = tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9;
        return digits ? tens * 10 + ones : INVALID;
    }
}
