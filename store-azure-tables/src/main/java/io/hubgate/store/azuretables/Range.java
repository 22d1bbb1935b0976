// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.store.azuretables;

/**
 * Rows of one partition between two keys: the only kind of query that this store sends, since the service answers any other by a scan.
 *
 * @param from the first key
 * @param to a key after the last
 */
record Range(String table, String partition, String from, String to) {
    String filter() {
        return "PartitionKey eq '" + quoted(partition) + "' and RowKey ge '" + quoted(from) + "' and RowKey lt '"
                + quoted(to) + "'";
    }

    private static String quoted(String text) {
        return text.replace("'", "''");
    }
}
