// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.taskhub.azurestorage.internal.layout;

import io.hubgate.model.TaskHubName;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds hubs by the names of what an account holds. */
public final class HubNaming {
    private static final Pattern QUEUE = Pattern.compile("([a-z][a-z0-9]{2,44})-control-\\d{2}");
    private static final Pattern CONTAINER = Pattern.compile("([a-z][a-z0-9]{2,44})-(leases|applease)");
    private static final String INSTANCES = "instances";
    private static final String HISTORY = "history";

    private HubNaming() {}

    /**
     * Names the hubs.
     *
     * @param tables names of tables; instances without history are no hub
     * @param queues names of queues
     * @param containers names of containers
     * @return each hub once, in order; with the casing of its tables if it has any
     */
    public static List<TaskHubName> of(
            Collection<String> tables, Collection<String> queues, Collection<String> containers) {
        Map<String, String> named = new TreeMap<>();
        for (String name : queues) {
            collect(QUEUE.matcher(name), named);
        }
        for (String name : containers) {
            collect(CONTAINER.matcher(name), named);
        }
        Map<String, String> lower = new TreeMap<>();
        tables.forEach(table -> lower.put(table.toLowerCase(Locale.ROOT), table));
        lower.forEach((key, table) -> {
            if (key.endsWith(INSTANCES)) {
                String hub = table.substring(0, table.length() - INSTANCES.length());
                if (lower.containsKey(hub.toLowerCase(Locale.ROOT) + HISTORY)) {
                    named.put(hub.toLowerCase(Locale.ROOT), hub);
                }
            }
        });
        return named.values().stream()
                .filter(TaskHubName::isValid)
                .map(TaskHubName::new)
                .toList();
    }

    private static void collect(Matcher matcher, Map<String, String> named) {
        if (matcher.matches()) {
            named.put(matcher.group(1), matcher.group(1));
        }
    }
}
