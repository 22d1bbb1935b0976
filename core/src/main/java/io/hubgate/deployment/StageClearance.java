// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.deployment;

import io.hubgate.error.ErrorCode;
import io.hubgate.model.TaskHubName;
import io.hubgate.readiness.AppPolicy;
import io.hubgate.readiness.Verdict;
import io.hubgate.readiness.Warning;
import io.hubgate.readiness.WarningCode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the world and the app's policy say to a stage: whether the slot may be overwritten, whether entities may be left behind (rule P-17),
 * and whether the slot is stopped first (rule P-16).
 *
 * @param verdict the verdict on what the slot may hold
 * @param refusal why the stage is refused, or null
 * @param wouldRefuse whether it passes only because the policy observes
 * @param next what the caller may do in Azure if it is not refused
 * @param warnings what the caller should know
 */
record StageClearance(
        Verdict verdict, @Nullable Transition refusal, boolean wouldRefuse, Next next, List<Warning> warnings) {
    /** Asks, in the order of the rules. The deployment is the one that goes on, or null. */
    static StageClearance of(
            DecisionContext context, Command.Stage command, SlotQuestion question, @Nullable Deployment goesOn) {
        AppPolicy policy = context.app().rules().policy();
        boolean sealed = goesOn != null && goesOn.isSealed();
        Verdict verdict = context.witness().judge(sealed ? question.whileStopped() : question);
        Options options = command.options();
        Transition refusal = sealed || policy.requireSeal()
                ? Gate.refusalWhileStopped(verdict, options.force(), options.observed())
                : Gate.refusal(verdict, options.force(), options.observed());
        boolean passes = refusal != null && !policy.isEnforced() && !verdict.isInDoubt();
        Next next = policy.requireSeal() && !sealed && !question.hubs().isEmpty() ? Next.STOP_SLOT : Next.DEPLOY;
        StageClearance judged = new StageClearance(verdict, passes ? null : refusal, passes, next, List.of());
        return judged.refusal() == null ? judged.withEntities(context, command.taskHub(), policy) : judged;
    }

    /** What lives in entities of the live hub, the next release will not see. */
    private StageClearance withEntities(DecisionContext context, TaskHubName staged, AppPolicy policy) {
        TaskHubName live = context.app().liveHub();
        if (live == null || live.equals(staged)) {
            return this;
        }
        Witness.EntityCount entities = context.witness().entities(context.app(), live);
        boolean blocks = policy.entitiesLeftBehind() == AppPolicy.LeftBehind.BLOCK;
        if (blocks && (entities.count() > 0 || !entities.isWhole())) {
            return refused(entities, live, staged);
        }
        return entities.count() == 0
                ? this
                : new StageClearance(
                        verdict,
                        null,
                        wouldRefuse,
                        next,
                        List.of(new Warning(
                                WarningCode.ENTITIES_LEFT_BEHIND, left(entities.count(), live, staged), live)));
    }

    private StageClearance refused(Witness.EntityCount entities, TaskHubName live, TaskHubName staged) {
        boolean known = entities.count() > 0;
        Transition refused = DecisionContext.rejected(
                ErrorCode.ENTITIES_REFUSED,
                known
                        ? left(entities.count(), live, staged)
                        : live + " itself was not read, so it is not known whether it holds entities",
                known
                        ? "hand their state over, or let the app's policy say entitiesLeftBehind: warn"
                        : "let the backend read the hub, or let the app's policy say entitiesLeftBehind: warn");
        return new StageClearance(verdict, refused, false, next, List.of());
    }

    private static String left(long count, TaskHubName live, TaskHubName staged) {
        return live + " holds " + count + (count == 1 ? " entity" : " entities") + ", whose state " + staged
                + " will not see";
    }
}
