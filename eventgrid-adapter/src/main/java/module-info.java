// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
/** Parser of lifecycle events and the webhook protocol of Event Grid. */
module io.hubgate.eventgrid {
    requires transitive io.hubgate.core;
    requires com.azure.messaging.eventgrid;
    requires com.fasterxml.jackson.core;
    requires org.slf4j;
    requires static org.jspecify;

    exports io.hubgate.eventgrid;
}
