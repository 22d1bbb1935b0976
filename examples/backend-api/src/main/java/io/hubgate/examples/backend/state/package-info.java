// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
/** Opens what the settings name: storage accounts, the stores in one or in memory, and the queue that brings events. */
@NullMarked
package io.hubgate.examples.backend.state;

import org.jspecify.annotations.NullMarked;
