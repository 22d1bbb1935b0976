// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.format;

import io.hubgate.model.TaskHubName;
import io.hubgate.store.Document;
import io.hubgate.taskhub.CleanupPlan;
import io.hubgate.taskhub.Removal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The stored form of a removal that has begun: its plan, and how much of it is done. Thread-safe; never blocks. */
public final class RemovalFormat {
    private RemovalFormat() {}

    /**
     * Encodes a removal.
     *
     * @param removal the removal
     * @return its document
     */
    public static Document write(Removal removal) {
        CleanupPlan plan = removal.plan();
        return Envelope.write(fields -> {
            fields.text("taskHub", plan.hub().value());
            fields.text("madeAt", plan.madeAt(), Instant::toString);
            fields.text("begunAt", removal.begunAt(), Instant::toString);
            fields.objects("artefacts", plan.artefacts(), RemovalFormat::artefact);
            fields.objects("kept", plan.kept(), RemovalFormat::artefact);
            fields.number("gone", removal.gone().size());
        });
    }

    /**
     * Decodes a removal.
     *
     * @param document what was stored
     * @return the removal
     * @throws UnsupportedFormatException if it is of a newer format
     * @throws ObsoleteFormatException if it is of an older format than is still understood
     * @throws UnreadableDocumentException if it is no removal
     */
    public static Removal read(Document document) {
        return Envelope.read(document, RemovalFormat::removal);
    }

    private static Removal removal(FieldReader fields) {
        TaskHubName hub = fields.text("taskHub", TaskHubName::new);
        Instant madeAt = fields.text("madeAt", Instant::parse);
        Instant begunAt = fields.text("begunAt", Instant::parse);
        List<CleanupPlan.Artefact> planned = fields.objects("artefacts", RemovalFormat::artefact);
        CleanupPlan plan = new CleanupPlan(hub, madeAt, planned, fields.objects("kept", RemovalFormat::artefact));
        long gone = fields.number("gone");
        if (gone < 0 || gone > planned.size()) {
            throw new IllegalArgumentException("more is gone than was planned");
        }
        return new Removal(plan, begunAt, planned.subList((int) gone, planned.size()));
    }

    private static void artefact(FieldWriter fields, CleanupPlan.Artefact artefact) {
        fields.text("kind", artefact.kind().name());
        fields.text("name", artefact.name());
        fields.flag("tracking", artefact.tracking());
        fields.text("size", artefact.size(), size -> Long.toString(size));
    }

    private static CleanupPlan.Artefact artefact(FieldReader fields) {
        return new CleanupPlan.Artefact(
                fields.text("kind", CleanupPlan.Kind::valueOf),
                fields.text("name", t -> t),
                fields.flag("tracking"),
                size(fields));
    }

    private static @Nullable Long size(FieldReader fields) {
        return fields.optionalText("size", Long::valueOf);
    }
}
