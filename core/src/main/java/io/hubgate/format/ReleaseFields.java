// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.format;

import io.hubgate.deployment.HubData;
import io.hubgate.deployment.Release;
import io.hubgate.deployment.ReleasePhase;
import io.hubgate.model.ReleaseId;
import io.hubgate.model.ReleaseLabel;
import io.hubgate.model.SlotName;
import io.hubgate.model.TaskHubName;
import java.time.Instant;

/** The fields of a release, wherever it is kept: in its app's record, or in the claim of its hub once that record no longer lists it. */
final class ReleaseFields {
    private ReleaseFields() {}

    static void release(FieldWriter fields, Release release) {
        fields.text("taskHub", release.taskHub().value());
        label(fields, release.label());
        fields.text("phase", release.phase().name());
        fields.text("slot", release.slot(), SlotName::value);
        times(fields, release.times());
        fields.object("forced", release.forced(), WhoFields::force);
        fields.text("hubData", release.hubData(), HubData::name);
    }

    static Release release(FieldReader fields) {
        return new Release(
                fields.text("taskHub", TaskHubName::new),
                label(fields),
                fields.text("phase", ReleasePhase::valueOf),
                fields.optionalText("slot", SlotName::new),
                times(fields),
                fields.optionalObject("forced", WhoFields::force),
                fields.optionalText("hubData", HubData::valueOf));
    }

    private static void label(FieldWriter fields, ReleaseLabel label) {
        fields.text("release", label.id().value());
        fields.text("version", label.version());
        fields.text("commit", label.commit());
        fields.text("url", label.url());
    }

    private static ReleaseLabel label(FieldReader fields) {
        return new ReleaseLabel(
                fields.text("release", ReleaseId::new),
                fields.optionalText("version", t -> t),
                fields.optionalText("commit", t -> t),
                fields.optionalText("url", t -> t));
    }

    private static void times(FieldWriter fields, Release.Times times) {
        fields.text("since", times.since(), Instant::toString);
        fields.text("stagedAt", times.stagedAt(), Instant::toString);
        fields.text("liveAt", times.liveAt(), Instant::toString);
        fields.text("leftProductionAt", times.leftProductionAt(), Instant::toString);
        fields.text("retiredAt", times.retiredAt(), Instant::toString);
        fields.text("deletedAt", times.deletedAt(), Instant::toString);
    }

    private static Release.Times times(FieldReader fields) {
        return new Release.Times(
                fields.text("since", Instant::parse),
                fields.optionalText("stagedAt", Instant::parse),
                fields.optionalText("liveAt", Instant::parse),
                fields.optionalText("leftProductionAt", Instant::parse),
                fields.optionalText("retiredAt", Instant::parse),
                fields.optionalText("deletedAt", Instant::parse));
    }
}
