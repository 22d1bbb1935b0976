// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.deployment;

import io.hubgate.model.TaskHubName;

/**
 * One row of the release table that a command drove.
 *
 * @param taskHub the release's hub
 * @param row the row
 */
public record PhaseChange(TaskHubName taskHub, ReleaseTable.Row row) {}
