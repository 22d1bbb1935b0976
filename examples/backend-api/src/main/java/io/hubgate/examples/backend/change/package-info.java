// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
/** What changes, for those who wait for it: callers that wait for READY, and pages that show it live. */
@NullMarked
package io.hubgate.examples.backend.change;

import org.jspecify.annotations.NullMarked;
