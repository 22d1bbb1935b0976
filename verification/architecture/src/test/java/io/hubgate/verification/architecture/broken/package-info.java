// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
/** Classes that break a rule of the house on purpose, to show that the rule finds them. */
@NullMarked
package io.hubgate.verification.architecture.broken;

import org.jspecify.annotations.NullMarked;
