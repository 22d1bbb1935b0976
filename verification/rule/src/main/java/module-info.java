// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
/** The annotation by which a test cites the numbered rule that it shows. */
module io.hubgate.rule {
    requires static org.jspecify;

    exports io.hubgate.rule;
}
