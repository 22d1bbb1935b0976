// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
/**
 * Lifecycle events by way of a storage queue, the queue destination of Event Grid. It needs {@code azure-storage-queue} and an HTTP client of
 * the Azure SDK, which the application brings.
 */
@NullMarked
package io.hubgate.eventgrid.queue;

import org.jspecify.annotations.NullMarked;
