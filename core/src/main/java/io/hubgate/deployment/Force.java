// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.deployment;

import io.hubgate.error.InvalidValueException;
import io.hubgate.model.Actor;

/**
 * A person's order to go on against a verdict. It is valid for one call and never overrides a token, another's deployment, a hub name, or
 * doubt about what a slot holds.
 *
 * @param reason why, 1 to 1,024 characters
 * @param acceptUnknown whether it also overrides UNKNOWN
 * @param by who gives it
 */
public record Force(String reason, boolean acceptUnknown, Actor by) {
    private static final int LONGEST = 1024;

    /** Checks the reason. */
    public Force {
        if (reason.isBlank() || reason.length() > LONGEST) {
            throw new InvalidValueException("a force needs a reason", "say why, in 1 to " + LONGEST + " characters");
        }
    }
}
