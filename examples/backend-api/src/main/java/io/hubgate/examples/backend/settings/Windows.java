// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.examples.backend.settings;

import java.time.Duration;

/**
 * The spans of time that a backend works with; none is negative.
 *
 * @param settle quiet time that events must show before they count
 * @param lease how long a deployment keeps others out
 * @param grace the wait before a retired hub's data is removed
 * @param evidenceAge how old evidence may be at a commit
 * @param answerWithin how long a call may take
 * @param horizon how long finished instances are remembered
 */
public record Windows(
        Duration settle,
        Duration lease,
        Duration grace,
        Duration evidenceAge,
        Duration answerWithin,
        Duration horizon) {}
