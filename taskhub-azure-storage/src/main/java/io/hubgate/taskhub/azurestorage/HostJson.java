// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.taskhub.azurestorage;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.hubgate.error.InvalidValueException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What an app's {@code host.json} says about where its task hub is. Names may be settings of the app, as {@code %Name%}: only the app's own
 * configuration can resolve them, so that they are given as they stand.
 *
 * @param hubName the hub's name, or null if the file gives none: then it is the site's name, sanitised
 * @param connectionName the setting with the connection of the hub's account; {@code AzureWebJobsStorage} if the file gives none
 * @param trackingConnectionName the setting with the connection of the tracking store, or null
 * @param trackingPrefix the prefix of the tracking store's tables, or null
 */
public record HostJson(
        @Nullable String hubName,
        String connectionName,
        @Nullable String trackingConnectionName,
        @Nullable String trackingPrefix) {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
            .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
            .build();

    private static final String OURS = "azurestorage";
    private static final int LONGEST_SHOWN = 40;

    /**
     * Reads a file, of Functions 2 and later or of Functions 1.
     *
     * @param text the text of {@code host.json}, which may have comments
     * @return what it says
     * @throws InvalidValueException if it is no JSON object, or if the app keeps its hub in another place than Azure Storage, such as Netherite,
     *     MSSQL or the managed scheduler: those cannot be looked at (rule R-20, {@code UNSUPPORTED_BACKEND})
     */
    public static HostJson read(String text) {
        JsonNode root = parsed(text);
        JsonNode settings = field(field(root, "extensions"), "durableTask");
        if (settings.isMissingNode()) {
            settings = field(root, "durableTask");
        }
        JsonNode provider = field(settings, "storageProvider");
        String type = text(provider, "type");
        if (type != null && !type.toLowerCase(Locale.ROOT).equals(OURS)) {
            String shown = type.replaceAll("[^A-Za-z0-9 ._-]", "?");
            throw new InvalidValueException(
                    "the app keeps its task hub in '" + shown.substring(0, Math.min(LONGEST_SHOWN, shown.length()))
                            + "', which cannot be looked at: only Azure Storage can",
                    "judge this app by its events, or by what its own provider shows");
        }
        String connection = first(text(provider, "connectionName"), text(provider, "connectionStringName"));
        return new HostJson(
                text(settings, "hubName"),
                connection == null ? "AzureWebJobsStorage" : connection,
                first(
                        text(provider, "trackingStoreConnectionName"),
                        text(provider, "trackingStoreConnectionStringName")),
                text(provider, "trackingStoreNamePrefix"));
    }

    private static JsonNode parsed(String text) {
        try {
            JsonNode root = JSON.readTree(text);
            if (root != null && root.isObject()) {
                return root;
            }
        } catch (JsonProcessingException e) {
            // Its message may repeat the text, which is not ours to show.
        }
        throw new InvalidValueException("host.json is no JSON object", "give the text of the app's host.json");
    }

    /** The host ignores the case of names. */
    private static JsonNode field(JsonNode node, String name) {
        for (var property : node.properties()) {
            if (property.getKey().equalsIgnoreCase(name)) {
                return property.getValue();
            }
        }
        return JSON.missingNode();
    }

    private static @Nullable String text(JsonNode node, String name) {
        String text = field(node, name).asText("");
        return text.isEmpty() ? null : text;
    }

    private static @Nullable String first(@Nullable String one, @Nullable String other) {
        return one == null ? other : one;
    }
}
