// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
/**
 * From received events to durable state: what a delivery may hold, how concurrent deliveries are committed together, and what becomes
 * of an event that cannot be understood. Nothing is acknowledged before it is durable.
 */
@NullMarked
package io.hubgate.delivery;

import org.jspecify.annotations.NullMarked;
