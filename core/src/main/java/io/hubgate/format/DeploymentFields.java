// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.format;

import io.hubgate.deployment.Deployment;
import io.hubgate.deployment.DeploymentStep;
import io.hubgate.deployment.ExchangeKind;
import io.hubgate.model.ReleaseId;
import io.hubgate.model.SlotName;
import io.hubgate.model.TaskHubName;
import java.time.Duration;
import java.time.Instant;

/** The fields of the deployment that an app has open. */
final class DeploymentFields {
    private DeploymentFields() {}

    static void deployment(FieldWriter fields, Deployment open) {
        fields.text("taskHub", open.taskHub().value());
        fields.text("release", open.release().value());
        fields.text("slot", open.slot().value());
        fields.text("step", open.step().name());
        fields.text("kind", open.kind().name());
        fields.object("holder", open.holder(), WhoFields::holder);
        fields.text("openedAt", open.openedAt(), Instant::toString);
        fields.text("expiresAt", open.expiresAt(), Instant::toString);
        fields.text("lease", open.lease(), Duration::toString);
        fields.flagIfSet("sealed", open.isSealed());
    }

    static Deployment deployment(FieldReader fields) {
        return new Deployment(
                fields.text("taskHub", TaskHubName::new),
                fields.text("release", ReleaseId::new),
                fields.text("slot", SlotName::new),
                fields.text("step", DeploymentStep::valueOf),
                fields.text("kind", ExchangeKind::valueOf),
                fields.object("holder", WhoFields::holder),
                fields.text("openedAt", Instant::parse),
                fields.text("expiresAt", Instant::parse),
                fields.text("lease", Duration::parse),
                fields.flagIfSet("sealed"));
    }
}
