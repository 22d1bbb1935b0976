// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.deployment;

import io.hubgate.model.TaskHubName;
import io.hubgate.readiness.Verdict;
import java.util.Optional;

/**
 * What a decision may ask of the world, in the order in which its rules need it (P-15). Within one decision the answers to the same question
 * are the same, and every answer is younger than the record that the decision is about.
 */
public interface Witness {
    /**
     * Judges what a slot may hold.
     *
     * @param question the hubs, the intent, and what was already found about the slot
     * @return the verdict
     */
    Verdict judge(SlotQuestion question);

    /**
     * Returns who owns a hub name.
     *
     * @param hub the name
     * @return the claim, or empty if the name is free
     */
    Optional<Claim> claim(TaskHubName hub);

    /**
     * Tells whether any source shows work in a hub.
     *
     * @param hub the hub
     * @return true if so
     */
    boolean showsWork(TaskHubName hub);
}
