// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.examples.backend.taskhub;

import com.fasterxml.jackson.databind.JsonNode;
import io.hubgate.examples.backend.settings.Given;
import io.hubgate.examples.backend.settings.SettingsException;
import io.hubgate.examples.backend.settings.StorageAccount;
import io.hubgate.examples.backend.settings.StorageReader;
import io.hubgate.examples.backend.words.AppPattern;
import io.hubgate.examples.backend.words.SecretJson;
import io.hubgate.model.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the file with the accounts of apps. Its messages name entries by place, and never repeat a secret. */
final class AccountsFormat {
    private static final List<String> FIELDS = List.of(
            "apps", "connectionString", "endpoint", "trackingConnectionString", "trackingEndpoint", "trackingPrefix");

    /** A prefix of a table's name: that has 63 characters at most, and the longest suffix of the engine's has nine. */
    private static final Pattern PREFIX = Pattern.compile("[A-Za-z][A-Za-z0-9]{0,53}");

    private AccountsFormat() {}

    /** The entries in their order, which is the order in which an app looks for its own. */
    static List<AppAccounts> read(String text) {
        JsonNode list = SecretJson.only(SecretJson.read(text), "the file", List.of("accounts"))
                .get("accounts");
        if (list == null || !list.isArray() || list.isEmpty()) {
            throw new IllegalArgumentException("\"accounts\" is not a list with at least one entry");
        }
        List<AppAccounts> accounts = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            String where = "entry " + (i + 1);
            try {
                accounts.add(entry(SecretJson.only(list.get(i), where, FIELDS), where));
            } catch (SettingsException e) {
                throw new IllegalArgumentException(e.getMessage(), e);
            }
        }
        return accounts;
    }

    private static AppAccounts entry(JsonNode entry, String where) {
        List<AppPattern> apps = apps(entry.get("apps"), where);
        StorageAccount own =
                StorageReader.account(field(entry, where, "connectionString"), field(entry, where, "endpoint"));
        if (own == null) {
            throw new IllegalArgumentException(where
                    + " names no account: give it a \"connectionString\", or an \"endpoint\" for managed identity");
        }
        StorageAccount tracking = StorageReader.account(
                field(entry, where, "trackingConnectionString"), field(entry, where, "trackingEndpoint"));
        Given prefix = field(entry, where, "trackingPrefix");
        if (prefix != null && !PREFIX.matcher(prefix.value()).matches()) {
            throw new IllegalArgumentException(prefix.name() + " '" + Text.shown(prefix.value())
                    + "' is no prefix of a table's name: 1 to 54 letters and digits, first a letter");
        }
        return new AppAccounts(apps, own, tracking, prefix == null ? null : prefix.value());
    }

    private static List<AppPattern> apps(@Nullable JsonNode apps, String where) {
        if (apps == null || !apps.isArray() || apps.isEmpty()) {
            throw new IllegalArgumentException(where + ": \"apps\" is not a list with at least one pattern");
        }
        List<AppPattern> patterns = new ArrayList<>();
        for (JsonNode app : apps) {
            try {
                patterns.add(AppPattern.of(app.isTextual() ? app.textValue() : ""));
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(where + ": " + e.getMessage(), e);
            }
        }
        return patterns;
    }

    private static @Nullable Given field(JsonNode entry, String where, String name) {
        JsonNode node = entry.get(name);
        if (node == null) {
            return null;
        }
        String shown = where + ": \"" + name + "\"";
        if (!node.isTextual() || node.textValue().isBlank()) {
            throw new IllegalArgumentException(shown + " is not a text");
        }
        return new Given(shown, node.textValue().strip());
    }
}
