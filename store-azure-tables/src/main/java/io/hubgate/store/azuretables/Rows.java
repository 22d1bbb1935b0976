// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.store.azuretables;

import com.azure.data.tables.models.TableEntity;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of rows.
 *
 * @param token where the next page begins, or null at the end
 * @param table whether there is such a table
 */
record Rows(List<TableEntity> rows, @Nullable String token, boolean table) {
    static final Rows NO_TABLE = new Rows(List.of(), null, false);

    Rows {
        rows = List.copyOf(rows);
    }
}
