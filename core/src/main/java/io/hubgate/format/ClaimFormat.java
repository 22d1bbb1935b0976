// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.format;

import io.hubgate.deployment.Claim;
import io.hubgate.model.AppName;
import io.hubgate.model.TaskHubName;
import io.hubgate.store.Document;

/** The stored form of the claim of a hub name. Thread-safe; never blocks. */
public final class ClaimFormat {
    private ClaimFormat() {}

    /**
     * Encodes a claim.
     *
     * @param claim the claim
     * @return its document
     */
    public static Document write(Claim claim) {
        return Envelope.write(fields -> {
            fields.text("taskHub", claim.taskHub().value());
            fields.text("app", claim.app().value());
            fields.object("tombstone", claim.tombstone(), ReleaseFields::release);
        });
    }

    /**
     * Decodes a claim.
     *
     * @param document what was stored
     * @return the claim
     * @throws UnsupportedFormatException if it is of a newer format
     * @throws ObsoleteFormatException if it is of an older format than is still understood
     * @throws UnreadableDocumentException if it is no claim
     */
    public static Claim read(Document document) {
        return Envelope.<Claim>read(
                document,
                fields -> new Claim(
                        fields.text("taskHub", TaskHubName::new),
                        fields.text("app", AppName::new),
                        fields.optionalObject("tombstone", ReleaseFields::release)));
    }
}
