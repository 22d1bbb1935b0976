// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
/** Parser of lifecycle events, the webhook protocol of Event Grid, and its queue destination. */
module io.hubgate.eventgrid {
    requires transitive io.hubgate.core;
    requires com.azure.messaging.eventgrid;
    requires com.fasterxml.jackson.core;
    requires org.slf4j;
    requires static com.azure.storage.queue;
    requires static org.jspecify;

    exports io.hubgate.eventgrid;
    exports io.hubgate.eventgrid.queue;
}
