// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.model;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;

/** Makes the hub name of a build: readable in front, unmistakable behind (rule P-8). */
final class BuildHubName {
    private static final int APP_CHARACTERS = 20;
    private static final int BUILD_CHARACTERS = 14;
    private static final int HASH_CHARACTERS = 10;
    private static final int BITS_PER_CHARACTER = 5;
    private static final String BASE32 = "abcdefghijklmnopqrstuvwxyz234567";

    private BuildHubName() {}

    static TaskHubName of(AppName app, String... build) {
        String first = Character.isDigit(app.key().charAt(0)) ? "t" + app.key() : app.key();
        String[] parts = new String[build.length + 1];
        parts[0] = app.key();
        System.arraycopy(build, 0, parts, 1, build.length);
        return new TaskHubName(readable(first, APP_CHARACTERS) + readable(String.join("", build), BUILD_CHARACTERS)
                + "x" + hash(parts));
    }

    private static String readable(String text, int longest) {
        String plain = text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
        return plain.substring(0, Math.min(longest, plain.length()));
    }

    /** Lengths stand before the parts, so that moving a character from one part to the next changes the hash. */
    private static String hash(String... parts) {
        MessageDigest digest = sha256();
        for (String part : parts) {
            byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
            digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
            digest.update(bytes);
        }
        return base32(digest.digest());
    }

    private static String base32(byte[] bytes) {
        StringBuilder out = new StringBuilder(HASH_CHARACTERS);
        for (int i = 0; i < HASH_CHARACTERS; i++) {
            int value = 0;
            for (int bit = i * BITS_PER_CHARACTER; bit < (i + 1) * BITS_PER_CHARACTER; bit++) {
                int place = Byte.SIZE - 1 - bit % Byte.SIZE;
                value = (value << 1) | ((bytes[bit / Byte.SIZE] >> place) & 1);
            }
            out.append(BASE32.charAt(value));
        }
        return out.toString();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
