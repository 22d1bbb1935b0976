// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.examples.backend.access;

import io.hubgate.examples.backend.words.AppPattern;
import io.hubgate.model.AppName;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;

/** One key: who it stands for, what it may be used for, and for which apps. The secret itself is not kept, only its digest. */
final class Key {
    private final String name;
    private final Role role;
    private final byte[] digest;
    private final List<AppPattern> apps;

    Key(String name, Role role, String secret, List<AppPattern> apps) {
        this.name = name;
        this.role = role;
        this.digest = digest(secret);
        this.apps = List.copyOf(apps);
    }

    String name() {
        return name;
    }

    Role role() {
        return role;
    }

    /** Compares digests in constant time, so that neither length nor content of a secret shows in how long an answer takes. */
    boolean hasDigest(byte[] presented) {
        return MessageDigest.isEqual(digest, presented);
    }

    boolean isLimitedToApps() {
        return !apps.isEmpty();
    }

    boolean covers(AppName app) {
        return apps.isEmpty() || apps.stream().anyMatch(pattern -> pattern.matches(app));
    }

    static byte[] digest(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return name + " (" + role.word() + ")";
    }
}
