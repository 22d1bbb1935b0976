// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate;

import io.hubgate.deployment.App;
import io.hubgate.deployment.AppRules;
import io.hubgate.deployment.Claim;
import io.hubgate.deployment.ForceMark;
import io.hubgate.deployment.Next;
import io.hubgate.deployment.Release;
import io.hubgate.deployment.ReleasePhase;
import io.hubgate.deployment.Slot;
import io.hubgate.deployment.SlotInquiry;
import io.hubgate.error.ErrorCode;
import io.hubgate.error.HubgateException;
import io.hubgate.model.SlotName;
import io.hubgate.model.TaskHubName;
import io.hubgate.readiness.HubCase;
import io.hubgate.readiness.Intent;
import io.hubgate.readiness.Reason;
import io.hubgate.readiness.ReasonCode;
import io.hubgate.readiness.Standing;
import io.hubgate.readiness.Verdict;
import io.hubgate.store.Deadline;
import io.hubgate.store.Versioned;
import io.hubgate.taskhub.Depth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Answers questions about slots and hubs. It writes nothing. Thread-safe. */
final class StatusShell {
    private final Shell shell;

    StatusShell(Shell shell) {
        this.shell = shell;
    }

    SlotStatus status(StatusQuery query) {
        Deadline deadline = Deadline.in(shell.patience(), shell.clock());
        return status(query, shell.records().load(query.app(), deadline).app(), deadline);
    }

    /** One answer for each slot of a declared app; none for another. */
    List<SlotStatus> status(App app, Intent intent) {
        Deadline deadline = Deadline.in(shell.patience(), shell.clock());
        List<SlotStatus> all = new ArrayList<>();
        for (SlotName slot : app.slots().keySet()) {
            all.add(status(new StatusQuery(app.name(), slot, intent, null, null), app, deadline));
        }
        return all;
    }

    private SlotStatus status(StatusQuery query, App app, Deadline deadline) {
        Optional<Slot> slot = app.slot(query.slot());
        SlotStatus status = slot.isEmpty() ? unknown(query, app) : status(query, app, slot.get(), deadline);
        shell.listener().judged(app, query.slot(), status.verdict());
        return status;
    }

    private SlotStatus unknown(StatusQuery query, App app) {
        Reason reason = app.isDeclared()
                ? new Reason(
                        ReasonCode.APP_UNKNOWN,
                        "nobody declared the slot " + query.slot() + " of " + app.name(),
                        "declare the slot, or use one of " + app.slots().keySet(),
                        null)
                : new Reason(
                        ReasonCode.APP_UNKNOWN,
                        "nobody declared the app " + query.app(),
                        "declare what its slots hold, or stage its first release with \"new\": true",
                        null);
        Verdict verdict = Verdict.of(query.intent(), shell.clock().instant(), null, List.of(reason), List.of());
        return new SlotStatus(app, query.slot(), null, null, verdict, Next.NOTHING, null);
    }

    private SlotStatus status(StatusQuery query, App app, Slot slot, Deadline deadline) {
        SlotInquiry inquiry = new SlotInquiry(app, slot, query.intent(), query.taskHub(), query.observed());
        Verdict verdict = witness(query, deadline).judge(inquiry.question());
        return new SlotStatus(
                app,
                query.slot(),
                slot.recorded(),
                app.phaseOf(slot.recorded()),
                verdict,
                inquiry.next(verdict),
                forced(app));
    }

    private HubWitness witness(StatusQuery query, Deadline deadline) {
        return query.explain() ? HubWitness.explaining(shell, deadline) : new HubWitness(shell, deadline);
    }

    /** The latest force that overwrote a release which is not deleted yet. */
    static @Nullable ForceMark forced(App app) {
        return app.releases().stream()
                .filter(release -> release.phase() != ReleasePhase.DELETED)
                .map(Release::forced)
                .flatMap(mark -> Optional.ofNullable(mark).stream())
                .max(Comparator.comparing(ForceMark::at))
                .orElse(null);
    }

    HubStatus status(TaskHubName hub, Intent intent) {
        Deadline deadline = Deadline.in(shell.patience(), shell.clock());
        Claim claim = shell.records().claim(hub, deadline).map(Versioned::value).orElse(null);
        App app = claim == null
                ? null
                : shell.records().load(claim.app(), deadline).app();
        EvidenceReader.Asked asked = app == null
                ? new EvidenceReader.Asked(Standing.foreign(hub), null, AppRules.NONE, null, Depth.WHOLE)
                : EvidenceReader.Asked.of(app, hub).whenever();
        // Before anybody looks: names that nobody uses are many.
        if (app == null && !shell.evidence().read(hub, deadline).isSeen()) {
            throw new HubgateException(
                    ErrorCode.HUB_UNKNOWN,
                    "no app claimed the hub " + hub + ", and no event of it was ever seen",
                    "check the name; a hub is known from the first event or once it is staged or declared");
        }
        HubCase hubCase = shell.evidence().caseOf(asked, intent, deadline);
        Verdict verdict = shell.rules()
                .judge(
                        intent,
                        List.of(hubCase),
                        shell.standingWarnings(),
                        shell.clock().instant());
        Optional<Release> release = claim == null || claim.tombstone() == null
                ? Optional.ofNullable(app).flatMap(a -> a.release(hub))
                : Optional.of(claim.tombstone());
        return new HubStatus(
                hub,
                app,
                release.map(Release::slot).orElse(null),
                release.map(Release::phase).orElse(null),
                verdict);
    }
}
