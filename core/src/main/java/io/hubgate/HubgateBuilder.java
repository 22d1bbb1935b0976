// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate;

import io.hubgate.delivery.CommitLimits;
import io.hubgate.delivery.GroupCommit;
import io.hubgate.delivery.Intake;
import io.hubgate.delivery.Quarantine;
import io.hubgate.observe.HubgateListener;
import io.hubgate.readiness.Outage;
import io.hubgate.readiness.ReadinessPolicy;
import io.hubgate.readiness.ReadinessRule;
import io.hubgate.readiness.ReadinessRules;
import io.hubgate.readiness.Warning;
import io.hubgate.store.AppStore;
import io.hubgate.store.InstanceStore;
import io.hubgate.taskhub.CleanupOptions;
import io.hubgate.taskhub.TaskHubCleaner;
import io.hubgate.taskhub.TaskHubCleaners;
import io.hubgate.taskhub.TaskHubInspector;
import io.hubgate.taskhub.TaskHubInspectors;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** Puts a {@link Hubgate} together. Not thread-safe; what it builds is. */
public final class HubgateBuilder {
    private static final int QUARANTINE_CAPACITY = 1000;

    private final AppStore apps;
    private final InstanceStore instances;
    private final List<Warning> standingWarnings = new ArrayList<>();
    private ReadinessPolicy policy = ReadinessPolicy.DEFAULT;
    private ReadinessRules rules = ReadinessRules.standard();
    private Duration lease = Duration.ofHours(1);
    private Duration patience = Duration.ofSeconds(10);
    private Duration eventHorizon = Duration.ofDays(8);
    private CommitLimits limits = CommitLimits.DEFAULT;
    private @Nullable Outage outage;
    private @Nullable Duration signsOfLife;
    private @Nullable TaskHubInspectors inspectors;
    private @Nullable Executor executor;
    private Duration answerWithin = Duration.ofSeconds(10);
    private HubgateListener listener = HubgateListener.NONE;
    private InstantSource clock = Clock.systemUTC();
    private @Nullable TaskHubCleaners cleaners;
    private CleanupOptions cleanupOptions = CleanupOptions.DEFAULT;

    HubgateBuilder(AppStore apps, InstanceStore instances) {
        this.apps = Objects.requireNonNull(apps, "apps");
        this.instances = Objects.requireNonNull(instances, "instances");
    }

    /**
     * Sets how careful verdicts are.
     *
     * @param value the policy; {@link ReadinessPolicy#DEFAULT} if this is not called
     * @return this builder
     */
    public HubgateBuilder policy(ReadinessPolicy value) {
        policy = Objects.requireNonNull(value, "policy");
        return this;
    }

    /**
     * Adds a rule of one's own: it can only move verdicts away from READY.
     *
     * @param rule the rule
     * @return this builder
     */
    public HubgateBuilder rule(ReadinessRule rule) {
        rules = rules.with(rule);
        return this;
    }

    /**
     * Adds a warning that every verdict of this Hubgate carries.
     *
     * @param warning the warning
     * @return this builder
     */
    public HubgateBuilder standingWarning(Warning warning) {
        standingWarnings.add(warning);
        return this;
    }

    /**
     * Sets how long a deployment is held when the caller does not say.
     *
     * @param value more than zero; one hour if this is not called
     * @return this builder
     */
    public HubgateBuilder lease(Duration value) {
        lease = positive("lease", value);
        return this;
    }

    /**
     * Sets how long one call waits for the stores.
     *
     * @param value more than zero; ten seconds if this is not called
     * @return this builder
     */
    public HubgateBuilder patience(Duration value) {
        patience = positive("patience", value);
        return this;
    }

    /**
     * Sets how long finished instances are remembered.
     *
     * @param value more than zero; eight days if this is not called
     * @return this builder
     */
    public HubgateBuilder eventHorizon(Duration value) {
        eventHorizon = positive("eventHorizon", value);
        return this;
    }

    /**
     * Sets how much memory the taking of events may use.
     *
     * @param value the limits
     * @return this builder
     */
    public HubgateBuilder limits(CommitLimits value) {
        limits = Objects.requireNonNull(value, "limits");
        return this;
    }

    /**
     * Says that nobody was there to take events for a time: every hub counts as settling until as much time again has passed (rule R-10).
     *
     * @param value the outage that has just ended
     * @return this builder
     */
    public HubgateBuilder afterOutage(Outage value) {
        outage = Objects.requireNonNull(value, "outage");
        return this;
    }

