// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.verification.explorer;

import io.hubgate.deployment.App;
import io.hubgate.deployment.AppRules;
import io.hubgate.deployment.Command;
import io.hubgate.deployment.DecisionContext;
import io.hubgate.deployment.Deployment;
import io.hubgate.deployment.LogHead;
import io.hubgate.deployment.Release;
import io.hubgate.deployment.ReleasePhase;
import io.hubgate.deployment.Slot;
import io.hubgate.deployment.Transition;
import io.hubgate.model.AppName;
import io.hubgate.model.ReleaseLabel;
import io.hubgate.model.SlotName;
import io.hubgate.model.TaskHubName;
import io.hubgate.model.Token;
import io.hubgate.readiness.AppPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The state machine of core, asked with a clock that stands still: time passes in the record instead, where a lease is fresh, more than half
 * spent, or expired. Records that differ only in times, labels and tokens are brought to one form.
 */
final class Machine {
    static final AppName APP = new AppName("orders");
    static final Instant NOW = Instant.parse("2026-11-23T05:00:00Z");
    /** The token of every record here, and one that is not. */
    static final Token CURRENT = new Token(1);

    static final Token STALE = new Token(0);

    private static final Duration LEASE = Duration.ofHours(4);
    private static final Release.Times SOME_TIME = new Release.Times(NOW, null, null, null, null, null);

    private final Rules rules;

    Machine(Rules rules) {
        this.rules = rules;
    }

    /** The record of an app that was declared empty. */
    static App empty() {
        SortedMap<SlotName, Slot> slots = new TreeMap<>(Map.of(
                SlotName.PRODUCTION, Slot.known(SlotName.PRODUCTION, null),
                SlotName.STAGING, Slot.known(SlotName.STAGING, null)));
        return new App(APP, CURRENT, slots, List.of(), null, null, AppRules.NONE, LogHead.EMPTY);
    }

    /** The same record under a policy that requires a seal. */
    static App requiringSeal(App app) {
        AppPolicy policy = new AppPolicy(
                null,
                null,
                AppPolicy.Sources.HUB_IF_CONFIGURED,
                AppPolicy.Mode.ENFORCE,
                AppPolicy.AtCleanup.BLOCK,
                AppPolicy.LeftBehind.WARN,
                false,
                true,
                List.of());
        return new App(
                app.name(),
                app.token(),
                app.slots(),
                app.releases(),
                app.deployment(),
                null,
                new AppRules(policy, List.of()),
                app.log());
    }

    Answer ask(World world, Command command) {
        Transition transition =
                command.decide(new DecisionContext(world.app(), new ModelWitness(world.physical(), rules), LEASE, NOW));
        App written = written(world.app(), transition);
        return new Answer(transition, written == null ? world : overtaken(world.with(form(world, written))));
    }

    private World overtaken(World world) {
        World after = world.withBoth(Client::overtaken);
        return rules.needTokens() ? after.withBoth(Client::forgetting) : after;
    }

    private @Nullable App written(App before, Transition transition) {
        if (transition instanceof Transition.Rejected rejected) {
            return rejected.recorded() == null ? null : rejected.recorded().app();
        }
        if (!(transition instanceof Transition.Moved moved)) {
            return null;
        }
        return !rules.hold(Rules.Rule.RENEWAL) && isOnlyARenewal(before, moved.app()) ? null : moved.app();
    }

    private static boolean isOnlyARenewal(App before, App after) {
        Deployment was = before.deployment();
        Deployment is = after.deployment();
        return was != null
                && is != null
                && was.taskHub().equals(is.taskHub())
                && was.step() == is.step()
                && was.holder().equals(is.holder())
                && before.slots().equals(after.slots());
    }

    /** The same record with one time, one token, plain labels, and without what is over and in no slot. */
    private App form(World world, App app) {
        List<Release> releases = app.releases().stream()
                .filter(r ->
                        r.phase() != ReleasePhase.RETIRED || app.mayHold(r.taskHub()) || isInUse(world, r.taskHub()))
                .map(r -> new Release(
                        r.taskHub(), ReleaseLabel.of(r.taskHub()), r.phase(), r.slot(), SOME_TIME, null, null))
                .toList();
        Deployment open = app.deployment();
        return new App(
                app.name(),
                CURRENT,
                app.slots(),
                releases,
                open == null ? null : leased(open, Lease.of(open)),
                null,
                app.rules(),
                LogHead.EMPTY);
    }

    private static boolean isInUse(World world, TaskHubName hub) {
        return hub.equals(world.physical().production())
                || hub.equals(world.physical().staging())
                || hub.equals(world.first().hub())
                || hub.equals(world.second().hub());
    }

    /** How much of the lease of an open deployment is left. */
    enum Lease {
        EXPIRED(Duration.ZERO),
        LESS_THAN_HALF(LEASE.dividedBy(2).minusSeconds(1)),
        FRESH(LEASE);

        private final Duration left;

        Lease(Duration left) {
            this.left = left;
        }

        static Lease of(Deployment open) {
            if (open.isExpired(NOW)) {
                return EXPIRED;
            }
            return open.isHalfSpent(NOW) ? LESS_THAN_HALF : FRESH;
        }

        Lease afterSomeTime() {
            return this == FRESH ? LESS_THAN_HALF : EXPIRED;
        }
    }

    static App with(App app, Lease lease) {
        Deployment open = app.deployment();
        return open == null
                ? app
                : new App(
                        app.name(),
                        CURRENT,
                        app.slots(),
                        app.releases(),
                        leased(open, lease),
                        null,
                        app.rules(),
                        LogHead.EMPTY);
    }

    private static Deployment leased(Deployment open, Lease lease) {
        return new Deployment(
                open.taskHub(),
                ReleaseLabel.of(open.taskHub()).id(),
                open.slot(),
                open.step(),
                open.kind(),
                open.holder(),
                NOW,
                NOW.plus(lease.left),
                LEASE,
                open.isSealed());
    }
}
