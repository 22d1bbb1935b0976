// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.examples.answers;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hubgate.deployment.ForceMark;
import io.hubgate.model.AppName;
import io.hubgate.model.TaskHubName;
import io.hubgate.readiness.Blocker;
import io.hubgate.readiness.Reason;
import io.hubgate.readiness.Verdict;
import io.hubgate.readiness.Warning;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A verdict as answers show it. */
public final class VerdictDocument {
    private final Links links;

    /**
     * Creates a writer of verdicts.
     *
     * @param links where the pages of apps and hubs are
     */
    public VerdictDocument(Links links) {
        this.links = links;
    }

    /**
     * Returns a verdict.
     *
     * @param judged the verdict and what it is about
     * @return the document
     */
    public ObjectNode of(Judged judged) {
        Verdict verdict = judged.verdict();
        Verdict.Basis basis = verdict.basis();
        ObjectNode node = Parts.object();
        node.put("app", Objects.toString(judged.app(), null));
        node.put("slot", Objects.toString(judged.slot(), null));
        node.put("taskHub", Objects.toString(judged.taskHub(), null));
        node.put("phase", Parts.name(judged.phase()));
        node.put("intent", Parts.word(basis.intent()));
        node.put("verdict", verdict.outcome());
        node.put("ready", verdict.isReady());
        node.put("hasRunning", !verdict.isReady());
        node.put("confidence", Parts.name(basis.confidence()));
        node.put("summary", Sentence.summary(judged));
        findings(node, basis, judged.taskHub());
        node.put("enforced", judged.enforced());
        node.set("forced", Parts.forced(judged.forced()));
        node.put("next", judged.next().word());
        node.put("url", url(judged));
        node.put("checkedAt", Parts.time(basis.checkedAt()));
        node.put("token", Objects.toString(judged.token(), null));
        return node;
    }

    /**
     * Returns a verdict as one line of text.
     *
     * @param judged the verdict and what it is about
     * @return the line with its line break
     */
    public String line(Judged judged) {
        return Sentence.line(judged) + "\n";
    }

    /**
     * Returns the sentence of a verdict.
     *
     * @param judged the verdict and what it is about
     * @return one sentence without its full stop; foreign text in it is escaped
     */
    public static String summary(Judged judged) {
        return Sentence.summary(judged);
    }

    /**
     * Returns warnings.
     *
     * @param warnings the warnings
     * @param recorded the hub that goes without saying, or null
     * @return their documents
     */
    public static ArrayNode warnings(List<Warning> warnings, @Nullable TaskHubName recorded) {
        return Parts.warnings(warnings, recorded);
    }

    /**
     * Returns the trace of a force.
     *
     * @param force the trace, or null
     * @return its document, or null
     */
    public static @Nullable ObjectNode forced(@Nullable ForceMark force) {
        return Parts.forced(force);
    }

    /**
     * Returns where the page shows an app.
     *
     * @param app the app
     * @return the URL, or null where nothing serves a page
     */
    public @Nullable String url(AppName app) {
        return links.to(app);
    }

    private static void findings(ObjectNode node, Verdict.Basis basis, @Nullable TaskHubName recorded) {
        ArrayNode blockers = node.putArray("blockers");
        basis.blockers().forEach(blocker -> blockers.add(blocker(blocker, recorded)));
        ArrayNode reasons = node.putArray("reasons");
        basis.reasons().forEach(reason -> reasons.add(reason(reason, recorded)));
        node.set("warnings", Parts.warnings(basis.warnings(), recorded));
        ArrayNode evidence = node.putArray("evidence");
        basis.evidence().forEach(one -> evidence.add(Parts.evidence(one, recorded)));
    }

    private static ObjectNode blocker(Blocker blocker, @Nullable TaskHubName recorded) {
        ObjectNode node = Parts.object();
        node.put("code", blocker.code().name());
        node.put("message", blocker.message());
        node.put("count", blocker.count());
        node.put("oldest", Parts.time(blocker.oldest()));
        optional(node, "readyAt", blocker.readyAt());
        optional(node, "notBefore", blocker.notBefore());
        optional(node, "atLatest", blocker.atLatest());
        node.put("fix", blocker.fix());
        Parts.otherHub(node, blocker.taskHub(), recorded);
        ArrayNode instances = node.putArray("instances");
        blocker.instances().forEach(sample -> instances.add(Parts.instance(sample)));
        return node;
    }

    private static void optional(ObjectNode node, String field, @Nullable Instant time) {
        if (time != null) {
            node.put(field, time.toString());
        }
    }

    private static ObjectNode reason(Reason reason, @Nullable TaskHubName recorded) {
        ObjectNode node = Parts.object();
        node.put("code", reason.code().name());
        node.put("message", reason.message());
        node.put("fix", reason.fix());
        Parts.otherHub(node, reason.taskHub(), recorded);
        return node;
    }

    private @Nullable String url(Judged judged) {
        if (judged.app() != null) {
            return links.to(judged.app());
        }
        return links.to(Objects.requireNonNull(judged.taskHub(), "a verdict is about an app or a hub"));
    }
}
