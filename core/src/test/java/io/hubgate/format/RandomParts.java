// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.format;

import io.hubgate.deployment.ForceMark;
import io.hubgate.model.Actor;
import io.hubgate.model.AppName;
import io.hubgate.model.Holder;
import io.hubgate.model.SlotName;
import io.hubgate.model.TaskHubName;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Names, texts, times and people, the same for the same seed. */
final class RandomParts {
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
    private static final List<String> ODD_LINES = List.of(
            "a",
            " ",
            "\"",
            "\\",
            "/",
            "#",
            "?",
            "<b>",
            "\u00e9",
            "\u4e2d",
            "\uD83D\uDE00",
            "\uD83D",
            "\uDE00",
            "\u202e",
            "\u2028",
            "\ufeff");
    private static final List<String> CONTROLS =
            List.of("\u0000", "\n", "\r", "\t", "\b", "\u001b", "\u007f", "\u0085");

    private final Random random;

    RandomParts(long seed) {
        this.random = new Random(seed);
    }

    boolean flag() {
        return random.nextBoolean();
    }

    <T> @Nullable T maybe(Supplier<T> value) {
        return flag() ? value.get() : null;
    }

    <T> List<T> list(int most, Supplier<T> value) {
        return Stream.generate(value).limit(random.nextInt(most + 1)).toList();
    }

    <E> E of(E[] values) {
        return values[random.nextInt(values.length)];
    }

    long count() {
        return switch (random.nextInt(4)) {
            case 0 -> 0;
            case 1 -> Long.MAX_VALUE;
            default -> random.nextInt(1_000_000);
        };
    }

    /** To the nanosecond, which is finer than any source; now and then at an end of time. */
    Instant time() {
        return switch (random.nextInt(20)) {
            case 0 -> Instant.MIN;
            case 1 -> Instant.MAX;
            case 2 -> Instant.EPOCH;
            case 3 -> Instant.ofEpochSecond(random.nextInt());
            default -> Instant.ofEpochSecond(1_790_000_000L + random.nextInt(), random.nextInt(1_000_000_000));
        };
    }

    Duration duration() {
        return flag() ? Duration.ofSeconds(random.nextInt(100_000)) : Duration.ofNanos(random.nextLong());
    }

    AppName app() {
        return new AppName(letters(1 + random.nextInt(60)));
    }

    TaskHubName hub() {
        return new TaskHubName("h" + letters(2 + random.nextInt(43)));
    }

    SlotName slot() {
        return of(new SlotName[] {SlotName.PRODUCTION, SlotName.STAGING, new SlotName("slot-" + random.nextInt(100))});
    }

    Actor actor() {
        return new Actor(line(256), maybe(() -> line(256)));
    }

    Holder holder() {
        return new Holder(line(256), maybe(this::url));
    }

    ForceMark force() {
        return new ForceMark(text(100), actor(), time());
    }

    String url() {
        return "https://ci.example/" + letters(random.nextInt(20)) + "?q=%20\u00e9#" + random.nextInt();
    }

    /** 1 to some UTF-16 units without control characters, as identifiers that people give. */
    String line(int longest) {
        return "l" + odd(random.nextInt(Math.min(longest, 60)), false);
    }

    /** 0 to some UTF-16 units of any kind. */
    String text(int longest) {
        return odd(random.nextInt(longest + 1), true);
    }

    private String odd(int longest, boolean controls) {
        StringBuilder out = new StringBuilder();
        while (out.length() < longest) {
            List<String> from = controls && random.nextInt(4) == 0 ? CONTROLS : ODD_LINES;
            out.append(flag() ? letters(1) : from.get(random.nextInt(from.size())));
        }
        return out.substring(0, longest);
    }

    private String letters(int many) {
        StringBuilder out = new StringBuilder(many);
        for (int i = 0; i < many; i++) {
            out.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return out.toString();
    }
}
