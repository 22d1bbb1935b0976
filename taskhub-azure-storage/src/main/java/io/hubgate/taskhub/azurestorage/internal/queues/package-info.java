// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
/** The queues of a hub and the messages that can be seen in them. */
@NullMarked
package io.hubgate.taskhub.azurestorage.internal.queues;

import org.jspecify.annotations.NullMarked;
