// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.deployment;

import io.hubgate.model.Actor;
import java.time.Instant;

/**
 * The trace of a force: it stays on the release that was overwritten until that is deleted.
 *
 * @param reason why, as the caller said
 * @param by who
 * @param at when
 */
public record ForceMark(String reason, Actor by, Instant at) {}
