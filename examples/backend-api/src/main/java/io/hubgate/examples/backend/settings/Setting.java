// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.examples.backend.settings;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Every setting: its name in the environment is {@code HUBGATE_} and the constant, its flag the same words with hyphens. */
public enum Setting {
    /** The port. */
    PORT("8080", "port to listen on; 0 takes a free one, which is printed"),
    /** The address. */
    BIND("127.0.0.1", "address to listen on; anything but loopback needs keys"),
    /** The URL that answers link to. */
    PUBLIC_URL(null, "URL under which people reach this server; links in answers begin with it"),
    /** The kind of store. */
    STORE("memory", "where the state is kept: memory (a restart forgets it) or azure-tables"),
    /** The account of the state, by its key. */
    STORAGE_CONNECTION_STRING(null, "storage account of the state and the events queue; better set as a variable"),
    /** The account of the state, by identity. */
    STORAGE_ENDPOINT(null, "table endpoint of that account instead, with managed identity"),
    /** The account of the task hubs, by its key. */
    TASKHUB_CONNECTION_STRING(
            null, "storage account of the task hubs, which are then looked at; better set as a variable"),
    /** The account of the task hubs, by identity. */
    TASKHUB_ENDPOINT(null, "table endpoint of that account instead, with managed identity"),
    /** The file with the accounts of apps that have their own. */
    TASKHUB_ACCOUNTS_FILE(null, "file with the accounts and tracking stores of apps whose task hubs are elsewhere"),
    /** What a clean-up removes. */
    CLEANUP_SCOPE(
            "tracking",
            "what a clean-up removes: tracking (our own data), task-hub (the hub's storage too) or"
                    + " task-hub-and-shared-rows (also its rows in a tracking store that others use)"),
    /** The queue that brings events. */
    EVENTS_QUEUE(null, "storage queue in that account that brings events, beside the webhook"),
    /** How long events must be quiet. */
    SETTLE_WINDOW("PT2M", "quiet time that events must show before they count; PT0S is allowed"),
    /** How long a deployment is locked. */
    LEASE("PT1H", "how long a deployment keeps others out unless its holder comes back"),
    /** How long data of retired hubs stays. */
    GRACE_PERIOD("P7D", "wait between the retirement of a hub and the removal of its data"),
    /** How old evidence may be at a commit. */
    EVIDENCE_AGE("PT30S", "how old evidence may be when a command is committed on it"),
    /** How long a call may take. */
    ANSWER_WITHIN("PT10S", "how long a call may take before it is given up"),
    /** How long finished instances are remembered. */
    EVENT_HORIZON("P8D", "how long finished instances are remembered against late duplicates"),
    /** The cap of tracked instances. */
    MAX_INSTANCES("1000000", "tracked instances at most in the memory store; beyond it deliveries are answered 503"),
    /** The cap of instances of unclaimed hubs. */
    MAX_UNCLAIMED("100000", "tracked instances at most of hubs that no app has claimed"),
    /** The largest body. */
    MAX_BODY("8388608", "largest request body in bytes"),
    /** The format of stored documents. */
    FORMAT("1", "newest format of stored documents that may be written"),
    /** Who may shake hands with the webhook. */
    WEBHOOK_ORIGINS("eventgrid.azure.net", "origins, separated by commas, that may subscribe to deliver events"),
    /** The file with the keys. */
    KEYS_FILE(null, "file with the keys and their roles; without it every local caller has all roles"),
    /** The form of log lines. */
    LOG("text", "form of log lines: text (on standard error) or json (on standard output)");

    private static final String PREFIX = "HUBGATE_";

    private final @Nullable String standard;
    private final String description;

    Setting(@Nullable String standard, String description) {
        this.standard = standard;
        this.description = description;
    }

    /**
     * Returns the name of the environment variable.
     *
     * @return such as {@code HUBGATE_MAX_BODY}
     */
    public String variable() {
        return PREFIX + name();
    }

    /**
     * Returns the flag.
     *
     * @return such as {@code --max-body}
     */
    public String flag() {
        return "--" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * Returns the value that holds when none is given.
     *
     * @return the value, or null if the setting is then off
     */
    public @Nullable String standard() {
        return standard;
    }

    /**
     * Returns what the setting is for.
     *
     * @return a phrase without a full stop
     */
    public String description() {
        return description;
    }

    static List<String> variables() {
        return Arrays.stream(values()).map(Setting::variable).toList();
    }

    static boolean isOurs(String variable) {
        return variable.startsWith(PREFIX);
    }
}
