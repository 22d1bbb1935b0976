// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.examples.cli;

import io.hubgate.error.InvalidValueException;
import io.hubgate.examples.cli.InspectOptions.Sourced;
import io.hubgate.examples.cli.InspectOptions.Value;
import io.hubgate.examples.cli.account.AccountAddress;
import io.hubgate.examples.cli.account.Complaint;
import io.hubgate.examples.cli.account.Endpoint;
import io.hubgate.examples.cli.hostjson.AppSettings;
import io.hubgate.model.TaskHubName;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is looked at: accounts and hub, from options, variables and {@code host.json}, in this order.
 *
 * @param account the account of the hub's queues, and of everything else unless there is a tracking store
 * @param tracking the account of the tracking store, or null if there is none
 * @param trackingPrefix the prefix of the tracking store's tables, or null if there is no tracking store
 * @param hub the hub, or null if all are to be listed
 * @param otherProvider where the app keeps its hub if that is not Azure Storage, or null
 */
record Target(
        AccountAddress account,
        @Nullable AccountAddress tracking,
        @Nullable String trackingPrefix,
        @Nullable TaskHubName hub,
        @Nullable String otherProvider) {
    private static final String STANDARD_PREFIX = "DurableTask";

    static Target of(InspectOptions options, Map<String, String> environment) {
        Optional<AppSettings> file = options.hostJson().map(path -> AppSettings.read(path, environment));
        TaskHubName hub = hub(options, file);
        String other = file.flatMap(AppSettings::otherProvider).orElse(null);
        if (other != null && hub == null) {
            throw Complaint.misconfigured(
                    "the app keeps its task hub in " + other + ", and only Azure Storage can be looked at",
                    "look at it with the tools of that provider");
        }
        AccountAddress account = account(options, environment, file);
        AccountAddress tracking = tracking(options, environment, file);
        Optional<String> prefix = options.value(Value.TRACKING_PREFIX);
        if (tracking == null && prefix.isPresent()) {
            // Another prefix in the hub's own account is a tracking store too.
            tracking = account;
        }
        String tables = tracking == null
                ? null
                : prefix.or(() -> file.map(AppSettings::trackingPrefix)).orElse(STANDARD_PREFIX);
        return new Target(account, tracking, tables, hub, other);
    }

    private static @Nullable TaskHubName hub(InspectOptions options, Optional<AppSettings> file) {
        Optional<String> given = options.value(Value.HUB);
        if (given.isPresent()) {
            return name(given.get(), "--hub");
        }
        if (file.isEmpty()) {
            return null;
        }
        String named = file.get()
                .hubName()
                .orElseThrow(() -> Complaint.misconfigured(
                        "host.json names no hub, so the app takes one from its own name",
                        "name the hub with --hub: it is the app's name without anything but letters and digits"));
        return name(named, "the hubName of host.json");
    }

    private static TaskHubName name(String text, String source) {
        try {
            return new TaskHubName(text);
        } catch (InvalidValueException e) {
            throw Complaint.usage(
                    source + " cannot be a task hub: " + e.getMessage(),
                    "give 3 to 45 letters and digits, first a letter");
        }
    }

    private static AccountAddress account(
            InspectOptions options, Map<String, String> environment, Optional<AppSettings> file) {
        Optional<Sourced> connection = options.sourced(Value.CONNECTION, environment);
        Optional<Sourced> endpoint = options.sourced(Value.ENDPOINT, environment);
        if (options.value(Value.CONNECTION).isPresent()
                && options.value(Value.ENDPOINT).isPresent()) {
            throw Complaint.usage("--connection and --endpoint both name the account", "give one of them");
        }
        if (endpoint.isPresent()
                && (connection.isEmpty() || options.value(Value.ENDPOINT).isPresent())) {
            return Endpoint.parse(endpoint.get().source(), endpoint.get().text());
        }
        return connection
                .map(given -> AccountAddress.connectionString(given.source(), given.text()))
                .or(() -> file.flatMap(AppSettings::connection)
                        .map(variable -> AccountAddress.connectionString(variable.getKey(), variable.getValue())))
                .orElseThrow(() -> Complaint.usage(
                        "no storage account is named",
                        "set HUBGATE_TASKHUB_CONNECTION_STRING, which keeps the key out of the list of processes, or give"
                                + " --connection or --endpoint"));
    }

    private static @Nullable AccountAddress tracking(
            InspectOptions options, Map<String, String> environment, Optional<AppSettings> file) {
        Optional<Sourced> given = options.sourced(Value.TRACKING_CONNECTION, environment);
        if (given.isPresent()) {
            return AccountAddress.connectionString(
                    given.get().source(), given.get().text());
        }
        return file.flatMap(AppSettings::trackingConnection)
                .map(variable -> AccountAddress.connectionString(variable.getKey(), variable.getValue()))
                .orElse(null);
    }
}
