// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.verification.taskhub.image;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A storage account. Tables are compared without case, as the service does.
 *
 * @param tables rows of each table, in the order of their keys
 * @param queues messages of each queue, hidden ones included
 * @param containers blobs of each container
 */
public record Account(
        Map<String, List<Row>> tables, Map<String, List<Message>> queues, Map<String, List<Blob>> containers) {
    public static final Account EMPTY = new Account(Map.of(), Map.of(), Map.of());

    public Account {
        tables = ignoringCase(tables);
        queues = new TreeMap<>(queues);
        containers = new TreeMap<>(containers);
    }

    private static Map<String, List<Row>> ignoringCase(Map<String, List<Row>> tables) {
        TreeMap<String, List<Row>> sorted = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        sorted.putAll(tables);
        return sorted;
    }
}
