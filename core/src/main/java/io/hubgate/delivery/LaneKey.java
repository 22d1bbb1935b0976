// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.delivery;

/**
 * What events must share to be written in one batch.
 *
 * @param hub the key of the hub's name
 * @param partition the partition of the instance
 */
record LaneKey(String hub, int partition) {}
