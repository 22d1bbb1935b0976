// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.delivery;

/**
 * What became of the events of one delivery. Every one of them is durable where it had to be.
 *
 * @param accepted lifecycle events that were taken, duplicates and late starts included
 * @param ignored events of other kinds
 * @param quarantined events that were put aside
 */
public record DeliveryReport(int accepted, int ignored, int quarantined) {}
