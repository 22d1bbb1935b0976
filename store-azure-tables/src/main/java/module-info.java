// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
/** The store SPI on Azure Table storage. */
module io.hubgate.store.azuretables {
    requires transitive io.hubgate.core;
    requires transitive com.azure.core;
    requires com.azure.data.tables;
    requires com.azure.core.http.okhttp;
    requires okhttp3;
    requires reactor.core;
    requires static org.jspecify;

    exports io.hubgate.store.azuretables;
}
