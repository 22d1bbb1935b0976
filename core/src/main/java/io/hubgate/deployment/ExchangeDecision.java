// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.deployment;

import io.hubgate.model.Holder;
import io.hubgate.model.ReleaseId;
import io.hubgate.model.SlotName;
import io.hubgate.model.TaskHubName;
import io.hubgate.readiness.Warning;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Decides what an observation of production makes of an exchange, whether it is new or recorded already (P-1, P-11). */
final class ExchangeDecision {
    private final DecisionContext context;
    private final Options options;
    private final Holder holder;
    private final App app;

    ExchangeDecision(DecisionContext context, Options options, Holder holder) {
        this.context = context;
        this.options = options;
        this.holder = holder;
        this.app = context.app();
    }

    /** An exchange that is not recorded yet. */
    Transition record(TaskHubName incoming, SlotName from, ExchangeKind kind) {
        TaskHubName former = app.liveHub();
        ProductionView view = ProductionView.of(options.observed(), former, incoming);
        if (view == ProductionView.OTHER) {
            return differs(former, incoming);
        }
        Transition blind = context.refusalOfBlindness(view != ProductionView.UNOBSERVED);
        if (blind != null) {
            return blind;
        }
        List<Warning> late =
                kind == ExchangeKind.SWAP ? new ReplacedHubs(context).lateStarts(incoming, from) : List.of();
        Draft draft = new Draft(app, context.now());
        if (view == ProductionView.FORMER && options.ifMatch() != null) {
            draft.put(Slot.known(SlotName.PRODUCTION, former));
        }
        Exchange.record(draft, incoming, from, kind);
        Deployment opened = Exchange.opened(incoming, releaseOf(incoming), from, kind, terms());
        String what = (kind == ExchangeKind.SWAP ? "recorded the swap of " : "recorded the rollback to ") + incoming;
        if (view == ProductionView.NEW) {
            return moved(
                    Exchange.confirm(draft, opened),
                    what + ", which was seen in production already",
                    Next.NOTHING,
                    late);
        }
        return moved(draft.open(opened), what + " in " + from, Next.SWAP_SLOTS, late);
    }

    private Exchange.Terms terms() {
        Deployment open = app.deployment();
        Deployment own = open != null && open.holder().isSameAs(holder) ? open : null;
        return new Exchange.Terms(
                holder, context.lease(options, own), open == null ? null : open.openedAt(), context.now());
    }

    private ReleaseId releaseOf(TaskHubName hub) {
        return app.release(hub).orElseThrow().label().id();
    }

    /** An exchange that is recorded and open. */
    Transition repeat(Deployment open) {
        TaskHubName former = former(open);
        return switch (ProductionView.of(options.observed(), former, open.taskHub())) {
            case UNOBSERVED -> new Transition.Unchanged(Next.VERIFY, Transition.Notes.NONE);
            case NEW -> confirmed(open, "confirmed " + open.taskHub() + ", which was seen in production");
            case FORMER -> open.holder().isSameAs(holder) ? swapSlots(open) : context.swapUnconfirmed();
            case OTHER -> differs(former, open.taskHub());
        };
    }

    /** The former live hub of an open exchange: what its slot records now. */
    @Nullable
    TaskHubName former(Deployment open) {
        return app.slot(open.slot()).orElseThrow().recorded();
    }

    Transition confirmed(Deployment open, String summary) {
        return moved(Exchange.confirm(new Draft(app, context.now()), open), summary, Next.NOTHING, List.of());
    }

    private Transition swapSlots(Deployment open) {
        if (!open.isHalfSpent(context.now())) {
            return new Transition.Unchanged(Next.SWAP_SLOTS, Transition.Notes.NONE);
        }
        Draft draft = new Draft(app, context.now()).open(open.renewed(context.lease(options, open), context.now()));
        return moved(draft, "renewed the deployment of " + open.taskHub(), Next.SWAP_SLOTS, List.of());
    }

    /** Production holds a hub that neither was there before nor was to go there. */
    Transition differs(@Nullable TaskHubName former, TaskHubName incoming) {
        Set<TaskHubName> expected = new LinkedHashSet<>();
        if (former != null) {
            expected.add(former);
        }
        expected.add(incoming);
        TaskHubName seen =
                options.observed() == null ? null : options.observed().hub();
        if (seen == null) {
            throw new IllegalStateException("only a named hub can be unexpected");
        }
        return SlotView.refusal(new Draft(app, context.now()), SlotName.PRODUCTION, seen, expected);
    }

    private static Transition moved(Draft draft, String summary, Next next, List<Warning> warnings) {
        return new Transition.Moved(draft.build(), draft.changes(), summary, next, Transition.Notes.warning(warnings));
    }
}
