// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.deployment;

import io.hubgate.model.SlotName;
import io.hubgate.model.TaskHubName;
import io.hubgate.readiness.Finding;
import io.hubgate.readiness.Intent;
import io.hubgate.readiness.Verdict;
import io.hubgate.readiness.Warning;
import io.hubgate.readiness.WarningCode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A caller's question about a slot that changes nothing. An observation counts for its answer only (rule P-11).
 *
 * @param app the record of a declared app
 * @param slot one of its slots
 * @param intent what is meant to be done
 * @param staging the hub that the caller means to stage there, or null (rule R-7)
 * @param observed what the caller read, or null
 */
public record SlotInquiry(
        App app,
        Slot slot,
        Intent intent,
        @Nullable TaskHubName staging,
        @Nullable ObservedHub observed) {
    /**
     * Returns what is to be judged.
     *
     * @return the question
     */
    public SlotQuestion question() {
        SlotView view = new SlotView(app, slot, observed);
        List<Finding> findings = new ArrayList<>(view.findings());
        TaskHubName own = isStagedHere() ? staging : null;
        if (own != null && intent == Intent.OVERWRITE) {
            findings.add(new Warning(WarningCode.ALREADY_STAGED, own + " is staged there already", own));
        }
        TaskHubName left = intent == Intent.OVERWRITE ? own : null;
        return new SlotQuestion(app, name(), intent, view.narrowed().occupantsWithout(left), findings);
    }

    private SlotName name() {
        return slot.name();
    }

    private boolean isStagedHere() {
        return staging != null && staging.equals(slot.recorded()) && app.phaseOf(staging) == ReleasePhase.STAGED;
    }

    /**
     * Returns what the caller does next.
     *
     * @param verdict the verdict on the question
     * @return the next step
     */
    public Next next(Verdict verdict) {
        if (app.isInDoubt(name())) {
            return showsExchange() ? Next.CONFIRM : Next.VERIFY;
        }
        if (verdict.isReady()) {
            return intent == Intent.OVERWRITE ? Next.STAGE : Next.NOTHING;
        }
        return Gate.next(verdict, observed);
    }

    private boolean showsExchange() {
        Deployment open = app.deployment();
        if (name().isProduction()) {
            return open != null && observed != null && open.taskHub().equals(observed.hub());
        }
        return new SlotView(app, slot, observed).showsExchange();
    }
}
