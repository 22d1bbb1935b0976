// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
/** The conformance kit for authors of stores. */
module io.hubgate.store.testkit {
    requires transitive io.hubgate.core;
    requires transitive org.junit.jupiter.api;
    requires org.assertj.core;
    requires static io.hubgate.rule;
    requires static org.jspecify;

    exports io.hubgate.store.testkit;
}
