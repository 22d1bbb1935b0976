// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.verification.taskhub.simulation;

import static io.hubgate.readiness.BlockerCode.ACTIVITIES_RUNNING;
import static io.hubgate.readiness.BlockerCode.ENTITIES_BUSY;
import static io.hubgate.readiness.BlockerCode.ENTITY_LOCK_ORPHANED;
import static io.hubgate.readiness.BlockerCode.FROZEN;
import static io.hubgate.readiness.BlockerCode.INSTANCES_ACTIVE;
import static io.hubgate.readiness.BlockerCode.INSTANCES_SCHEDULED;
import static io.hubgate.readiness.BlockerCode.INSTANCE_UNACCOUNTED;
import static io.hubgate.readiness.BlockerCode.MESSAGES_QUEUED;
import static io.hubgate.readiness.BlockerCode.POISON_MESSAGE;
import static io.hubgate.readiness.BlockerCode.STALE_STATUS;
import static io.hubgate.readiness.BlockerCode.UNEXPLAINED_MESSAGES;

import io.hubgate.readiness.BlockerCode;
import io.hubgate.readiness.ReasonCode;
import io.hubgate.readiness.Verdict;
import io.hubgate.verification.taskhub.platform.Kind;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A rule over the hub that is left out. Rules only add what stands against READY, so a verdict without one is the verdict without what it finds.
 * That the second look at queues and rows is needed is {@code RelayTest}'s to show.
 *
 * @param rule its name
 * @param blockers what it finds
 * @param reasons what else it finds
 * @param kinds what clients start where it soon matters
 */
record WithoutOneRule(String rule, Set<BlockerCode> blockers, Set<ReasonCode> reasons, Set<Kind> kinds) {
    private static final Set<Kind> ALL = Set.of(Kind.values());

    static Stream<WithoutOneRule> all() {
        return Stream.of(
                without("InstancesActiveRule", INSTANCES_ACTIVE),
                without("OtherInstancesRule", INSTANCES_SCHEDULED, STALE_STATUS, INSTANCE_UNACCOUNTED),
                without("QueuesRule", ACTIVITIES_RUNNING, MESSAGES_QUEUED, POISON_MESSAGE),
                new WithoutOneRule(
                        "HiddenMessagesRule",
                        Set.of(UNEXPLAINED_MESSAGES),
                        Set.of(ReasonCode.EVIDENCE_CONTRADICTS),
                        ALL),
                new WithoutOneRule(
                        "EntitiesRule", Set.of(ENTITIES_BUSY, ENTITY_LOCK_ORPHANED), Set.of(), Set.of(Kind.LOCK)),
                new WithoutOneRule("LookRule", Set.of(), Set.of(ReasonCode.THROTTLED), ALL));
    }

    private static WithoutOneRule without(String rule, BlockerCode... blockers) {
        return new WithoutOneRule(rule, Set.of(blockers), Set.of(), ALL);
    }

    World world(long seed) {
        return World.of(seed).only(kinds);
    }

    /** Whether the verdict would be READY; that no host lives is only said beside work. */
    boolean wouldBeReady(Verdict verdict) {
        return verdict.basis().blockers().stream()
                        .allMatch(found -> blockers.contains(found.code()) || found.code() == FROZEN)
                && verdict.basis().reasons().stream().allMatch(found -> reasons.contains(found.code()));
    }

    @Override
    public String toString() {
        return rule;
    }
}
