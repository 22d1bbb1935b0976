// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.examples.backend.settings;

import java.net.URI;
import java.util.function.Function;

/** How a storage account is reached. What opens it is never shown. */
public sealed interface StorageAccount {
    /**
     * Opens the account by whichever way it is reached.
     *
     * @param byText opens it by its connection string
     * @param byIdentity opens it by its endpoints
     * @param <T> what is opened
     * @return what was opened
     */
    <T> T open(Function<String, T> byText, Function<WithIdentity, T> byIdentity);

    /**
     * By a connection string, with the account's key or a shared access signature.
     *
     * @param value the whole string, which is a secret
     */
    record WithConnectionString(String value) implements StorageAccount {
        @Override
        public <T> T open(Function<String, T> byText, Function<WithIdentity, T> byIdentity) {
            return byText.apply(value);
        }

        @Override
        public String toString() {
            return "a connection string";
        }
    }

    /**
     * By its table endpoint, as the identity that this process runs under.
     *
     * @param tables such as {@code https://account.table.core.windows.net}
     */
    record WithIdentity(URI tables) implements StorageAccount {
        @Override
        public <T> T open(Function<String, T> byText, Function<WithIdentity, T> byIdentity) {
            return byIdentity.apply(this);
        }

        /**
         * Returns the endpoint of the same account's queues.
         *
         * @return such as {@code https://account.queue.core.windows.net}
         */
        public URI queues() {
            return service("queue");
        }

        /**
         * Returns the endpoint of the same account's blobs.
         *
         * @return such as {@code https://account.blob.core.windows.net}
         */
        public URI blobs() {
            return service("blob");
        }

        private URI service(String name) {
            return URI.create(tables.toString().replaceFirst("\\.table\\.", "." + name + "."));
        }
    }
}
