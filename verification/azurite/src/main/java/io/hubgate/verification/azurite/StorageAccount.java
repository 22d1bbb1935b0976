// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.verification.azurite;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A storage account, by its connection string. Immutable; it never shows its key unless asked for it. */
public final class StorageAccount {
    private static final String PUBLIC_CLOUD = "core.windows.net";

    private final Map<String, String> settings;

    private StorageAccount(Map<String, String> settings) {
        this.settings = settings;
    }

    /**
     * Reads a connection string: with a key or a shared access signature, with endpoints or a suffix.
     *
     * @throws IllegalArgumentException if it names neither an account nor its endpoints; the message does not repeat it
     */
    public static StorageAccount parse(String connectionString) {
        Map<String, String> settings = new LinkedHashMap<>();
        for (String part : connectionString.split(";", -1)) {
            int equals = part.indexOf('=');
            if (equals > 0) {
                settings.put(
                        part.substring(0, equals).strip(),
                        part.substring(equals + 1).strip());
            }
        }
        if (!settings.containsKey("AccountName") && !settings.containsKey("TableEndpoint")) {
            throw new IllegalArgumentException(
                    "a connection string needs AccountName or endpoints; known settings: " + settings.keySet());
        }
        return new StorageAccount(settings);
    }

    static StorageAccount of(String name, String key, Ports ports) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("DefaultEndpointsProtocol", "http");
        settings.put("AccountName", name);
        settings.put("AccountKey", key);
        settings.put(Service.BLOB.setting(), "http://127.0.0.1:" + ports.blob() + "/" + name);
        settings.put(Service.QUEUE.setting(), "http://127.0.0.1:" + ports.queue() + "/" + name);
        settings.put(Service.TABLE.setting(), "http://127.0.0.1:" + ports.table() + "/" + name);
        return new StorageAccount(settings);
    }

    /** Its connection string, as every Azure SDK takes it. */
    public String connectionString() {
        return settings.entrySet().stream()
                .map(setting -> setting.getKey() + "=" + setting.getValue())
                .collect(Collectors.joining(";"));
    }

    /** Its name, or null if the connection string has none. */
    public @Nullable String name() {
        return settings.get("AccountName");
    }

    /** Its key in Base64, or null if the connection string has none. */
    public @Nullable String key() {
        return settings.get("AccountKey");
    }

    /** Where a service of it answers, without a slash at the end. */
    public URI endpoint(Service service) {
        String told = settings.get(service.setting());
        if (told != null) {
            return URI.create(told.endsWith("/") ? told.substring(0, told.length() - 1) : told);
        }
        return URI.create(settings.getOrDefault("DefaultEndpointsProtocol", "https") + "://"
                + requireNonNull(name(), "AccountName") + "." + service.name().toLowerCase(Locale.ROOT) + "."
                + settings.getOrDefault("EndpointSuffix", PUBLIC_CLOUD));
    }

    /** This account, one of its services reached by way of a proxy. */
    public StorageAccount through(Service service, FaultProxy proxy) {
        Map<String, String> changed = new LinkedHashMap<>(settings);
        changed.put(service.setting(), proxy.endpoint().toString());
        return new StorageAccount(changed);
    }

    @Override
    public String toString() {
        return "storage account " + endpoint(Service.TABLE);
    }

    /** What an account offers. */
    public enum Service {
        /** Blobs. */
        BLOB("BlobEndpoint"),
        /** Queues. */
        QUEUE("QueueEndpoint"),
        /** Tables. */
        TABLE("TableEndpoint");

        private final String setting;

        Service(String setting) {
            this.setting = setting;
        }

        String setting() {
            return setting;
        }
    }
}
