// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate;

import io.hubgate.delivery.DeliveryReport;
import io.hubgate.delivery.IncomingEvent;
import io.hubgate.delivery.Intake;
import io.hubgate.delivery.Quarantine;
import io.hubgate.deployment.App;
import io.hubgate.deployment.Command;
import io.hubgate.deployment.Decision;
import io.hubgate.deployment.ForceMark;
import io.hubgate.deployment.JournalEntry;
import io.hubgate.deployment.Release;
import io.hubgate.deployment.ReleasePhase;
import io.hubgate.model.Actor;
import io.hubgate.model.AppName;
import io.hubgate.model.TaskHubName;
import io.hubgate.readiness.Intent;
import io.hubgate.store.AppStore;
import io.hubgate.store.Deadline;
import io.hubgate.store.InstanceStore;
import io.hubgate.store.Page;
import io.hubgate.tracking.InstanceRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Answers whether the code that serves a task hub may be overwritten, stopped or its data removed, and keeps the record of slots and
 * releases that a pipeline needs to ask that of the right hub.
 *
 * <p>It holds no state of its own beside caches: any number of instances in any number of processes may share the same stores. Thread-safe; it
 * starts no threads. Every method blocks until the store has answered, for at most the configured patience, and throws {@link
 * io.hubgate.store.StoreUnavailableException} when that runs out. A command may be repeated after any failure: its answer says what to do next.
 */
public final class Hubgate {
    private final Shell shell;
    private final CommandShell commands;
    private final StatusShell statuses;
    private final CleanupShell cleanups;
    private final Intake intake;
    private final Quarantine quarantine;
    private final InstanceStore instances;
    private final Outages outages;
    private final Duration eventHorizon;

    Hubgate(Parts parts) {
        this.shell = parts.shell();
        this.commands = new CommandShell(shell);
        this.statuses = new StatusShell(shell);
        this.instances = parts.instances();
        this.intake = parts.intake();
        this.quarantine = parts.quarantine();
        this.cleanups = new CleanupShell(parts, commands);
        this.outages = parts.outages();
        this.eventHorizon = parts.eventHorizon();
    }

    /**
     * Returns a builder over two stores, with safe defaults for everything else.
     *
     * @param apps where apps and decisions are kept
     * @param instances where instances are tracked
     * @return the builder
     */
    public static HubgateBuilder builder(AppStore apps, InstanceStore instances) {
        return new HubgateBuilder(apps, instances);
    }

    /**
     * Carries a command out. A refusal is an answer; what is accepted is durable.
     *
     * @param command what is asked
     * @param actor who asks, for the decision log
     * @return what became of it, and what the caller does next
     */
    public Answer execute(Command command, Actor actor) {
        return commands.execute(command, actor);
    }

    /**
     * Answers a question about a slot. Nothing is written.
     *
     * @param query the question
     * @return the verdict, and what the caller does next; UNKNOWN for an app or slot that nobody declared
     */
    public SlotStatus status(StatusQuery query) {
        return statuses.status(query);
    }

    /**
     * Answers a question about every slot of an app.
     *
     * @param app the record of the app, as {@link #app} returns it
     * @param intent what is meant to be done
     * @return one answer a slot, production among them
     */
    public List<SlotStatus> status(App app, Intent intent) {
        return statuses.status(app, intent);
    }

    /**
     * Answers a question about a hub, in a slot or not.
     *
     * @param hub the hub
     * @param intent what is meant to be done
     * @return the verdict
     * @throws io.hubgate.error.HubgateException with {@code HUB_UNKNOWN} if no app claimed the hub and no event of it was ever seen
     */
    public HubStatus status(TaskHubName hub, Intent intent) {
        return statuses.status(hub, intent);
    }

    /**
     * Cleans up retired releases, each told by itself.
     *
     * @param request what may be done
     * @param actor who asks
     * @return what became of each, or why nothing was done
     */
    public CleanupAnswer cleanup(CleanupRequest request, Actor actor) {
        return cleanups.cleanup(request, actor);
    }

    /**
     * Takes the events of one delivery. When this returns, every one of them is durable or needs not be; when it throws, the sender must
     * deliver again.
     *
     * @param events what a parser made of them
     * @param patience how long to wait for the store
     * @return how many were accepted, ignored and put aside
     */
    public DeliveryReport take(List<IncomingEvent> events, Duration patience) {
        Deadline deadline = Deadline.in(patience, shell.clock());
        DeliveryReport report = intake.take(events, deadline);
        outages.stillHere(deadline);
        return report;
    }

