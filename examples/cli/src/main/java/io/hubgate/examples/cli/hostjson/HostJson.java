// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.examples.cli.hostjson;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.hubgate.examples.cli.account.Complaint;
import io.hubgate.model.Text;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The part of a {@code host.json} that says where an app keeps its task hub. Names in it ignore case, as the Functions host does, and its
 * comments are allowed. A hub name in percent signs is the name of an app setting, which is looked up in the environment.
 */
public final class HostJson {
    private static final Pattern SETTING = Pattern.compile("%([^%]+)%");
    private static final String AZURE_STORAGE = "AzureStorage";

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS, JsonReadFeature.ALLOW_TRAILING_COMMA)
            .build();

    private final JsonNode root;
    private final JsonNode durableTask;
    private final Map<String, String> environment;

    private HostJson(JsonNode root, Map<String, String> environment) {
        this.root = root;
        this.environment = environment;
        JsonNode current = child(child(root, "extensions"), "durableTask");
        // Version 1 of the Functions host had it at the top.
        this.durableTask = current.isMissingNode() && child(root, "version").isMissingNode()
                ? child(root, "durableTask")
                : current;
    }

    /**
     * Reads a file.
     *
     * @param file the file
     * @param environment the variables that stand for app settings
     * @return what it says
     * @throws Complaint if it is no {@code host.json}
     */
    public static HostJson read(Path file, Map<String, String> environment) {
        try {
            return of(Files.readString(file), file.toString(), environment);
        } catch (NoSuchFileException e) {
            throw Complaint.usage(
                    "there is no file " + Text.shown(file.toString()), "name the app's host.json with --host-json");
        } catch (IOException e) {
            throw Complaint.usage(
                    Text.shown(file.toString()) + " cannot be read: " + Text.shown(String.valueOf(e.getMessage())),
                    "name the app's host.json, as UTF-8, with --host-json");
        }
    }

    static HostJson of(String text, String name, Map<String, String> environment) {
        try {
            JsonNode root = MAPPER.readTree(text.startsWith("\uFEFF") ? text.substring(1) : text);
            if (root.isObject()) {
                return new HostJson(root, environment);
            }
        } catch (JsonProcessingException e) {
            String where = " at line " + e.getLocation().getLineNr();
            throw Complaint.misconfigured(Text.shown(name) + " is no JSON" + where, "repair it; the app reads it too");
        }
        throw Complaint.misconfigured(Text.shown(name) + " holds no JSON object", "name the app's host.json");
    }

    /**
     * Returns where the app keeps its hub, if that is not Azure Storage.
     *
     * @return the word for the other provider, such as {@code mssql}
     */
    public Optional<String> otherProvider() {
        return text(child(child(durableTask, "storageProvider"), "type"))
                .filter(type -> !AZURE_STORAGE.equalsIgnoreCase(type));
    }

    /**
     * Returns the hub's name, resolved.
     *
     * @return the name; empty if the file names none
     * @throws Complaint if it names a setting that the environment does not have, or names it in a wrong place
     */
    public Optional<String> hubName() {
        Optional<String> name = text(child(durableTask, "hubName")).map(this::resolved);
        if (name.isEmpty() && durableTask.isMissingNode() && root.findValue("hubName") != null) {
            throw Complaint.misconfigured(
                    "host.json has a hubName in a place where the Durable Functions extension does not look",
                    "move it to extensions.durableTask.hubName");
        }
        return name;
    }

    private String resolved(String name) {
        Matcher matcher = SETTING.matcher(name);
        if (!matcher.find()) {
            return name;
        }
        StringBuilder resolved = new StringBuilder();
        do {
            String setting = matcher.group(1);
            String value = environment.get(setting);
            if (value == null || value.isBlank()) {
                throw Complaint.misconfigured(
                        "host.json takes the hub's name from the app setting " + Text.shown(setting)
                                + ", and the environment has no such variable",
                        "set it to the value that the slot has, or name the hub with --hub");
            }
            matcher.appendReplacement(resolved, Matcher.quoteReplacement(value));
        } while (matcher.find());
        return matcher.appendTail(resolved).toString();
    }

    /**
     * Returns the connection string of the hub's own account, as far as the environment has it.
     *
     * @return the name of the variable and its value, or empty
     */
    public Optional<Map.Entry<String, String>> connection() {
        return variable(text(child(child(durableTask, "storageProvider"), "connectionName"))
                .or(() -> text(child(child(durableTask, "storageProvider"), "connectionStringName")))
                .orElse("AzureWebJobsStorage"));
    }

    /**
     * Returns the connection string of the tracking store, as far as the environment has it.
     *
     * @return the name of the variable and its value, or empty if the app has no tracking store
     * @throws Complaint if it has one and the environment does not have its connection
     */
    public Optional<Map.Entry<String, String>> trackingConnection() {
        return trackingName()
                .map(name -> variable(name)
                        .orElseThrow(() -> Complaint.misconfigured(
                                "host.json keeps rows in the tracking store of the setting " + Text.shown(name)
                                        + ", and the environment has no such variable",
                                "set it, or give --tracking-connection")));
    }

    /**
     * Tells whether the app has a tracking store of its own.
     *
     * @return true if its rows are in another account or under another prefix
     */
    public boolean hasTrackingStore() {
        return trackingName().isPresent();
    }

    /**
     * Returns the prefix of the tracking store's tables.
     *
     * @return the prefix, or null if the file names none
     */
    public @Nullable String trackingPrefix() {
        return text(child(child(durableTask, "storageProvider"), "trackingStoreNamePrefix"))
                .orElse(null);
    }

    private Optional<String> trackingName() {
        JsonNode provider = child(durableTask, "storageProvider");
        return text(child(provider, "trackingStoreConnectionName"))
                .or(() -> text(child(provider, "trackingStoreConnectionStringName")));
    }

    private Optional<Map.Entry<String, String>> variable(String name) {
        for (String variable : new String[] {name, "AzureWebJobs" + name}) {
            String value = environment.get(variable);
            if (value != null && !value.isBlank()) {
                return Optional.of(Map.entry(variable, value));
            }
        }
        return Optional.empty();
    }

    private static JsonNode child(JsonNode node, String name) {
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            if (field.getKey().equalsIgnoreCase(name)) {
                return field.getValue();
            }
        }
        return MAPPER.missingNode();
    }

    private static Optional<String> text(JsonNode node) {
        return node.isTextual() && !node.textValue().isBlank()
                ? Optional.of(node.textValue().strip())
                : Optional.empty();
    }
}
