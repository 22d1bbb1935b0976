// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.deployment;

import io.hubgate.error.ErrorCode;
import io.hubgate.model.Holder;
import io.hubgate.model.SlotName;
import io.hubgate.model.TaskHubName;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a decision is made from.
 *
 * @param app the record, or that of an undeclared app
 * @param witness whom to ask
 * @param lease how long a deployment is held when the caller does not say
 * @param now the moment of the decision
 */
public record DecisionContext(App app, Witness witness, Duration lease, Instant now) {
    /** Checks that all exist. */
    public DecisionContext {
        Objects.requireNonNull(app, "app");
        Objects.requireNonNull(witness, "witness");
    }

    /** Refuses an app that nobody declared, a slot that it does not have, and a token that is not its own; null if all is well. */
    @Nullable
    Transition refusalOf(@Nullable SlotName slot, Options options) {
        if (!app.isDeclared()) {
            return rejected(
                    ErrorCode.APP_UNKNOWN,
                    "nobody declared the app " + app.name(),
                    "declare it, or stage its first release with \"new\": true");
        }
        if (slot != null && app.slot(slot).isEmpty()) {
            return rejected(
                    ErrorCode.SLOT_UNKNOWN,
                    app.name() + " has no slot " + slot,
                    "declare the slot, or use one of " + app.slots().keySet());
        }
        return refusalOfToken(options);
    }

    /** Refuses a command for the production slot, and what {@link #refusalOf} refuses; null if all is well. */
    @Nullable
    Transition refusalOfDeployable(SlotName slot, Command command) {
        return slot.isProduction()
                ? rejected(
                        ErrorCode.SLOT_IS_PRODUCTION,
                        command.word() + " is not for the production slot",
                        "name the slot that takes deployments, such as staging")
                : refusalOf(slot, command.options());
    }

    /** Refuses a token that is not the record's own; null if it is, or none was presented. */
    @Nullable
    Transition refusalOfToken(Options options) {
        if (options.ifMatch() == null || options.ifMatch().equals(app.token())) {
            return null;
        }
        return rejected(
                ErrorCode.STALE_TOKEN,
                "the app's record is at token " + app.token() + ", not " + options.ifMatch(),
                "read the app again and decide anew");
    }

    /** Refuses a command that did not look, where the app's policy demands it (P-11); null if all is well. */
    @Nullable
    Transition refusalOfBlindness(boolean isObserved) {
        return isObserved || !app.rules().policy().requireObservation()
                ? null
                : rejected(
                        ErrorCode.BAD_REQUEST,
                        "the policy of " + app.name() + " requires an observation, and this call has none",
                        "read from Azure which task hub the slot's settings name, and say it in observedHub");
    }

    /** Whose command this is: the named holder, else that of the hub it names, else the open deployment's (P-3). */
    Holder holder(Options options, @Nullable TaskHubName named) {
        if (options.holder() != null) {
            return options.holder();
        }
        Deployment open = app.deployment();
        if (open != null && (named == null || named.equals(open.taskHub()))) {
            return open.holder();
        }
        return Holder.of(named == null ? app.name().value() : named.value());
    }

    /** What the table says about a move of a holder. */
    DeploymentTable.Outcome outcome(DeploymentMove move, Holder holder) {
        Deployment open = app.deployment();
        boolean own = open != null && open.holder().isSameAs(holder);
        boolean expired = open != null && open.isExpired(now);
        DeploymentTable.Situation situation = DeploymentTable.Situation.of(open, own, expired);
        return DeploymentTable.STANDARD.outcome(new DeploymentTable.Cell(situation, move));
    }

    /** Turns a refusal of the table into words. */
    Transition refused(ErrorCode code) {
        Deployment open = app.deployment();
        return switch (code) {
            case DEPLOYMENT_OPEN -> open == null ? noDeployment() : deploymentOpen(open);
            case SWAP_UNCONFIRMED -> swapUnconfirmed();
            case NOT_SWAPPED ->
                rejected(
                        code,
                        "the deployment is staged and not swapped",
                        "call swap, then swap the slots, then confirm");
            case ALREADY_SWAPPED -> alreadySwapped();
            case NOTHING_STAGED -> rejected(code, "nothing is staged there", "stage the hub first");
            default -> noDeployment();
        };
    }

    private static Transition noDeployment() {
        return rejected(ErrorCode.NO_DEPLOYMENT, "no deployment is open", "stage a release first");
    }

    private Transition deploymentOpen(Deployment open) {
        return rejected(
                ErrorCode.DEPLOYMENT_OPEN,
                "the deployment of " + open.taskHub() + " by " + open.holder() + " is open until " + open.expiresAt()
                        + " or until it is confirmed or aborted",
                "wait for it, or if that run is dead: verify what the slots hold, then confirm or abort "
                        + open.taskHub());
    }

    Transition swapUnconfirmed() {
        return rejectedWith(
                Refusal.of(
                        ErrorCode.SWAP_UNCONFIRMED,
                        "an exchange with production is recorded, and nobody said whether it happened",
                        "read which hub production's settings name: the new one: confirm; the former one: swap again or abort"),
                Next.VERIFY);
    }

    Transition alreadySwapped() {
        return rejectedWith(
                Refusal.of(
                        ErrorCode.ALREADY_SWAPPED,
                        "the exchange of this hub with production is recorded already",
                        "read which hub production's settings name, then confirm or abort"),
                Next.VERIFY);
    }

    static Transition rejected(ErrorCode code, String message, String fix) {
        return rejectedWith(Refusal.of(code, message, fix), Next.NOTHING);
    }

    static Transition rejectedWith(Refusal refusal, Next next) {
        return new Transition.Rejected(refusal, next, null, null);
    }

    /** The lease of a command: what the caller said, else that of the deployment which it goes on with, else the default. */
    Duration lease(Options options, @Nullable Deployment goesOn) {
        if (options.lease() != null) {
            return options.lease();
        }
        return goesOn == null ? lease : goesOn.lease();
    }
}
