// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
/** The names of a hub's tables, queues and containers, which of them exist, and who owns its partitions. */
@NullMarked
package io.hubgate.taskhub.azurestorage.internal.layout;

import org.jspecify.annotations.NullMarked;
