// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.verification.taskhub.attack;

import io.hubgate.verification.taskhub.image.Account;
import io.hubgate.verification.taskhub.image.Message;
import io.hubgate.verification.taskhub.image.Row;
import io.hubgate.verification.taskhub.image.StorageImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Storage as somebody changed it. */
final class Images {
    private static final String INSTANCES = "orders1Instances";
    private static final String SHARED = "DurableTask";

    private Images() {}

    static StorageImage without(StorageImage image, String id) {
        return withTables(
                image,
                tables -> tables.replaceAll((name, rows) ->
                        rows.stream().filter(row -> !row.partition().equals(id)).toList()));
    }

    static StorageImage withRow(StorageImage image, UnaryOperator<Row> change) {
        return withTables(
                image,
                tables -> tables.computeIfPresent(
                        INSTANCES, (name, rows) -> rows.stream().map(change).toList()));
    }

    static StorageImage withTables(StorageImage image, Consumer<Map<String, List<Row>>> change) {
        Map<String, List<Row>> tables = new TreeMap<>(image.hubs().tables());
        change.accept(tables);
        Account account = new Account(tables, image.hubs().queues(), Map.of());
        return new StorageImage(image.takenAt(), account, null, null);
    }

    static StorageImage withQueues(StorageImage image, Consumer<Map<String, List<Message>>> change) {
        Map<String, List<Message>> queues = new TreeMap<>(image.hubs().queues());
        change.accept(queues);
        Account account = new Account(image.hubs().tables(), queues, Map.of());
        return new StorageImage(image.takenAt(), account, null, null);
    }

    /** The same hub with its tables in a tracking store that others use too, and one row more there. */
    static StorageImage shared(StorageImage image, Row more) {
        Map<String, List<Row>> tables = new TreeMap<>(image.hubs().tables());
        List<Row> instances = new ArrayList<>(tables.getOrDefault(INSTANCES, List.of()));
        instances.add(more);
        tables.remove(INSTANCES);
        tables.put(SHARED + "Instances", instances);
        List<Row> history = tables.remove("orders1History");
        tables.put(SHARED + "History", history == null ? List.of() : history);
        Account own = new Account(Map.of(), image.hubs().queues(), Map.of());
        return new StorageImage(image.takenAt(), own, new Account(tables, Map.of(), Map.of()), SHARED);
    }
}
