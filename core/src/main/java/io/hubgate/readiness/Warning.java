// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.readiness;

import io.hubgate.model.TaskHubName;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Something that a caller should know although it does not stand against READY.
 *
 * @param code the stable code
 * @param message one sentence for a person
 * @param taskHub the hub that it is about, or null if it is about the slot or the app
 */
public record Warning(
        WarningCode code, String message, @Nullable TaskHubName taskHub) implements Finding {
    /** Checks that there is a code. */
    public Warning {
        Objects.requireNonNull(code, "code");
    }

    @Override
    public String codeName() {
        return code.name();
    }
}
