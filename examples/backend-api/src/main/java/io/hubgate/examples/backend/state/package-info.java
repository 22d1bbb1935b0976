// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
/** Opens what the settings name: the stores in memory or in a storage account, and the queue that brings events. */
@NullMarked
package io.hubgate.examples.backend.state;

import org.jspecify.annotations.NullMarked;
