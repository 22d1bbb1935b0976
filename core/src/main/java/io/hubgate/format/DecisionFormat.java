// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.format;

import io.hubgate.deployment.Decision;
import io.hubgate.model.TaskHubName;
import io.hubgate.model.Token;
import io.hubgate.store.Document;
import java.time.Instant;

/** The stored form of a decision, which is what the next decision's hash stands on. Thread-safe; never blocks. */
public final class DecisionFormat {
    /** The largest document of a decision: 32 KiB (rule P-9). */
    public static final int LARGEST = 32 * 1024;

    private DecisionFormat() {}

    /**
     * Encodes a decision. One that would be larger than {@link #LARGEST} is stored shorter, in this order until it fits: texts of more than
     * 1,024 characters end in an ellipsis; samples go, the last first; texts of more than 256 characters end in an ellipsis; findings and
     * evidence are halved, the first half stays. Counts always stay. The same decision always becomes the same bytes.
     *
     * @param decision the decision
     * @return its document
     */
    public static Document write(Decision decision) {
        Decision fitting = DecisionSize.fitting(decision, d -> bytes(d).length <= LARGEST);
        return new Document(bytes(fitting));
    }

    /**
     * Decodes a decision.
     *
     * @param document what was stored
     * @return the decision
     * @throws UnsupportedFormatException if it is of a newer format
     * @throws ObsoleteFormatException if it is of an older format than is still understood
     * @throws UnreadableDocumentException if it is no decision
     */
    public static Decision read(Document document) {
        return Envelope.read(document, DecisionFormat::decision);
    }

    private static byte[] bytes(Decision decision) {
        return Envelope.bytes(fields -> decision(fields, decision));
    }

    private static void decision(FieldWriter fields, Decision decision) {
        fields.number("sequence", decision.sequence());
        fields.text("at", decision.at(), Instant::toString);
        fields.object("actor", decision.actor(), WhoFields::actor);
        fields.text("command", decision.command());
        fields.object("holder", decision.holder(), WhoFields::holder);
        fields.text("taskHub", decision.taskHub(), TaskHubName::value);
        fields.text("summary", decision.summary());
        fields.number("token", decision.token().value());
        fields.text("reason", decision.reason());
        fields.object("verdict", decision.verdict(), VerdictFields::verdict);
        fields.object("force", decision.force(), WhoFields::force);
        fields.flagIfSet("wouldRefuse", decision.wouldRefuse());
        fields.text("previousHash", decision.previousHash());
    }

    private static Decision decision(FieldReader fields) {
        return new Decision(
                fields.number("sequence"),
                fields.text("at", Instant::parse),
                fields.object("actor", WhoFields::actor),
                fields.text("command", t -> t),
                fields.optionalObject("holder", WhoFields::holder),
                fields.optionalText("taskHub", TaskHubName::new),
                fields.text("summary", t -> t),
                new Token(fields.number("token")),
                fields.optionalText("reason", t -> t),
                fields.optionalObject("verdict", VerdictFields::verdict),
                fields.optionalObject("force", WhoFields::force),
                fields.flagIfSet("wouldRefuse"),
                fields.text("previousHash", t -> t));
    }
}
