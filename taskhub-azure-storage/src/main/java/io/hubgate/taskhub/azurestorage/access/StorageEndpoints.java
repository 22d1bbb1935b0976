// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.taskhub.azurestorage.access;

import io.hubgate.error.InvalidValueException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * The addresses of one account's services.
 *
 * @param table of tables, such as {@code https://NAME.table.core.windows.net}
 * @param queue of queues
 * @param blob of blobs
 */
public record StorageEndpoints(String table, String queue, String blob) {
    private static final String SECONDARY = "-secondary";

    /**
     * Checks the addresses.
     *
     * @throws InvalidValueException if one is no address, or a secondary one, which lags behind
     */
    public StorageEndpoints {
        for (String address : List.of(table, queue, blob)) {
            check(address);
        }
    }

    /**
     * Returns the addresses of an account in the public cloud.
     *
     * @param account the account's name
     * @return its addresses
     */
    public static StorageEndpoints of(String account) {
        Objects.requireNonNull(account, "account");
        return new StorageEndpoints(
                "https://" + account + ".table.core.windows.net",
                "https://" + account + ".queue.core.windows.net",
                "https://" + account + ".blob.core.windows.net");
    }

    /**
     * Returns what tells this account from others: its requests are counted together.
     *
     * @return the host of the tables, and the path where accounts share a host
     */
    public String account() {
        URI address = URI.create(table);
        String path = address.getPath() == null ? "" : address.getPath();
        return (address.getRawAuthority() + path).toLowerCase(Locale.ROOT).replaceAll("/+$", "");
    }

    private static void check(String address) {
        URI uri;
        try {
            uri = URI.create(address);
        } catch (IllegalArgumentException e) {
            throw refusal();
        }
        if (uri.getHost() == null || uri.getQuery() != null) {
            throw refusal();
        }
        String path = uri.getPath() == null ? "" : uri.getPath().replaceAll("/+$", "");
        if (uri.getHost().split("\\.", 2)[0].endsWith(SECONDARY) || path.endsWith(SECONDARY)) {
            throw new InvalidValueException(
                    "a secondary endpoint cannot be used: it lags behind, so that work would be missed",
                    "give the primary endpoint, without '-secondary'");
        }
    }

    private static InvalidValueException refusal() {
        return new InvalidValueException(
                "an address of the storage account cannot be understood",
                "give addresses such as 'https://NAME.table.core.windows.net', without a signature");
    }
}