    /**
     * Lets this Hubgate write signs of life into its store and read those of all others on it, so that a time in which none was there is known
     * after a restart: every hub counts as settling until as much time again has passed (rule R-10). Whoever embeds it then calls {@link
     * Hubgate#giveSignOfLife} as often; deliveries give a sign when one is overdue. A sign costs one write, and none is given more often.
     *
     * @param every more than zero; ten seconds are a good choice. If this is not called, no signs are given or read
     * @return this builder
     */
    public HubgateBuilder signsOfLife(Duration every) {
        signsOfLife = positive("signsOfLife", every);
        return this;
    }

    /**
     * Sets what looks at hubs themselves. With it, verdicts need a look at the hub unless an app's policy says otherwise.
     *
     * @param value the inspector of all apps
     * @return this builder
     */
    public HubgateBuilder inspector(TaskHubInspector value) {
        Objects.requireNonNull(value, "inspector");
        return inspectors(app -> value);
    }

    /**
     * Sets what looks at the hubs of each app, where apps keep them in different accounts.
     *
     * @param value knows the inspector of each app
     * @return this builder
     */
    public HubgateBuilder inspectors(TaskHubInspectors value) {
        inspectors = Objects.requireNonNull(value, "inspectors");
        return this;
    }

    /**
     * Sets where long looks at hubs go on while their callers are told to ask again. Hubgate starts no threads of its own.
     *
     * @param value runs looks; without one, every caller waits for its look to end
     * @param within how long a caller waits before it is told {@code INSPECTING}, more than zero; ten seconds if this is not called
     * @return this builder
     */
    public HubgateBuilder inspectOn(Executor value, Duration within) {
        executor = Objects.requireNonNull(value, "executor");
        answerWithin = positive("answerWithin", within);
        return this;
    }

    /**
     * Sets who hears what happens.
     *
     * @param value the listener
     * @return this builder
     */
    public HubgateBuilder listener(HubgateListener value) {
        listener = HubgateListener.guarded(value);
        return this;
    }

    /**
     * Sets what tells the time.
     *
     * @param value the clock; the system's if this is not called
     * @return this builder
     */
    public HubgateBuilder clock(InstantSource value) {
        clock = Objects.requireNonNull(value, "clock");
        return this;
    }

    /**
     * Sets what removes the storage of task hubs. Without it a clean-up removes only Hubgate's own data, and the hubs' stays (rule P-13).
     *
     * @param value the cleaner of all apps
     * @param options what it may remove beside what is a hub's alone
     * @return this builder
     */
    public HubgateBuilder cleaner(TaskHubCleaner value, CleanupOptions options) {
        Objects.requireNonNull(value, "cleaner");
        return cleaners(app -> value, options);
    }

    /**
     * Sets what removes the hubs of each app, where apps keep them in different accounts.
     *
     * @param value knows the cleaner of each app
     * @param options what they may remove beside what is a hub's alone
     * @return this builder
     */
    public HubgateBuilder cleaners(TaskHubCleaners value, CleanupOptions options) {
        cleaners = Objects.requireNonNull(value, "cleaners");
        cleanupOptions = Objects.requireNonNull(options, "options");
        return this;
    }

    private static Duration positive(String what, Duration value) {
        if (value.isNegative() || value.isZero()) {
            throw new IllegalArgumentException(what + " is more than zero");
        }
        return value;
    }

    /**
     * Builds it. Nothing is read or written yet.
     *
     * @return a Hubgate
     */
    public Hubgate build() {
        return new Hubgate(parts());
    }

    Parts parts() {
        AppRecords records = new AppRecords(apps);
        ClaimDirectory directory = new ClaimDirectory(records, clock);
        Quarantine quarantine = new Quarantine(apps, QUARANTINE_CAPACITY);
        GroupCommit groupCommit = new GroupCommit(instances, limits, listener);
        Outages outages = new Outages(outage, signs(), policy.settleWindow());
        HubInspections inspections =
                inspectors == null ? null : new HubInspections(looks(inspectors), apps, policy.evidenceAge(), clock);
        EvidenceReader evidence = new EvidenceReader(instances, quarantine, policy, outages, inspections, clock);
        Shell shell = new Shell(records, evidence, rules, policy, lease, patience, standingWarnings, listener, clock);
        Intake intake = new Intake(groupCommit, quarantine, directory, clock, listener);
        PlannedCleaner planned = cleaners == null ? null : new PlannedCleaner(cleaners, cleanupOptions);
        return new Parts(
                shell,
                instances,
                intake,
                quarantine,
                groupCommit,
                directory,
                outages,
                new RemovalRecords(apps),
                planned,
                new HubDeletionJudge(shell),
                eventHorizon);
    }

    private LookRunner looks(TaskHubInspectors known) {
        return new LookRunner(known, new LookTurns(apps, patience, clock), executor, answerWithin, clock);
    }

    private @Nullable SignsOfLife signs() {
        return signsOfLife == null
                ? null
                : new SignsOfLife(new LifeRecords(apps), signsOfLife, policy.settleWindow(), clock);
    }
}
