// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
/**
 * Lifecycle events as Event Grid delivers them: the parser, and the webhook protocol without an HTTP server.
 */
@NullMarked
package io.hubgate.eventgrid;

import org.jspecify.annotations.NullMarked;
