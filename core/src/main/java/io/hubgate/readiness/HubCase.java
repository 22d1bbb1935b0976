// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.readiness;

import java.time.Instant;

/**
 * Everything that a rule may look at when it judges one hub. The look at the hub's own storage will stand beside the events here.
 *
 * @param intent what the caller means to do
 * @param standing where the hub stands in its app's record
 * @param events what events say
 * @param policy how careful to be
 * @param now the moment of the verdict
 */
public record HubCase(Intent intent, Standing standing, EventEvidence events, ReadinessPolicy policy, Instant now) {}
