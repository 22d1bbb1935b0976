// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.taskhub.azurestorage;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.hubgate.error.InvalidValueException;
import org.jspecify.annotations.Nullable;

/**
 * What an app's {@code host.json} says about where its task hub is. Names may be settings of the app, as {@code %Name%}: only the app's own
 * configuration can resolve them, so that they are given as they stand.
 *
 * @param hubName the hub's name, or null if the file gives none: then it is the site's name, sanitised
 * @param connectionName the setting with the connection of the hub's account; {@code AzureWebJobsStorage} if the file gives none
 * @param trackingConnectionName the setting with the connection of the tracking store, or null
 * @param trackingPrefix the prefix of the tracking store's tables, or null
 * @param otherProvider what keeps the hub, such as {@code mssql}, if that is not Azure Storage; null if it is
 */
public record HostJson(
        @Nullable String hubName,
        String connectionName,
        @Nullable String trackingConnectionName,
        @Nullable String trackingPrefix,
        @Nullable String otherProvider) {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
            .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
            .build();

    private static final String OURS = "AzureStorage";
    private static final int LONGEST_SHOWN = 40;

    /**
     * Reads a file, of Functions 2 and later or of Functions 1.
     *
     * @param text the text of {@code host.json}, which may have comments
     * @return what it says
     * @throws InvalidValueException if it is no JSON object, or names a hub where the extension does not look
     */
    public static HostJson read(String text) {
        JsonNode root = parsed(text.startsWith("\uFEFF") ? text.substring(1) : text);
        JsonNode settings = field(field(root, "extensions"), "durableTask");
        if (settings.isMissingNode() && field(root, "version").isMissingNode()) {
            settings = field(root, "durableTask");
        }
        if (settings.isMissingNode() && root.findValue("hubName") != null) {
            throw new InvalidValueException(
                    "host.json has a hubName in a place where the Durable Functions extension does not look",
                    "move it to extensions.durableTask.hubName");
        }
        JsonNode provider = field(settings, "storageProvider");
        String connection = first(text(provider, "connectionName"), text(provider, "connectionStringName"));
        String type = text(provider, "type");
        return new HostJson(
                text(settings, "hubName"),
                connection == null ? "AzureWebJobsStorage" : connection,
                first(
                        text(provider, "trackingStoreConnectionName"),
                        text(provider, "trackingStoreConnectionStringName")),
                text(provider, "trackingStoreNamePrefix"),
                OURS.equalsIgnoreCase(type) ? null : type);
    }

    /**
     * Refuses an app whose hub cannot be looked at (rule R-20, {@code UNSUPPORTED_BACKEND}).
     *
     * @return this
     * @throws InvalidValueException if another provider keeps the hub, such as Netherite, MSSQL or the managed scheduler
     */
    public HostJson requireAzureStorage() {
        if (otherProvider != null) {
            String shown = otherProvider.replaceAll("[^A-Za-z0-9 ._-]", "?");
            throw new InvalidValueException(
                    "the app keeps its task hub in '" + shown.substring(0, Math.min(LONGEST_SHOWN, shown.length()))
                            + "', which cannot be looked at: only Azure Storage can",
                    "judge this app by its events, or by what its own provider shows");
        }
        return this;
    }

    private static JsonNode parsed(String text) {
        String where = "";
        try {
            JsonNode root = JSON.readTree(text);
            if (root != null && root.isObject()) {
                return root;
            }
        } catch (JsonProcessingException e) {
            // Its message may repeat the text, which is not ours to show.
            where = ": it breaks at line " + e.getLocation().getLineNr();
        }
        throw new InvalidValueException("host.json is no JSON object" + where, "give the text of the app's host.json");
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
        String text = field(node, name).asText("").strip();
        return text.isEmpty() ? null : text;
    }

    private static @Nullable String first(@Nullable String one, @Nullable String other) {
        return one == null ? other : one;
    }
}
