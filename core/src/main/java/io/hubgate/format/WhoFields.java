// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.format;

import io.hubgate.deployment.ForceMark;
import io.hubgate.model.Actor;
import io.hubgate.model.Holder;
import java.time.Instant;

/** The fields of those who act: actors, pipeline runs, and the trace of a force. */
final class WhoFields {
    private WhoFields() {}

    static void actor(FieldWriter fields, Actor actor) {
        fields.text("name", actor.name());
        fields.text("onBehalfOf", actor.onBehalfOf());
    }

    static Actor actor(FieldReader fields) {
        return new Actor(fields.text("name", t -> t), fields.optionalText("onBehalfOf", t -> t));
    }

    static void holder(FieldWriter fields, Holder holder) {
        fields.text("name", holder.name());
        fields.text("url", holder.url());
    }

    static Holder holder(FieldReader fields) {
        return new Holder(fields.text("name", t -> t), fields.optionalText("url", t -> t));
    }

    static void force(FieldWriter fields, ForceMark force) {
        fields.text("reason", force.reason());
        fields.object("by", force.by(), WhoFields::actor);
        fields.text("at", force.at(), Instant::toString);
    }

    static ForceMark force(FieldReader fields) {
        return new ForceMark(
                fields.text("reason", t -> t),
                fields.object("by", WhoFields::actor),
                fields.text("at", Instant::parse));
    }
}
