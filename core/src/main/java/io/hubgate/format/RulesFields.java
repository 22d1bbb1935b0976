// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.format;

import io.hubgate.deployment.AppRules;
import io.hubgate.model.ExecutionId;
import io.hubgate.model.InstanceId;
import io.hubgate.model.OrchestratorName;
import io.hubgate.model.TaskHubName;
import io.hubgate.readiness.AppPolicy;
import io.hubgate.readiness.BlockerCode;
import io.hubgate.readiness.EternalOrchestrator;
import io.hubgate.readiness.Waiver;
import io.hubgate.readiness.WaiverTarget;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.TreeSet;

/** The fields of what an app decided about its own verdicts: its policy and its waivers. */
final class RulesFields {
    private RulesFields() {}

    static void rules(FieldWriter fields, AppRules rules) {
        fields.object("policy", rules.policy(), RulesFields::policy);
        fields.objects("waivers", rules.waivers(), RulesFields::waiver);
    }

    static AppRules rules(FieldReader fields) {
        return new AppRules(
                fields.object("policy", RulesFields::policy), fields.objects("waivers", RulesFields::waiver));
    }

    private static void policy(FieldWriter fields, AppPolicy policy) {
        fields.text("settleWindow", policy.settleWindow(), Duration::toString);
        fields.text("evidenceAge", policy.evidenceAge(), Duration::toString);
        fields.text("sources", policy.sources().name());
        fields.text("mode", policy.mode().name());
        fields.text("entitiesAtCleanup", policy.entitiesAtCleanup().name());
        fields.text("entitiesLeftBehind", policy.entitiesLeftBehind().name());
        fields.flag("requireObservation", policy.requireObservation());
        fields.flag("requireSeal", policy.requireSeal());
        fields.objects("eternals", policy.eternals(), RulesFields::eternal);
    }

    private static AppPolicy policy(FieldReader fields) {
        return new AppPolicy(
                fields.optionalText("settleWindow", Duration::parse),
                fields.optionalText("evidenceAge", Duration::parse),
                fields.text("sources", AppPolicy.Sources::valueOf),
                fields.text("mode", AppPolicy.Mode::valueOf),
                fields.text("entitiesAtCleanup", AppPolicy.AtCleanup::valueOf),
                fields.text("entitiesLeftBehind", AppPolicy.LeftBehind::valueOf),
                fields.flag("requireObservation"),
                fields.flag("requireSeal"),
                fields.objects("eternals", RulesFields::eternal));
    }

    /** The ignored instances are a set, so their order says nothing and must not show in the bytes. */
    private static void eternal(FieldWriter fields, EternalOrchestrator eternal) {
        fields.text("name", eternal.name().value());
        fields.text("handOver", eternal.handOver());
        TreeSet<String> ids = new TreeSet<>();
        eternal.ignored().forEach(id -> ids.add(id.value()));
        fields.texts("ignored", ids, id -> id);
    }

    private static EternalOrchestrator eternal(FieldReader fields) {
        return new EternalOrchestrator(
                fields.text("name", OrchestratorName::new),
                fields.text("handOver", t -> t),
                new LinkedHashSet<>(fields.texts("ignored", InstanceId::new)));
    }

    private static void waiver(FieldWriter fields, Waiver waiver) {
        fields.text("id", waiver.id());
        fields.text("taskHub", waiver.hub().value());
        fields.text("code", waiver.code().name());
        target(fields, waiver.target());
        fields.object("by", waiver.by(), WhoFields::actor);
        fields.text("reason", waiver.reason());
        fields.text("at", waiver.at().toString());
        fields.text("until", waiver.until().toString());
    }

    private static Waiver waiver(FieldReader fields) {
        return new Waiver(
                fields.text("id", t -> t),
                fields.text("taskHub", TaskHubName::new),
                fields.text("code", BlockerCode::valueOf),
                target(fields),
                fields.object("by", WhoFields::actor),
                fields.text("reason", t -> t),
                fields.text("at", Instant::parse),
                fields.text("until", Instant::parse));
    }

    private static void target(FieldWriter fields, WaiverTarget target) {
        if (target instanceof WaiverTarget.OfInstance instance) {
            fields.text("instance", instance.instance().value());
            fields.text("execution", instance.executionId(), ExecutionId::value);
        } else if (target instanceof WaiverTarget.OfQueue queue) {
            fields.number("queue", queue.queue());
            fields.number("count", queue.count());
        } else if (target instanceof WaiverTarget.OfMessage message) {
            fields.text("message", message.messageId());
        }
    }

    private static WaiverTarget target(FieldReader fields) {
        InstanceId instance = fields.optionalText("instance", InstanceId::new);
        if (instance != null) {
            return new WaiverTarget.OfInstance(instance, fields.optionalText("execution", ExecutionId::new));
        }
        String message = fields.optionalText("message", t -> t);
        return message != null
                ? new WaiverTarget.OfMessage(message)
                : new WaiverTarget.OfQueue(Math.toIntExact(fields.number("queue")), fields.number("count"));
    }
}
