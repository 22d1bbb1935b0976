// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.deployment;

import io.hubgate.error.ErrorCode;
import io.hubgate.model.SlotName;
import io.hubgate.model.TaskHubName;
import io.hubgate.readiness.Finding;
import io.hubgate.readiness.Reason;
import io.hubgate.readiness.ReasonCode;
import io.hubgate.readiness.Warning;
import io.hubgate.readiness.WarningCode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A slot other than production as a caller's observation leaves it (rule P-11). An agreeing observation leaves the observed hub and the hub
 * of an open deployment; one that disagrees leaves a hub that no rule expected; everywhere else it is no observation.
 */
final class SlotView {
    private final App app;
    private final Slot slot;
    private final @Nullable ObservedHub observed;

    SlotView(App app, Slot slot, @Nullable ObservedHub observed) {
        this.app = app;
        this.slot = slot;
        this.observed = observed;
    }

    /** Whether the observation tells anything at all. */
    boolean isObserved() {
        return observed != null && (observed.hub() != null || (slot.maybeEmpty() && !app.isInDoubt(slot.name())));
    }

    /** The observed hub that this slot cannot hold by the record, or null if there is none such. */
    @Nullable
    TaskHubName unexpected() {
        TaskHubName hub = observed == null ? null : observed.hub();
        return hub == null || slot.occupants().contains(hub) ? null : hub;
    }

    /** Whether the observation shows that an exchange in doubt has happened: the slot holds the former hub. */
    boolean showsExchange() {
        TaskHubName hub = observed == null ? null : observed.hub();
        return hub != null && app.isInDoubt(slot.name()) && hub.equals(slot.recorded());
    }

    /** The slot as an agreeing observation leaves it; as it is, if there is none or the slot is in doubt. */
    Slot narrowed() {
        if (observed == null || !isObserved() || unexpected() != null || app.isInDoubt(slot.name())) {
            return slot;
        }
        Set<TaskHubName> left = new LinkedHashSet<>();
        if (observed.hub() != null) {
            left.add(observed.hub());
        }
        Deployment open = app.deployment();
        if (open != null && slot.occupants().contains(open.taskHub())) {
            left.add(open.taskHub());
        }
        return slot.holding(left, observed.hub() == null);
    }

    /** What is to be said about the slot itself, whatever its hubs show. */
    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        if (app.isInDoubt(slot.name())) {
            findings.add(inDoubt());
        }
        TaskHubName unexpected = unexpected();
        if (unexpected != null) {
            findings.add(differs(unexpected));
        }
        if (!isObserved()) {
            findings.add(new Warning(
                    WarningCode.UNOBSERVED, "nobody looked what the slot " + slot.name() + " really holds", null));
        }
        return findings;
    }

    private static Reason inDoubt() {
        return new Reason(
                ReasonCode.SWAP_UNCONFIRMED,
                "an exchange with production is recorded, and nobody said whether it happened",
                "read which hub production's settings name, then confirm or abort",
                null);
    }

    private Reason differs(TaskHubName unexpected) {
        return new Reason(
                ReasonCode.SLOT_DIFFERS,
                differsMessage(slot.name(), unexpected, slot.occupants()),
                "look at the slot; if it is right, declare what is where",
                unexpected);
    }

    /** The refusal of a command whose observation disagrees; it writes the observed hub down, once. */
    static Transition.Rejected refusal(Draft draft, SlotName slot, TaskHubName unexpected, Set<TaskHubName> expected) {
        Slot before = draft.slot(slot);
        String message = differsMessage(slot, unexpected, expected);
        Transition.Moved recorded = before.occupants().contains(unexpected)
                ? null
                : new Transition.Moved(
                        draft.put(before.showing(unexpected)).build(),
                        List.of(),
                        "noted that " + slot + " was seen to hold " + unexpected,
                        Next.VERIFY,
                        Transition.Notes.NONE);
        return new Transition.Rejected(
                Refusal.of(ErrorCode.SLOT_DIFFERS, message, "look at the slot; if it is right, declare what is where"),
                Next.VERIFY,
                null,
                recorded);
    }

    private static String differsMessage(SlotName slot, TaskHubName unexpected, Set<TaskHubName> expected) {
        return slot + " was seen to hold " + unexpected + ", but by the record it holds "
                + (expected.isEmpty()
                        ? "nothing"
                        : String.join(
                                " or ",
                                expected.stream().map(TaskHubName::value).toList()));
    }
}
