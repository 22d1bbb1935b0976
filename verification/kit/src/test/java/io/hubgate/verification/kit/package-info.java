// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
/**
 * A kit for the kit: two small correct stores over a simulated database, which pass it, and others that break one rule each, which must not.
 */
@NullMarked
package io.hubgate.verification.kit;

import org.jspecify.annotations.NullMarked;
