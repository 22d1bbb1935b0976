// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate;

import io.hubgate.deployment.ObservedHub;
import io.hubgate.model.AppName;
import io.hubgate.model.SlotName;
import io.hubgate.model.TaskHubName;
import io.hubgate.readiness.Intent;
import org.jspecify.annotations.Nullable;

/**
 * A question about a slot.
 *
 * @param app the app
 * @param slot the slot
 * @param intent what is meant to be done
 * @param taskHub the hub that the caller means to stage, or null
 * @param observed what the caller read from Azure, or null
 * @param explain whether what each instance waits for is to be read from the hub, if it can be; it takes longer
 */
public record StatusQuery(
        AppName app,
        SlotName slot,
        Intent intent,
        @Nullable TaskHubName taskHub,
        @Nullable ObservedHub observed,
        boolean explain) {
    /**
     * A question whose answer need not be explained.
     *
     * @param app the app
     * @param slot the slot
     * @param intent what is meant to be done
     * @param taskHub the hub that the caller means to stage, or null
     * @param observed what the caller read from Azure, or null
     */
    public StatusQuery(
            AppName app, SlotName slot, Intent intent, @Nullable TaskHubName taskHub, @Nullable ObservedHub observed) {
        this(app, slot, intent, taskHub, observed, false);
    }

    /**
     * Returns the plain question: may other code be deployed over this slot?
     *
     * @param app the app
     * @param slot the slot
     * @return the question
     */
    public static StatusQuery of(AppName app, SlotName slot) {
        return new StatusQuery(app, slot, Intent.OVERWRITE, null, null);
    }

    /**
     * Returns the same question, to be answered with what each instance waits for.
     *
     * @return the question
     */
    public StatusQuery explained() {
        return new StatusQuery(app, slot, intent, taskHub, observed, true);
    }
}
