// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.readiness;

import io.hubgate.model.TaskHubName;
import org.jspecify.annotations.Nullable;

/** One thing that a rule found out about a hub: a blocker, a reason why nothing can be said, or a warning. */
public sealed interface Finding permits Blocker, Reason, Warning {
    /**
     * Returns the stable code as it stands in answers.
     *
     * @return the name of the code
     */
    String codeName();

    /**
     * Returns one sentence for a person.
     *
     * @return the sentence
     */
    String message();

    /**
     * Returns the hub that the finding is about.
     *
     * @return the hub, or null if it is about the slot or the app
     */
    @Nullable
    TaskHubName taskHub();
}
