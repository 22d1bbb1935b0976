// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.taskhub.azurestorage.internal.layout;

import io.hubgate.model.TaskHubName;
import java.util.Locale;
import java.util.Objects;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * The names of a hub's storage. Tables keep the hub's casing, queues and containers are in lower case (sources of the engine,
 * {@code AzureStorageOrchestrationServiceSettings} and its partition managers). Each is matched whole: {@code orders1} never meets
 * {@code orders10}.
 *
 * @param hub the hub
 * @param trackingPrefix what the tables of a tracking store begin with, or null without one
 */
public record HubNames(TaskHubName hub, @Nullable String trackingPrefix) {
    /** The tracking store's prefix where none is configured. */
    public static final String DEFAULT_PREFIX = "DurableTask";

    private static final String CONTROL = "-control-";
    private static final int DIGITS = 2;

    /** Checks that there is a hub. */
    public HubNames {
        Objects.requireNonNull(hub, "hub");
    }

    /**
     * Returns the table of instances.
     *
     * @return its name; letter case does not count
     */
    public String instances() {
        return base() + "Instances";
    }

    /**
     * Returns the table of history.
     *
     * @return its name; letter case does not count
     */
    public String history() {
        return base() + "History";
    }

    /**
     * Returns the table of partitions, which is the hub's own also with a tracking store.
     *
     * @return its name; letter case does not count
     */
    public String partitions() {
        return hub.value() + "Partitions";
    }

    /**
     * Returns what the names of all queues and containers begin with.
     *
     * @return the hub in lower case and a hyphen, which no hub's name has
     */
    public String prefix() {
        return hub.key() + "-";
    }

    /**
     * Returns the queue of activities.
     *
     * @return its name
     */
    public String workItems() {
        return hub.key() + "-workitems";
    }

    /**
     * Returns a control queue.
     *
     * @param number from 0
     * @return its name
     */
    public String controlQueue(int number) {
        return hub.key() + CONTROL + String.format(Locale.ROOT, "%02d", number);
    }

    /**
     * Returns the number of a control queue.
     *
     * @param queue a queue's name
     * @return its number, or nothing if it is no control queue of this hub
     */
    public OptionalInt controlNumber(String queue) {
        String start = hub.key() + CONTROL;
        if (!queue.startsWith(start) || queue.length() != start.length() + DIGITS) {
            return OptionalInt.empty();
        }
        String digits = queue.substring(start.length());
        return digits.chars().allMatch(c -> c >= '0' && c <= '9')
                ? OptionalInt.of(Integer.parseInt(digits))
                : OptionalInt.empty();
    }

    /**
     * Returns the container of the blob partition managers' leases.
     *
     * @return its name
     */
    public String leases() {
        return hub.key() + "-leases";
    }

    /**
     * Returns the container whose lease tells which app owns the hub.
     *
     * @return its name
     */
    public String appLease() {
        return hub.key() + "-applease";
    }

    /**
     * Returns the container of what was too large for messages and rows.
     *
     * @return its name
     */
    public String largeMessages() {
        return hub.key() + "-largemessages";
    }

    /**
     * Tells whether tables hold the rows of other hubs too.
     *
     * @return true with a tracking store
     */
    public boolean sharesTables() {
        return trackingPrefix != null;
    }

    private String base() {
        return trackingPrefix == null ? hub.value() : trackingPrefix;
    }
}
