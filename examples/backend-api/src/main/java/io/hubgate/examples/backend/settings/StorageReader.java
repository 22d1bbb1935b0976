// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.examples.backend.settings;

import io.hubgate.model.Text;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Base64;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads how storage accounts are reached. What is refused is named; a connection string or signature is never repeated. */
public final class StorageReader {
    /** The names that Azure allows (Naming Queues and Metadata). */
    private static final Pattern QUEUE = Pattern.compile("[a-z0-9](?:-?[a-z0-9]){2,62}");

    private StorageReader() {}

    /**
     * Reads how an account is reached.
     *
     * @param connection the connection string, or null
     * @param endpoint the endpoint, or null
     * @return the account, or null if neither is there
     * @throws SettingsException if both are there, or one cannot be used
     */
    public static @Nullable StorageAccount account(@Nullable Given connection, @Nullable Given endpoint) {
        if (connection != null && endpoint != null) {
            throw new SettingsException(connection.name() + " and " + endpoint.name()
                    + " are both set, and either of them names the account: leave one out");
        }
        if (connection != null) {
            return connectionString(connection);
        }
        return endpoint == null ? null : new StorageAccount.WithIdentity(endpoint(endpoint));
    }

    private static StorageAccount connectionString(Given given) {
        Map<String, String> parts = parts(given);
        if (!"true".equalsIgnoreCase(parts.get("usedevelopmentstorage"))) {
            boolean signed = parts.containsKey("sharedaccesssignature");
            if (!signed && !parts.containsKey("accountkey")) {
                throw lacks(given, "AccountKey (or SharedAccessSignature)");
            }
            if (!signed && !isBase64(parts.getOrDefault("accountkey", ""))) {
                // The client would take it, and then fail at each request without saying why.
                throw new SettingsException(given.name() + " has an AccountKey that is not in Base64"
                        + "; copy the whole connection string from the storage account's access keys");
            }
            if (!signed && !parts.containsKey("accountname")) {
                throw lacks(given, "AccountName");
            }
            if (!parts.containsKey("accountname") && !parts.containsKey("tableendpoint")) {
                throw lacks(given, "AccountName (or TableEndpoint)");
            }
        }
        return new StorageAccount.WithConnectionString(given.value());
    }

    private static Map<String, String> parts(Given given) {
        Map<String, String> parts = new HashMap<>();
        for (String part : given.value().split(";", -1)) {
            int equals = part.indexOf('=');
            if (equals > 0 && equals + 1 < part.length()) {
                parts.put(part.substring(0, equals).strip().toLowerCase(Locale.ROOT), part.substring(equals + 1));
            } else if (!part.isBlank()) {
                throw new SettingsException(given.name() + " is no connection string: it must consist of Name=value;"
                        + " pairs, such as DefaultEndpointsProtocol=https;AccountName=…;AccountKey=…");
            }
        }
        return parts;
    }

    private static boolean isBase64(String key) {
        try {
            return Base64.getDecoder().decode(key.strip()).length > 0;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static SettingsException lacks(Given given, String what) {
        return new SettingsException(given.name() + " lacks " + what
                + "; copy the whole connection string from the storage account's access keys");
    }

    private static URI endpoint(Given given) {
        try {
            URI url = new URI(given.value().replaceAll("/+$", ""));
            if (isTables(url)) {
                return url;
            }
        } catch (URISyntaxException e) {
            throw refused(given, "is no URL");
        }
        throw refused(
                given,
                "is no https URL of a table endpoint without a path, such as "
                        + "https://account.table.core.windows.net (identity tokens go to https only)");
    }

    /** A query may hold a signature, and what stands before an at sign a password. */
    private static SettingsException refused(Given given, String why) {
        return given.value().matches("[^?@]*") ? given.refused(why) : new SettingsException(given.name() + " " + why);
    }

    private static boolean isTables(URI url) {
        String host = url.getHost();
        return "https".equals(url.getScheme())
                && host != null
                && host.contains(".table.")
                && !host.substring(0, host.indexOf('.')).endsWith("-secondary")
                && url.getRawQuery() == null
                && url.getRawUserInfo() == null
                && (url.getPath() == null || url.getPath().isEmpty());
    }

    static String queue(Given given) {
        if (!QUEUE.matcher(given.value()).matches()) {
            throw new SettingsException(given.name() + " '" + Text.shown(given.value())
                    + "' is no name of a queue: 3 to 63 small letters, digits and single hyphens");
        }
        return given.value();
    }
}
