// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
/** Looks at task hubs of the Azure Storage provider. The embedder brings an HTTP client of azure-core. */
module io.hubgate.taskhub.azurestorage {
    requires transitive io.hubgate.core;
    requires transitive com.azure.core;
    requires transitive com.azure.data.tables;
    requires transitive com.azure.storage.blob;
    requires transitive com.azure.storage.queue;
    requires com.azure.storage.common;
    requires com.fasterxml.jackson.core;
    requires com.fasterxml.jackson.databind;
    requires reactor.core;
    requires org.reactivestreams;
    requires static org.jspecify;

    exports io.hubgate.taskhub.azurestorage;
    exports io.hubgate.taskhub.azurestorage.access;
}
