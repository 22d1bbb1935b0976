// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.store.inmemory;

import io.hubgate.store.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Cuts pages out of sorted maps, at the cost of the page and not of the map. */
final class Listing {
    private Listing() {}

    /** Returns up to {@code limit} entries after a key. */
    static <V, T> Page<T> page(
            NavigableMap<String, V> sorted, @Nullable String after, int limit, BiFunction<String, V, T> item) {
        return page(sorted, after, limit, item, Function.identity());
    }

    /** Returns up to {@code limit} entries after a key, for keys that are not texts themselves. */
    static <K, V, T> Page<T> page(
            NavigableMap<K, V> sorted,
            @Nullable K after,
            int limit,
            BiFunction<K, V, T> item,
            Function<K, String> text) {
        NavigableMap<K, V> rest = after == null ? sorted : sorted.tailMap(after, false);
        List<T> items = new ArrayList<>();
        String next = null;
        for (Map.Entry<K, V> entry : rest.entrySet()) {
            if (items.size() == limit) {
                return new Page<>(items, next);
            }
            next = text.apply(entry.getKey());
            items.add(item.apply(entry.getKey(), entry.getValue()));
        }
        return new Page<>(items, null);
    }
}
