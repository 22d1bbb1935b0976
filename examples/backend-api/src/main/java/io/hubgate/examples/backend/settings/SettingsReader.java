// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.examples.backend.settings;

import io.hubgate.examples.answers.NearestName;
import io.hubgate.examples.backend.words.SpanOfTime;
import io.hubgate.format.FormatNumber;
import io.hubgate.model.Text;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Turns flags and environment variables into {@link Settings}; a flag wins over its variable, an empty value is none. */
public final class SettingsReader {
    private static final int HIGHEST_PORT = 65_535;
    private static final int LARGEST_CAP = 100_000_000;

    private final Map<Setting, Given> given = new EnumMap<>(Setting.class);

    private SettingsReader(Map<Setting, String> flags, Map<String, String> environment) {
        refuseUnknown(environment);
        for (Setting setting : Setting.values()) {
            String flag = flags.get(setting);
            String variable = environment.get(setting.variable());
            if (flag != null) {
                given.put(setting, new Given(setting.flag(), flag));
            } else if (variable != null && !variable.isBlank()) {
                given.put(setting, new Given(setting.variable(), variable.strip()));
            } else if (setting.standard() != null) {
                given.put(setting, new Given(setting.variable(), setting.standard()));
            }
        }
    }

    /**
     * Reads the settings.
     *
     * @param flags the values of the flags that were given
     * @param environment all environment variables
     * @return the settings
     * @throws SettingsException if one is unknown, unusable or not available in this version
     */
    public static Settings read(Map<Setting, String> flags, Map<String, String> environment) {
        return new SettingsReader(flags, environment).settings();
    }

    private static void refuseUnknown(Map<String, String> environment) {
        List<String> known = Setting.variables();
        for (String name : environment.keySet()) {
            if (Setting.isOurs(name) && !known.contains(name)) {
                throw new SettingsException("the environment variable " + Text.shown(name) + " is not a setting; "
                        + NearestName.hint(name, known));
            }
        }
    }

    private Settings settings() {
        return new Settings(
                new Settings.Listen(address(), number(Setting.PORT, 0, HIGHEST_PORT), publicUrl()),
                storage(),
                windows(),
                limits(),
                origins(),
                path(Setting.KEYS_FILE),
                "json".equals(oneOf(Setting.LOG, "text", "json")));
    }

    private Storage storage() {
        number(Setting.FORMAT, FormatNumber.OLDEST.value(), FormatNumber.NEWEST.value());
        Given queue = given.get(Setting.EVENTS_QUEUE);
        return new Storage(
                "azure-tables".equals(oneOf(Setting.STORE, "memory", "azure-tables")),
                account(Setting.STORAGE_CONNECTION_STRING, Setting.STORAGE_ENDPOINT),
                queue == null ? null : StorageReader.queue(queue),
                taskHubs());
    }

    private TaskHubs taskHubs() {
        TaskHubs.Cleanup[] scopes = TaskHubs.Cleanup.values();
        String scope = oneOf(
                Setting.CLEANUP_SCOPE,
                Arrays.stream(scopes).map(TaskHubs.Cleanup::word).toArray(String[]::new));
        return new TaskHubs(
                account(Setting.TASKHUB_CONNECTION_STRING, Setting.TASKHUB_ENDPOINT),
                path(Setting.TASKHUB_ACCOUNTS_FILE),
                Arrays.stream(scopes)
                        .filter(known -> known.word().equals(scope))
                        .findFirst()
                        .orElseThrow());
    }

    private @Nullable StorageAccount account(Setting connection, Setting endpoint) {
        return StorageReader.account(given.get(connection), given.get(endpoint));
    }

    private Windows windows() {
        return new Windows(
                span(Setting.SETTLE_WINDOW, "PT0S", "P1D"),
                span(Setting.LEASE, "PT1M", "P7D"),
                span(Setting.GRACE_PERIOD, "PT0S", "P3650D"),
                span(Setting.EVIDENCE_AGE, "PT1S", "PT1H"),
                span(Setting.ANSWER_WITHIN, "PT1S", "PT20S"),
                span(Setting.EVENT_HORIZON, "PT1H", "P3650D"));
    }

    private Settings.Limits limits() {
        return new Settings.Limits(
                number(Setting.MAX_INSTANCES, 1, LARGEST_CAP),
                number(Setting.MAX_UNCLAIMED, 0, LARGEST_CAP),
                number(Setting.MAX_BODY, 1024, 256 * 1024 * 1024));
    }

    private Duration span(Setting setting, String least, String most) {
        Given text = required(setting);
        try {
            return SpanOfTime.parse(text.value(), Duration.parse(least), Duration.parse(most));
        } catch (IllegalArgumentException e) {
            throw text.refused("is no time between " + least + " and " + most + ", such as " + setting.standard());
        }
    }

    private int number(Setting setting, int least, int most) {
        Given text = required(setting);
        try {
            int value = Integer.parseInt(text.value());
            if (value >= least && value <= most) {
                return value;
            }
        } catch (NumberFormatException e) {
            throw text.refused("is no whole number from " + least + " to " + most);
        }
        throw text.refused(least == most ? "is not " + least : "is not between " + least + " and " + most);
    }

    private String oneOf(Setting setting, String... known) {
        Given text = required(setting);
        if (!List.of(known).contains(text.value())) {
            throw text.refused("is not known; " + NearestName.hint(text.value(), List.of(known)));
        }
        return text.value();
    }

    private InetAddress address() {
        Given text = required(Setting.BIND);
        try {
            return InetAddress.getByName(text.value());
        } catch (UnknownHostException e) {
            throw text.refused("is no address of this machine");
        }
    }

    private @Nullable URI publicUrl() {
        Given text = given.get(Setting.PUBLIC_URL);
        if (text == null) {
            return null;
        }
        try {
            URI url = new URI(text.value().replaceAll("/+$", ""));
            if (url.getHost() != null && List.of("http", "https").contains(url.getScheme()) && url.getQuery() == null) {
                return url;
            }
        } catch (URISyntaxException e) {
            throw text.refused("is no URL");
        }
        throw text.refused("is not an absolute http or https URL without a query");
    }

    private Set<String> origins() {
        return Arrays.stream(required(Setting.WEBHOOK_ORIGINS).value().split(",", -1))
                .map(origin -> origin.strip().toLowerCase(Locale.ROOT))
                .filter(origin -> !origin.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    private @Nullable Path path(Setting setting) {
        Given text = given.get(setting);
        try {
            return text == null ? null : Path.of(text.value());
        } catch (InvalidPathException e) {
            throw Objects.requireNonNull(text).refused("is no path");
        }
    }

    private Given required(Setting setting) {
        return Objects.requireNonNull(given.get(setting), setting::variable);
    }
}
