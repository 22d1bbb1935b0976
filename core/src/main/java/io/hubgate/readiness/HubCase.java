// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.readiness;

import io.hubgate.model.TaskHubName;
import java.time.Instant;
import java.util.Objects;

/**
 * Everything that a rule may look at when it judges one hub. The look at the hub's own storage will stand beside the events here.
 *
 * @param intent what the caller means to do
 * @param standing where the hub stands in its app's record
 * @param events what events say of the same hub
 * @param policy how careful to be
 * @param now the moment of the verdict
 */
public record HubCase(Intent intent, Standing standing, EventEvidence events, ReadinessPolicy policy, Instant now) {
    /**
     * Checks that record and evidence are about one hub.
     *
     * @throws IllegalArgumentException if they are not, since evidence of another hub would open the gate
     */
    public HubCase {
        Objects.requireNonNull(intent, "intent");
        Objects.requireNonNull(policy, "policy");
        Objects.requireNonNull(now, "now");
        if (!standing.hub().equals(events.hub())) {
            throw new IllegalArgumentException(
                    "the record is of " + standing.hub() + " and the evidence of " + events.hub());
        }
    }

    /**
     * Returns the hub that is judged.
     *
     * @return the hub
     */
    public TaskHubName hub() {
        return standing.hub();
    }

    /**
     * Returns the same case with another question.
     *
     * @param other what the caller means to do
     * @param at the moment of the verdict
     * @return the case
     */
    HubCase asked(Intent other, Instant at) {
        return new HubCase(other, standing, events, policy, at);
    }
}
