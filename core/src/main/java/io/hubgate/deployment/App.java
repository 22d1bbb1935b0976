// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.deployment;

import io.hubgate.model.AppName;
import io.hubgate.model.SlotName;
import io.hubgate.model.TaskHubName;
import io.hubgate.model.Token;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The record of one function app: the unit of compare-and-swap. It says what is recorded; what is physically in a slot only the caller knows.
 * Immutable.
 *
 * @param name the app
 * @param token the revision of this record
 * @param slots its slots, production and staging always among them once it is declared
 * @param releases its releases, oldest first; of the deleted ones only the latest
 * @param deployment the open deployment, or null
 * @param lastExchange the kind of the last confirmed exchange, or null if there was none
 * @param rules what it decided about its own verdicts
 * @param log the head of its decision log
 */
public record App(
        AppName name,
        Token token,
        SortedMap<SlotName, Slot> slots,
        List<Release> releases,
        @Nullable Deployment deployment,
        @Nullable ExchangeKind lastExchange,
        AppRules rules,
        LogHead log) {
    /** Copies slots and releases. */
    public App {
        slots = Collections.unmodifiableSortedMap(new TreeMap<>(slots));
        releases = List.copyOf(releases);
    }

    /**
     * Returns the record of an app that nobody declared.
     *
     * @param name the app
     * @return a record with token 0 and no slots
     */
    public static App undeclared(AppName name) {
        return new App(name, Token.NONE, new TreeMap<>(), List.of(), null, null, AppRules.NONE, LogHead.EMPTY);
    }

    /**
     * Tells whether somebody declared the app.
     *
     * @return true if it has slots
     */
    public boolean isDeclared() {
        return !slots.isEmpty();
    }

    /**
     * Returns a slot.
     *
     * @param slot its name
     * @return the slot, or empty if the app has none of this name
     */
    public Optional<Slot> slot(SlotName slot) {
        return Optional.ofNullable(slots.get(slot));
    }

    /**
     * Returns the release of a hub.
     *
     * @param hub the hub
     * @return the release, or empty if this record lists none
     */
    public Optional<Release> release(TaskHubName hub) {
        return releases.stream().filter(r -> r.taskHub().equals(hub)).findFirst();
    }

    /**
     * Returns the phase of a hub's release.
     *
     * @param hub the hub, or null
     * @return the phase, or null if this record lists no release of it
     */
    public @Nullable ReleasePhase phaseOf(@Nullable TaskHubName hub) {
        return hub == null ? null : release(hub).map(Release::phase).orElse(null);
    }

    /**
     * Returns the hub that production records.
     *
     * @return the hub, or null if there is none
     */
    public @Nullable TaskHubName liveHub() {
        return slot(SlotName.PRODUCTION).map(Slot::recorded).orElse(null);
    }

    /**
     * Tells whether a slot is in doubt: an exchange of it with production is recorded, and neither confirmed nor aborted (rule P-10).
     *
     * @param slot the slot
     * @return true for both slots of an open exchange
     */
    public boolean isInDoubt(SlotName slot) {
        return deployment != null && deployment.isSwapped() && (slot.isProduction() || slot.equals(deployment.slot()));
    }

    /**
     * Tells whether any slot records the hub or may hold it.
     *
     * @param hub the hub
     * @return true if so
     */
    public boolean mayHold(TaskHubName hub) {
        return slots.values().stream()
                .anyMatch(s -> hub.equals(s.recorded()) || s.occupants().contains(hub));
    }

    /**
     * Returns what a caller does next as far as this record tells (rule P-1).
     *
     * @return stage at STAGED, verify at SWAPPED, else nothing
     */
    public Next next() {
        if (deployment == null) {
            return Next.NOTHING;
        }
        return deployment.isSwapped() ? Next.VERIFY : Next.STAGE;
    }

    /**
     * Returns this record with another end of the decision log.
     *
     * @param head the head
     * @return the record
     */
    public App withLog(LogHead head) {
        return new App(name, token, slots, releases, deployment, lastExchange, rules, head);
    }

    /**
     * Returns this record with other releases.
     *
     * @param listed the releases
     * @return the record
     */
    public App withReleases(List<Release> listed) {
        return new App(name, token, slots, listed, deployment, lastExchange, rules, log);
    }
}
