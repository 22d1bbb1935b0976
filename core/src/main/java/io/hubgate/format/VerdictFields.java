// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.format;

import io.hubgate.deployment.VerdictDigest;
import io.hubgate.deployment.VerdictDigest.FindingDigest;
import io.hubgate.model.InstanceId;
import io.hubgate.model.OrchestratorName;
import io.hubgate.model.RuntimeStatus;
import io.hubgate.model.TaskHubName;
import io.hubgate.readiness.Confidence;
import io.hubgate.readiness.Evidence;
import io.hubgate.readiness.Intent;
import io.hubgate.readiness.Sample;
import java.time.Duration;
import java.time.Instant;

/** The fields of the verdict that a decision stands on. */
final class VerdictFields {
    private VerdictFields() {}

    static void verdict(FieldWriter fields, VerdictDigest verdict) {
        fields.text("outcome", verdict.outcome());
        fields.text("intent", verdict.intent().name());
        fields.text("checkedAt", verdict.checkedAt(), Instant::toString);
        fields.text("confidence", verdict.confidence(), Confidence::name);
        fields.objects("findings", verdict.findings(), VerdictFields::finding);
        fields.objects("samples", verdict.samples(), VerdictFields::sample);
        fields.objects("evidence", verdict.evidence(), VerdictFields::evidence);
        fields.text("settleWindow", verdict.settleWindow(), Duration::toString);
        fields.text("policy", verdict.policy());
        fields.text("rules", verdict.rulesVersion());
    }

    static VerdictDigest verdict(FieldReader fields) {
        return new VerdictDigest(
                fields.text("outcome", t -> t),
                fields.text("intent", Intent::valueOf),
                fields.text("checkedAt", Instant::parse),
                fields.optionalText("confidence", Confidence::valueOf),
                fields.objects("findings", VerdictFields::finding),
                fields.objects("samples", VerdictFields::sample),
                fields.objects("evidence", VerdictFields::evidence),
                fields.text("settleWindow", Duration::parse),
                fields.optionalText("policy", t -> t),
                fields.text("rules", t -> t));
    }

    private static void finding(FieldWriter fields, FindingDigest finding) {
        fields.text("code", finding.code());
        fields.text("message", finding.message());
        fields.text("taskHub", finding.taskHub(), TaskHubName::value);
        fields.number("count", finding.count());
    }

    private static FindingDigest finding(FieldReader fields) {
        return new FindingDigest(
                fields.text("code", t -> t),
                fields.text("message", t -> t),
                fields.optionalText("taskHub", TaskHubName::new),
                fields.number("count"));
    }

    private static void sample(FieldWriter fields, Sample sample) {
        fields.text("instanceId", sample.instanceId().value());
        fields.text("functionName", sample.functionName().value());
        fields.text("runtimeStatus", sample.runtimeStatus().word());
        fields.text("since", sample.since(), Instant::toString);
        fields.text("firstSeen", sample.firstSeen(), Instant::toString);
        fields.flag("restarts", sample.restarts());
    }

    private static Sample sample(FieldReader fields) {
        return new Sample(
                fields.text("instanceId", InstanceId::new),
                fields.text("functionName", OrchestratorName::new),
                fields.text("runtimeStatus", RuntimeStatus::new),
                fields.text("since", Instant::parse),
                fields.text("firstSeen", Instant::parse),
                fields.flag("restarts"));
    }

    private static void evidence(FieldWriter fields, Evidence evidence) {
        fields.text("source", evidence.source());
        fields.text("taskHub", evidence.taskHub().value());
        fields.text("checkedAt", evidence.checkedAt(), Instant::toString);
        fields.number("active", evidence.active());
        fields.text("lastEventAt", evidence.lastEventAt(), Instant::toString);
    }

    private static Evidence evidence(FieldReader fields) {
        return new Evidence(
                fields.text("source", t -> t),
                fields.text("taskHub", TaskHubName::new),
                fields.text("checkedAt", Instant::parse),
                fields.number("active"),
                fields.optionalText("lastEventAt", Instant::parse));
    }
}
