// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.verification.taskhub.platform;

import java.time.Instant;

/**
 * An event as the engine published it.
 *
 * @param instance of which instance
 * @param function its orchestrator
 * @param status what it says
 * @param at when
 */
public record Published(String instance, String function, String status, Instant at) {}
