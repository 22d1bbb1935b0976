// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.deployment;

import io.hubgate.model.AppName;
import io.hubgate.model.TaskHubName;
import org.jspecify.annotations.Nullable;

/**
 * Which app owns a hub name. A name is claimed once, for ever (rule P-5); the claim is void until the app lists a release of it (S-6).
 *
 * @param taskHub the name
 * @param app its owner
 * @param tombstone the final release, once the app's record no longer lists it, or null
 */
public record Claim(
        TaskHubName taskHub, AppName app, @Nullable Release tombstone) {}
