// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
/** Requests to an account: paced, repeated, counted, and with their failures named. */
@NullMarked
package io.hubgate.taskhub.azurestorage.internal.client;

import org.jspecify.annotations.NullMarked;
