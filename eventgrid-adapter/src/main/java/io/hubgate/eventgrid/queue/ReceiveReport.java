// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.eventgrid.queue;

/**
 * What became of the messages of one round. Each received one was deleted or left.
 *
 * @param received how many came, 0 to 32
 * @param deleted those whose events are durable and that are gone from the queue, moved ones included
 * @param poisoned those of the deleted that were moved to the poison queue
 * @param left those that stay and come again, since they could not be kept, moved or deleted
 */
public record ReceiveReport(int received, int deleted, int poisoned, int left) {
    static final ReceiveReport NOTHING = new ReceiveReport(0, 0, 0, 0);
}
