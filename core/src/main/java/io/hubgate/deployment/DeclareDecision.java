// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.deployment;

import io.hubgate.error.ErrorCode;
import io.hubgate.model.SlotName;
import io.hubgate.model.TaskHubName;
import io.hubgate.readiness.Intent;
import io.hubgate.readiness.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Decides {@code declare}: a person's word about what is physically where. */
final class DeclareDecision {
    private final DecisionContext context;
    private final Command.Declare command;
    private final App app;
    private final Map<SlotName, Optional<TaskHubName>> named;

    DeclareDecision(DecisionContext context, Command.Declare command) {
        this.context = context;
        this.command = command;
        this.app = context.app();
        this.named = new TreeMap<>(command.slots());
        if (!app.isDeclared()) {
            named.putIfAbsent(SlotName.PRODUCTION, Optional.empty());
            named.putIfAbsent(SlotName.STAGING, Optional.empty());
        }
    }

    Transition decide() {
        Transition refusal = context.refusalOfToken(command.options());
        if (refusal == null) {
            refusal = refusalOfWords();
        }
        for (Optional<TaskHubName> hub : named.values()) {
            if (refusal == null && hub.isPresent()) {
                refusal = refusalOfName(hub.get());
            }
        }
        return refusal == null ? decideDropped() : refusal;
    }

    private @Nullable Transition refusalOfWords() {
        String reason = command.options().reason();
        if (app.isDeclared() && (reason == null || reason.isBlank())) {
            return DecisionContext.rejected(
                    ErrorCode.BAD_REQUEST, "the app exists, so this changes what is recorded", "say why in \"reason\"");
        }
        Set<TaskHubName> seen = new LinkedHashSet<>();
        for (Map.Entry<SlotName, Optional<TaskHubName>> entry : named.entrySet()) {
            TaskHubName hub = entry.getValue().orElse(null);
            if (hub != null && (!seen.add(hub) || isRecordedInOmittedSlot(hub))) {
                return DecisionContext.rejected(
                        ErrorCode.BAD_REQUEST,
                        hub + " would be in two slots",
                        "name every slot that changes; null says that a slot is empty");
            }
        }
        return null;
    }

    private boolean isRecordedInOmittedSlot(TaskHubName hub) {
        return app.slots().values().stream().anyMatch(s -> hub.equals(s.recorded()) && !named.containsKey(s.name()));
    }

    private @Nullable Transition refusalOfName(TaskHubName hub) {
        ReleasePhase phase = app.phaseOf(hub);
        Optional<Claim> claim = phase == null ? context.witness().claim(hub) : Optional.empty();
        if (claim.isPresent() && !claim.get().app().equals(app.name())) {
            return DecisionContext.rejectedWith(
                    new Refusal(
                            ErrorCode.HUB_OWNED,
                            "the hub name " + hub + " belongs to the app "
                                    + claim.get().app(),
                            "declare it for that app, or give each app a hub of its own",
                            claim.get().app()),
                    Next.NOTHING);
        }
        boolean gone = phase == ReleasePhase.REMOVING || phase == ReleasePhase.DELETED;
        if (gone || (claim.isPresent() && claim.get().tombstone() != null)) {
            return DecisionContext.rejected(
                    ErrorCode.HUB_NAME_USED,
                    "the hub name " + hub + " belongs to a release that is removed",
                    "names are never used again: deploy with a new hub name and declare that");
        }
        return null;
    }

    private Transition decideDropped() {
        Draft draft = new Draft(app, context.now());
        declare(draft);
        App after = draft.build();
        Set<TaskHubName> dropped = dropped(after);
        Verdict verdict = dropped.isEmpty() ? null : judge(after, dropped);
        Force force = command.options().force();
        Transition refusal = verdict == null ? null : Gate.refusal(verdict, force, null);
        if (refusal != null) {
            return refusal;
        }
        if (isSame(after)) {
            return new Transition.Unchanged(Next.NOTHING, Transition.Notes.NONE);
        }
        ForceMark mark = verdict == null ? null : Gate.mark(verdict, force, context.now());
        if (verdict != null) {
            Gate.mark(draft, verdict, dropped, mark);
        }
        Transition.Notes notes = new Transition.Notes(List.of(), verdict, newHubs(), mark, false);
        return new Transition.Moved(draft.build(), draft.changes(), summary(), Next.NOTHING, notes);
    }

    private void declare(Draft draft) {
        draft.open(null);
        for (SlotName slot : named.keySet()) {
            TaskHubName was = app.slot(slot).map(Slot::recorded).orElse(null);
            if (was != null && !named.containsValue(Optional.of(was))) {
                draft.move(was, ReleaseMove.DECLARE_GONE, null);
            }
        }
        named.forEach((slot, hub) -> declare(draft, slot, hub.orElse(null)));
        endTimesInProduction(draft);
    }

    private static void declare(Draft draft, SlotName slot, @Nullable TaskHubName hub) {
        draft.put(Slot.known(slot, hub));
        if (hub != null) {
            draft.move(hub, slot.isProduction() ? ReleaseMove.DECLARE_LIVE : ReleaseMove.DECLARE_IN_SLOT, slot);
        }
    }

    /** A person's word about production is the confirmed end of the time there of what it does not name, and may confirm an exchange. */
    private void endTimesInProduction(Draft draft) {
        endTimeInProduction(draft, app.liveHub());
        Deployment open = app.deployment();
        if (open != null && open.isSwapped()) {
            endTimeInProduction(draft, app.slot(open.slot()).orElseThrow().recorded());
            if (open.taskHub().equals(draft.slot(SlotName.PRODUCTION).recorded())) {
                draft.exchanged(open.kind());
            }
        }
    }

    private void endTimeInProduction(Draft draft, @Nullable TaskHubName hub) {
        if (hub != null && !hub.equals(draft.slot(SlotName.PRODUCTION).recorded())) {
            draft.change(hub, release -> release.leftProduction(context.now()));
        }
    }

    /** Hubs that some slot could hold before, and none can any more by this word. */
    private Set<TaskHubName> dropped(App after) {
        Set<TaskHubName> dropped = new LinkedHashSet<>();
        for (Slot slot : app.slots().values()) {
            dropped.addAll(slot.occupants());
            if (slot.recorded() != null) {
                dropped.add(slot.recorded());
            }
        }
        dropped.removeIf(after::mayHold);
        return dropped;
    }

    private Verdict judge(App after, Set<TaskHubName> dropped) {
        return context.witness()
                .judge(new SlotQuestion(after, SlotName.PRODUCTION, Intent.OVERWRITE, dropped, List.of()));
    }

    private boolean isSame(App after) {
        return app.deployment() == null
                && app.slots().equals(after.slots())
                && after.releases().stream().allMatch(r -> Objects.equals(app.phaseOf(r.taskHub()), r.phase()));
    }

    private List<TaskHubName> newHubs() {
        List<TaskHubName> hubs = new ArrayList<>();
        named.values().forEach(hub -> hub.filter(h -> app.release(h).isEmpty()).ifPresent(hubs::add));
        return hubs;
    }

    private String summary() {
        List<String> words = new ArrayList<>();
        named.forEach((slot, hub) ->
                words.add(slot + " holds " + hub.map(TaskHubName::value).orElse("nothing")));
        String reason = command.options().reason();
        return "declared that " + String.join(", ", words) + (reason == null ? "" : ": " + reason);
    }
}
