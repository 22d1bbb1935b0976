// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.deployment;

/** How far an open deployment has come. */
public enum DeploymentStep {
    /** The release may be deployed to its slot. */
    STAGED,
    /** The exchange is recorded and neither confirmed nor aborted: both slots are in doubt. */
    SWAPPED
}
