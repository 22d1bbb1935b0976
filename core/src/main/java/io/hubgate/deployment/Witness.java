// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.deployment;

import io.hubgate.model.TaskHubName;
import io.hubgate.readiness.Verdict;
import io.hubgate.readiness.Warning;
import java.time.Instant;
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
     * @param app the record of the app that means to use it, claimed or not
     * @param hub the hub
     * @return true if so
     */
    boolean showsWork(App app, TaskHubName hub);

    /**
     * Tells what is known of the entities in a hub.
     *
     * @param app the record by which the hub stands
     * @param hub the hub
     * @return how many there are, as far as could be seen
     */
    EntityCount entities(App app, TaskHubName hub);

    /**
     * Tells of work that began in a hub which was drained before.
     *
     * @param app the record by which the hub stands
     * @param hub the hub
     * @param since when it was seen drained
     * @return the warning {@code LATE_STARTS}, or empty if none was seen
     */
    Optional<Warning> lateStarts(App app, TaskHubName hub, Instant since);

    /**
     * What is known of the entities in a hub.
     *
     * @param count how many were seen
     * @param isWhole whether the hub itself was read; events show entities from some hosts on first use at most, from others never
     */
    record EntityCount(long count, boolean isWhole) {}
}
