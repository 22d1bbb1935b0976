// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.deployment;

import io.hubgate.model.Text;
import io.hubgate.readiness.AppPolicy;
import io.hubgate.readiness.EternalOrchestrator;
import io.hubgate.readiness.WaiverTarget;
import java.util.ArrayList;
import java.util.List;

/** Policies and waivers in a few words, for the decision log. Only what differs from the default is told. */
final class PolicyText {
    private PolicyText() {}

    static String of(AppPolicy policy) {
        List<String> told = new ArrayList<>();
        if (!policy.isEnforced()) {
            told.add("verdicts are only observed");
        }
        if (policy.sources() == AppPolicy.Sources.EVENTS) {
            told.add("events are enough");
        }
        if (policy.settleWindow() != null) {
            told.add("settle window " + policy.settleWindow());
        }
        if (policy.evidenceAge() != null) {
            told.add("age of evidence " + policy.evidenceAge());
        }
        if (policy.entitiesAtCleanup() == AppPolicy.AtCleanup.DROP) {
            told.add("clean-up drops entities");
        }
        if (policy.entitiesLeftBehind() == AppPolicy.LeftBehind.BLOCK) {
            told.add("entities may not be left behind");
        }
        if (policy.requireObservation()) {
            told.add("observation required");
        }
        if (policy.requireSeal()) {
            told.add("seal required");
        }
        policy.eternals().forEach(eternal -> told.add(of(eternal)));
        return told.isEmpty() ? "the defaults" : String.join(", ", told);
    }

    private static String of(EternalOrchestrator eternal) {
        return Text.shown(eternal.name().value()) + " is eternal"
                + (eternal.ignored().isEmpty() ? "" : " (" + eternal.ignored().size() + " ignored)");
    }

    static String of(WaiverTarget target) {
        if (target instanceof WaiverTarget.OfInstance instance) {
            return Text.shown(instance.instance().value());
        }
        if (target instanceof WaiverTarget.OfQueue queue) {
            return queue.count() + " messages of control queue " + queue.queue();
        }
        return "message " + Text.shown(((WaiverTarget.OfMessage) target).messageId());
    }
}
