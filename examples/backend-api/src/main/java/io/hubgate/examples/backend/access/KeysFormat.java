// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.examples.backend.access;

import com.fasterxml.jackson.databind.JsonNode;
import io.hubgate.examples.answers.NearestName;
import io.hubgate.examples.backend.words.AppPattern;
import io.hubgate.examples.backend.words.SecretJson;
import io.hubgate.model.Text;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the keys file. Its messages name keys by name and place, never by secret. */
final class KeysFormat {
    private static final int SHORTEST_SECRET = 16;
    private static final int LONGEST_SECRET = 4096;
    private static final int LONGEST_NAME = 256;
    private static final List<String> FIELDS = List.of("name", "role", "key", "apps");

    private KeysFormat() {}

    static KeyRing read(String text) {
        JsonNode keys = SecretJson.only(SecretJson.read(text), "the file", List.of("keys"))
                .get("keys");
        if (keys == null || !keys.isArray() || keys.isEmpty()) {
            throw new IllegalArgumentException("\"keys\" is not a list with at least one key");
        }
        List<Key> ring = new ArrayList<>();
        Set<String> names = new HashSet<>();
        Set<String> secrets = new HashSet<>();
        for (int i = 0; i < keys.size(); i++) {
            JsonNode entry = SecretJson.only(keys.get(i), "key " + (i + 1), FIELDS);
            Key key = key(entry, "key " + (i + 1));
            if (!names.add(key.name())) {
                throw new IllegalArgumentException("two keys have the name '" + Text.shown(key.name()) + "'");
            }
            if (!secrets.add(entry.get("key").textValue())) {
                throw new IllegalArgumentException("key " + (i + 1) + " repeats the secret of another");
            }
            ring.add(key);
        }
        return new KeyRing(ring);
    }

    private static Key key(JsonNode entry, String where) {
        String name = text(entry.get("name"), where, "name");
        if (name.isBlank() || name.length() > LONGEST_NAME || name.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException(
                    where + ": its name is not 1 to 256 characters without control characters");
        }
        String secret = text(entry.get("key"), where, "key");
        if (secret.length() < SHORTEST_SECRET || secret.length() > LONGEST_SECRET || !secret.equals(secret.strip())) {
            throw new IllegalArgumentException(
                    where + ": its key is not 16 to 4,096 characters without blanks at the ends");
        }
        Role role = role(text(entry.get("role"), where, "role"), where);
        List<AppPattern> apps = apps(entry.get("apps"), where);
        if (role == Role.EVENTS && !apps.isEmpty()) {
            throw new IllegalArgumentException(
                    where + ": a key for events cannot be limited to apps, since events name hubs only");
        }
        return new Key(name, role, secret, apps);
    }

    private static Role role(String word, String where) {
        return Arrays.stream(Role.values())
                .filter(role -> role.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(where + ": the role '" + Text.shown(word)
                        + "' is not known; "
                        + NearestName.hint(
                                word,
                                Arrays.stream(Role.values()).map(Role::word).toList())));
    }

    private static List<AppPattern> apps(@Nullable JsonNode apps, String where) {
        if (apps == null) {
            return List.of();
        }
        if (!apps.isArray() || apps.isEmpty()) {
            throw new IllegalArgumentException(where + ": \"apps\" is not a list with at least one pattern");
        }
        List<AppPattern> patterns = new ArrayList<>();
        for (JsonNode app : apps) {
            patterns.add(pattern(app, where));
        }
        return patterns;
    }

    private static AppPattern pattern(JsonNode app, String where) {
        try {
            return AppPattern.of(text(app, where, "apps"));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(where + ": " + e.getMessage(), e);
        }
    }

    private static String text(@Nullable JsonNode node, String where, String field) {
        if (node == null || !node.isTextual()) {
            throw new IllegalArgumentException(where + ": \"" + field + "\" is not a text");
        }
        return node.textValue();
    }
}
