// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.observe;

import io.hubgate.model.TaskHubName;

/**
 * One batch that group commit has made durable, whole or in part.
 *
 * @param hub the hub
 * @param events how many events of how many callers went into it
 * @param instances how many different instances they were about
 * @param written how many records were written
 * @param duplicates how many events said nothing new; events of one delivery that cancel out in it are not told apart, so there may be more
 * @param lostRaces how many writes found that another client had been faster and were made again
 * @param waiting how many events were taken and not yet durable when the batch was closed, its own included
 */
public record BatchCommitted(
        TaskHubName hub, int events, int instances, int written, int duplicates, int lostRaces, int waiting) {}
