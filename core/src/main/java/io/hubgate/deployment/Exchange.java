// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.deployment;

import io.hubgate.model.Holder;
import io.hubgate.model.ReleaseId;
import io.hubgate.model.SlotName;
import io.hubgate.model.TaskHubName;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The exchange of a slot and production: recording it, closing it as happened, and undoing it. While it is open either slot may hold
 * whatever either held before; each way of closing leaves exactly what is then known (rule P-10).
 */
final class Exchange {
    private Exchange() {}

    /** Records that a slot and production are about to be exchanged. */
    static Draft record(Draft draft, TaskHubName incoming, SlotName from, ExchangeKind kind) {
        Slot production = draft.slot(SlotName.PRODUCTION);
        Slot slot = draft.slot(from);
        TaskHubName former = production.recorded();
        Set<TaskHubName> either = new LinkedHashSet<>(production.occupants());
        if (kind == ExchangeKind.ROLLBACK) {
            either.addAll(slot.occupants());
        }
        // A swap says what the slot held just before: the staged release, and nothing else.
        either.add(incoming);
        boolean maybeEmpty = production.maybeEmpty();
        draft.put(new Slot(SlotName.PRODUCTION, incoming, either, maybeEmpty));
        draft.put(new Slot(from, former, either, maybeEmpty));
        draft.move(
                incoming,
                kind == ExchangeKind.SWAP ? ReleaseMove.SWAP_IN : ReleaseMove.ROLL_BACK_IN,
                SlotName.PRODUCTION);
        if (former != null) {
            draft.move(former, ReleaseMove.SWAP_OUT, from);
        }
        return draft;
    }

    /** The exchange happened. */
    static Draft confirm(Draft draft, Deployment open) {
        Slot slot = draft.slot(open.slot());
        Set<TaskHubName> left = slot.occupantsWithout(open.taskHub());
        // What was seen in production meanwhile may have been there before, and then it is in the slot now.
        left.addAll(draft.slot(SlotName.PRODUCTION).occupantsWithout(open.taskHub()));
        draft.put(Slot.known(SlotName.PRODUCTION, open.taskHub()));
        draft.put(slot.holding(left, slot.maybeEmpty()));
        if (slot.recorded() != null) {
            draft.change(slot.recorded(), release -> release.leftProduction(draft.now()));
        }
        return draft.open(null).exchanged(open.kind());
    }

    /** The exchange did not happen, as its own holder says, or as another says who took it over. */
    static Draft undo(Draft draft, Deployment open, boolean byHolder) {
        Slot production = draft.slot(SlotName.PRODUCTION);
        Slot slot = draft.slot(open.slot());
        TaskHubName former = slot.recorded();
        TaskHubName incoming = open.taskHub();
        draft.put(new Slot(
                SlotName.PRODUCTION,
                former,
                byHolder ? production.occupantsWithout(incoming) : production.occupants(),
                production.maybeEmpty()));
        draft.put(byHolder ? Slot.known(open.slot(), incoming) : slot.recording(incoming));
        draft.move(
                incoming,
                open.kind() == ExchangeKind.SWAP ? ReleaseMove.UNDO_SWAP_IN : ReleaseMove.UNDO_ROLL_BACK_IN,
                open.slot());
        if (former != null) {
            draft.move(former, ReleaseMove.UNDO_SWAP_OUT, SlotName.PRODUCTION);
        }
        return draft.open(null);
    }

    /** A deployment at SWAPPED. */
    static Deployment opened(TaskHubName incoming, ReleaseId release, SlotName slot, ExchangeKind kind, Terms terms) {
        Instant opened = terms.openedAt() == null ? terms.now() : terms.openedAt();
        return new Deployment(
                incoming,
                release,
                slot,
                DeploymentStep.SWAPPED,
                kind,
                terms.holder(),
                opened,
                terms.now().plus(terms.lease()),
                terms.lease(),
                false);
    }

    /** On what terms a deployment is open. */
    record Terms(Holder holder, Duration lease, @Nullable Instant openedAt, Instant now) {}
}
