// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.examples.answers;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hubgate.deployment.Decision;
import io.hubgate.deployment.JournalEntry;
import io.hubgate.deployment.VerdictDigest;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A decision, and a refusal, as answers show them. */
public final class DecisionDocument {
    private DecisionDocument() {}

    /**
     * Returns a decision.
     *
     * @param decision the decision
     * @return its document
     */
    public static ObjectNode of(Decision decision) {
        ObjectNode node = Parts.object();
        node.put("sequence", decision.sequence());
        node.put("at", Parts.time(decision.at()));
        node.set("actor", Parts.actor(decision.actor()));
        node.put("command", decision.command());
        node.set("holder", Parts.holder(decision.holder()));
        node.put("taskHub", Objects.toString(decision.taskHub(), null));
        node.put("summary", decision.summary());
        node.put("token", decision.token().toString());
        node.put("reason", decision.reason());
        node.set("verdict", digest(decision.verdict()));
        node.set("forced", Parts.forced(decision.force()));
        node.put("code", decision.wouldRefuse() ? "WOULD_REFUSE" : null);
        node.put("previousHash", decision.previousHash());
        return node;
    }

    /**
     * Returns a refusal of the journal.
     *
     * @param refused the refusal
     * @return its document
     */
    public static ObjectNode of(JournalEntry refused) {
        ObjectNode node = Parts.object();
        node.put("at", Parts.time(refused.at()));
        node.set("actor", Parts.actor(refused.actor()));
        node.put("command", refused.command());
        node.set("holder", Parts.holder(refused.holder()));
        node.put("taskHub", Objects.toString(refused.taskHub(), null));
        node.put("code", refused.code().name());
        node.put("message", refused.message());
        return node;
    }

    private static @Nullable ObjectNode digest(@Nullable VerdictDigest digest) {
        if (digest == null) {
            return null;
        }
        ObjectNode node = Parts.object();
        node.put("verdict", digest.outcome());
        node.put("intent", Parts.word(digest.intent()));
        node.put("checkedAt", Parts.time(digest.checkedAt()));
        node.put("confidence", Parts.name(digest.confidence()));
        ArrayNode findings = node.putArray("findings");
        digest.findings().forEach(finding -> findings.add(finding(finding)));
        ArrayNode samples = node.putArray("samples");
        digest.samples().forEach(sample -> samples.add(Parts.instance(sample)));
        ArrayNode evidence = node.putArray("evidence");
        digest.evidence().forEach(one -> evidence.add(Parts.evidence(one, null)));
        node.put("settleWindow", digest.settleWindow().toString());
        node.put("policy", digest.policy());
        node.put("rulesVersion", digest.rulesVersion());
        return node;
    }

    private static ObjectNode finding(VerdictDigest.FindingDigest finding) {
        ObjectNode node = Parts.object();
        node.put("code", finding.code());
        node.put("message", finding.message());
        node.put("count", finding.count());
        Parts.otherHub(node, finding.taskHub(), null);
        return node;
    }
}
