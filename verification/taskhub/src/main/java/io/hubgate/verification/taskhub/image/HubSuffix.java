// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.verification.taskhub.image;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Gives hubs longer names, so that many images can lie in one account. Instance ids stay, and with them the queue of each instance.
 *
 * @param names the hubs, and the prefix of a tracking store
 * @param suffix what each name gets behind it
 */
record HubSuffix(Set<String> names, String suffix) {
    private static final String HUB = "TaskHubName";

    StorageImage of(StorageImage image) {
        Account tracking = image.trackingStore();
        String prefix = image.trackingPrefix();
        return new StorageImage(
                image.takenAt(),
                of(image.hubs()),
                tracking == null ? null : of(tracking),
                prefix == null ? null : renamed(prefix));
    }

    private Account of(Account account) {
        return new Account(
                each(account.tables(), this::of),
                each(account.queues(), message -> message),
                each(account.containers(), this::of));
    }

    private Row of(Row row) {
        Map<String, Value> properties = new LinkedHashMap<>(row.properties());
        properties.computeIfPresent(HUB, (name, value) -> Value.string(renamed(value.text())));
        return new Row(row.partition(), renamed(row.key()), row.writtenAt(), properties);
    }

    private Blob of(Blob blob) {
        return new Blob(renamed(blob.name()), renamed(blob.content()), blob.leased(), blob.modifiedAt());
    }

    private <T> Map<String, List<T>> each(Map<String, List<T>> all, UnaryOperator<T> rename) {
        Map<String, List<T>> renamed = new LinkedHashMap<>();
        all.forEach((name, parts) -> {
            List<T> copies = new ArrayList<>();
            parts.forEach(part -> copies.add(rename.apply(part)));
            renamed.put(renamed(name), copies);
        });
        return renamed;
    }

    private String renamed(String text) {
        String renamed = text;
        for (String name : names) {
            String lower = name.toLowerCase(Locale.ROOT);
            renamed = renamed.replace(name, name + suffix).replace(lower + "-", lower + suffix + "-");
        }
        return renamed;
    }
}
