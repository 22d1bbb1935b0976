// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.verification.architecture.broken;

import org.junit.jupiter.api.Disabled;

/** Has something that is switched off; it is no test, so that nothing is counted as skipped. */
public final class Asleep {

    @Disabled("on purpose: the rule must find it")
    void never() {}
}
