// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.examples.answers;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hubgate.deployment.ForceMark;
import io.hubgate.model.Actor;
import io.hubgate.model.Holder;
import io.hubgate.model.ReleaseLabel;
import io.hubgate.model.RuntimeStatus;
import io.hubgate.model.TaskHubName;
import io.hubgate.readiness.Evidence;
import io.hubgate.readiness.Intent;
import io.hubgate.readiness.Sample;
import io.hubgate.readiness.Warning;
import io.hubgate.tracking.InstanceRecord;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The small parts that several documents share. */
public final class Parts {
    private Parts() {}

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    private static ArrayNode list() {
        return JsonNodeFactory.instance.arrayNode();
    }

    static @Nullable ObjectNode holder(@Nullable Holder holder) {
        return holder == null ? null : object().put("name", holder.name()).put("url", holder.url());
    }

    /**
     * Returns who did something.
     *
     * @param actor who
     * @return the document
     */
    public static ObjectNode actor(Actor actor) {
        return object().put("name", actor.name()).put("onBehalfOf", actor.onBehalfOf());
    }

    static @Nullable ObjectNode forced(@Nullable ForceMark force) {
        return force == null
                ? null
                : object().put("reason", force.reason())
                        .put("by", force.by().toString())
                        .put("at", time(force.at()));
    }

    static ObjectNode label(ReleaseLabel label) {
        return object().put("id", label.id().value())
                .put("version", label.version())
                .put("commit", label.commit())
                .put("url", label.url());
    }

    static ObjectNode warning(Warning warning, @Nullable TaskHubName recorded) {
        ObjectNode node = object();
        node.put("code", warning.code().name());
        node.put("message", warning.message());
        otherHub(node, warning.taskHub(), recorded);
        return node;
    }

    static ArrayNode warnings(List<Warning> warnings, @Nullable TaskHubName recorded) {
        ArrayNode list = list();
        warnings.forEach(warning -> list.add(warning(warning, recorded)));
        return list;
    }

    static ObjectNode evidence(Evidence evidence, @Nullable TaskHubName recorded) {
        ObjectNode node = object();
        node.put("source", evidence.source());
        node.put("checkedAt", time(evidence.checkedAt()));
        node.put("active", evidence.active());
        node.put("lastEventAt", time(evidence.lastEventAt()));
        otherHub(node, evidence.taskHub(), recorded);
        return node;
    }

    /** A finding about another hub than the recorded one names it; otherwise it goes without saying. */
    static void otherHub(ObjectNode node, @Nullable TaskHubName about, @Nullable TaskHubName recorded) {
        if (about != null && !about.equals(recorded)) {
            node.put("taskHub", about.value());
        }
    }

    /**
     * Returns an active instance.
     *
     * @param active a record of an active instance
     * @return its document
     */
    public static ObjectNode instance(InstanceRecord active) {
        return instance(Sample.of(active));
    }

    static ObjectNode instance(Sample sample) {
        RuntimeStatus status = sample.runtimeStatus();
        ObjectNode node = object().put("instanceId", sample.instanceId().value())
                .put("functionName", sample.functionName().value())
                .put("runtimeStatus", status.word())
                .put("since", time(sample.since()))
                .put("firstSeen", time(sample.firstSeen()))
                .put("restarts", sample.restarts());
        if (sample.executionId() != null) {
            node.put("executionId", sample.executionId().value());
        }
        if (sample.lastProgress() != null) {
            node.put("lastProgress", time(sample.lastProgress()));
        }
        if (sample.waits() != null) {
            node.set("waitsFor", WaitDocument.all(sample.waits()));
        }
        return node;
    }

    static @Nullable String time(@Nullable Instant time) {
        return time == null ? null : time.toString();
    }

    static String word(Intent intent) {
        return intent.name().toLowerCase(Locale.ROOT);
    }

    static @Nullable String name(@Nullable Enum<?> constant) {
        return constant == null ? null : constant.name();
    }
}
