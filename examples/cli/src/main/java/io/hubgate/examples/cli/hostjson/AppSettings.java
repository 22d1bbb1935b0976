// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.examples.cli.hostjson;

import io.hubgate.error.InvalidValueException;
import io.hubgate.examples.cli.account.Complaint;
import io.hubgate.model.Text;
import io.hubgate.taskhub.azurestorage.HostJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a {@code host.json} says, with the environment in the place of the app's settings: names in percent signs, and connections by their names. */
public final class AppSettings {
    private static final Pattern SETTING = Pattern.compile("%([^%]+)%");

    private final HostJson file;
    private final Map<String, String> environment;

    private AppSettings(HostJson file, Map<String, String> environment) {
        this.file = file;
        this.environment = environment;
    }

    /**
     * Reads a file.
     *
     * @param file the file
     * @param environment the variables that stand for app settings
     * @return what it says
     * @throws Complaint if it is no {@code host.json}
     */
    public static AppSettings read(Path file, Map<String, String> environment) {
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

    static AppSettings of(String text, String name, Map<String, String> environment) {
        try {
            return new AppSettings(HostJson.read(text), environment);
        } catch (InvalidValueException e) {
            throw Complaint.misconfigured(Text.shown(name) + " cannot be used: " + e.getMessage(), e.fix());
        }
    }

    /**
     * Returns where the app keeps its hub, if that is not Azure Storage.
     *
     * @return the word for the other provider, such as {@code mssql}
     */
    public Optional<String> otherProvider() {
        return Optional.ofNullable(file.otherProvider());
    }

    /**
     * Returns the hub's name, resolved.
     *
     * @return the name; empty if the file names none
     * @throws Complaint if it names a setting that the environment does not have
     */
    public Optional<String> hubName() {
        return Optional.ofNullable(file.hubName()).map(this::resolved);
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
        return variable(file.connectionName());
    }

    /**
     * Returns the connection string of the tracking store, as far as the environment has it.
     *
     * @return the name of the variable and its value, or empty if the app has no tracking store
     * @throws Complaint if it has one and the environment does not have its connection
     */
    public Optional<Map.Entry<String, String>> trackingConnection() {
        return Optional.ofNullable(file.trackingConnectionName())
                .map(name -> variable(name)
                        .orElseThrow(() -> Complaint.misconfigured(
                                "host.json keeps rows in the tracking store of the setting " + Text.shown(name)
                                        + ", and the environment has no such variable",
                                "set it, or give --tracking-connection")));
    }

    /**
     * Returns the prefix of the tracking store's tables.
     *
     * @return the prefix, or null if the file names none
     */
    public @Nullable String trackingPrefix() {
        return file.trackingPrefix();
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
}
