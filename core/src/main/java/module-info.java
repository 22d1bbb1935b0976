// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
/** Model, deployment state machine, readiness rules, tracking of instances, and all SPIs of Hubgate. */
module io.hubgate.core {
    requires com.fasterxml.jackson.databind;
    requires org.slf4j;
    requires static org.jspecify;

    exports io.hubgate;
    exports io.hubgate.delivery;
    exports io.hubgate.deployment;
    exports io.hubgate.error;
    exports io.hubgate.format;
    exports io.hubgate.model;
    exports io.hubgate.observe;
    exports io.hubgate.readiness;
    exports io.hubgate.store;
    exports io.hubgate.taskhub;
    exports io.hubgate.tracking;
}