    /**
     * Returns the record of an app.
     *
     * @param app the app
     * @return the record, or empty if nobody declared it
     */
    public Optional<App> app(AppName app) {
        return Optional.of(shell.records().load(app, deadline()).app()).filter(App::isDeclared);
    }

    /**
     * Returns the records of apps in the order of their names.
     *
     * @param after the key after which to begin, or null
     * @param limit how many at most, 1 to 1,000
     * @return a page
     */
    public Page<App> apps(@Nullable String after, int limit) {
        return shell.records().list(after, limit, deadline());
    }

    /**
     * Returns every release of an app: those that its record lists and, once it lists many deleted ones, the older that live on as claims.
     *
     * @param app the record
     * @return the releases, those in the record last
     */
    public List<Release> releases(App app) {
        long deleted = app.releases().stream()
                .filter(release -> release.phase() == ReleasePhase.DELETED)
                .count();
        if (deleted < FinalReleases.LISTED) {
            return app.releases();
        }
        List<Release> older = new FinalReleases(shell.records()).older(app.name(), deadline());
        return Stream.concat(older.stream(), app.releases().stream()).toList();
    }

    /**
     * Returns the latest force that overwrote a release of an app which is not deleted yet.
     *
     * @param app the record
     * @return the force, or empty if there is none
     */
    public Optional<ForceMark> forced(App app) {
        return Optional.ofNullable(StatusShell.forced(app));
    }

    /**
     * Returns decisions of an app, newest first.
     *
     * @param app the app
     * @param before only decisions with a smaller number; {@link Long#MAX_VALUE} for the newest
     * @param limit how many at most, 1 to 1,000
     * @return the decisions
     */
    public List<Decision> decisions(AppName app, long before, int limit) {
        return shell.records().decisions(app, before, limit, deadline());
    }

    /**
     * Returns the decision that was in force at a time.
     *
     * @param app the app
     * @param at the time
     * @return the latest decision not after it, or empty if there was none
     */
    public Optional<Decision> why(AppName app, Instant at) {
        long before = Long.MAX_VALUE;
        while (true) {
            List<Decision> page = decisions(app, before, 100);
            for (Decision decision : page) {
                if (!decision.at().isAfter(at)) {
                    return Optional.of(decision);
                }
                before = decision.sequence();
            }
            if (page.isEmpty()) {
                return Optional.empty();
            }
        }
    }

    /**
     * Returns the latest refusals of an app, newest first. They are kept for people, in a capped journal.
     *
     * @param app the app
     * @return the refusals
     */
    public List<JournalEntry> refusals(AppName app) {
        return shell.records().journal(app, deadline());
    }

    /**
     * Returns the active instances of a hub by events, page by page.
     *
     * @param hub the hub
     * @param after the id after which to begin, or null
     * @param limit how many at most, 1 to 1,000
     * @return a page, entities among them
     */
    public Page<InstanceRecord> activeInstances(TaskHubName hub, @Nullable String after, int limit) {
        return instances.listActive(hub, after, limit, deadline());
    }

    /**
     * Returns the events that were put aside.
     *
     * @return the quarantine
     */
    public Quarantine quarantine() {
        return quarantine;
    }

    /**
     * Forgets finished instances that are older than the event horizon. To be called now and then, from any backend.
     */
    public void forgetFinished() {
        instances.forgetFinished(shell.clock().instant().minus(eventHorizon), deadline());
    }

    /**
     * Returns if the store of apps answers a question, so that a probe can tell.
     *
     * @param within how long to wait for it
     * @throws io.hubgate.store.StoreUnavailableException if it does not answer, or not in time
     */
    public void checkStore(Duration within) {
        shell.records().list(null, 1, Deadline.in(within, shell.clock()));
    }

    /**
     * Gives a sign of life, if {@link HubgateBuilder#signsOfLife} says so and the last one is old enough. To be called as often as that says,
     * from each backend; a sign that fails or comes late is taken for the outage that it may be.
     */
    public void giveSignOfLife() {
        outages.giveSign(deadline());
    }

    private Deadline deadline() {
        return Deadline.in(shell.patience(), shell.clock());
    }
}
