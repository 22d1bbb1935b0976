// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.observe;

import io.hubgate.deployment.App;
import io.hubgate.deployment.Decision;
import io.hubgate.deployment.JournalEntry;
import io.hubgate.error.HubgateException;
import io.hubgate.model.AppName;
import io.hubgate.model.SlotName;
import io.hubgate.model.TaskHubName;
import io.hubgate.readiness.Verdict;
import io.hubgate.tracking.LifecycleEvent;
import org.jspecify.annotations.Nullable;

/**
 * Hears what Hubgate does. Every method does nothing unless it is overridden, so that new ones break nobody. Methods are called on the
 * caller's thread, after the thing happened, from several threads at once, and should return at once; what they throw is swallowed and
 * logged once.
 */
public interface HubgateListener {
    /** A listener that hears nothing. */
    HubgateListener NONE = new HubgateListener() {};

    /**
     * A delivery was taken: everything in it is durable.
     *
     * @param accepted lifecycle events that were taken, duplicates and late starts included
     * @param ignored events of other kinds
     * @param quarantined events that were put aside
     */
    default void deliveryTaken(int accepted, int ignored, int quarantined) {}

    /**
     * A delivery was not taken and must come again: the store was away, full or slow, or too much was waiting already.
     *
     * @param events how many events it had
     * @param cause why
     */
    default void deliveryFailed(int events, HubgateException cause) {}

    /**
     * A batch of group commit became durable.
     *
     * @param batch what it held
     */
    default void batchCommitted(BatchCommitted batch) {}

    /**
     * An event was put aside, because it cannot be understood.
     *
     * @param hub the hub that it names, or null if it counts against every hub
     * @param reason what is wrong with it, foreign text
     */
    default void eventQuarantined(@Nullable TaskHubName hub, String reason) {}

    /**
     * An event came for a hub whose data is being removed or is gone (rule E-7): something still runs there. It was acknowledged and not
     * stored.
     *
     * @param event the event
     */
    default void lateStart(LifecycleEvent event) {}

    /**
     * A verdict was given on a slot.
     *
     * @param app the record by which it was given
     * @param slot the slot
     * @param verdict the verdict
     */
    default void judged(App app, SlotName slot, Verdict verdict) {}

    /**
     * A command changed an app: record and decision are durable.
     *
     * @param app the new record
     * @param decision the decision
     */
    default void decided(App app, Decision decision) {}

    /**
     * A command was refused by a rule.
     *
     * @param app the record as it stands
     * @param refusal what is kept of it
     */
    default void refused(App app, JournalEntry refusal) {}

    /**
     * A command has to be decided again, because another one came first or its evidence no longer holds.
     *
     * @param app the app
     */
    default void raceLost(AppName app) {}

    /**
     * Returns a listener that passes everything on to another one and survives what that throws.
     *
     * @param listener the other one
     * @return a listener that throws nothing but errors of the JVM
     */
    static HubgateListener guarded(HubgateListener listener) {
        return listener instanceof GuardedListener ? listener : new GuardedListener(listener);
    }
}
