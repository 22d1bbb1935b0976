// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.examples.backend.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hubgate.deployment.Options;
import io.hubgate.deployment.RulesCommand;
import io.hubgate.examples.backend.http.Fields;
import io.hubgate.model.Actor;
import io.hubgate.model.AppName;
import io.hubgate.model.ExecutionId;
import io.hubgate.model.InstanceId;
import io.hubgate.model.TaskHubName;
import io.hubgate.readiness.BlockerCode;
import io.hubgate.readiness.Waiver;
import io.hubgate.readiness.WaiverTarget;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * A waiver as a request asks for it: hub and code as a blocker shows them, and exactly one thing.
 *
 * @param taskHub the hub
 * @param code what is waived
 * @param target what exactly it is about
 * @param until when it ends, or null for the longest time
 */
record WaiverForm(
        TaskHubName taskHub,
        BlockerCode code,
        WaiverTarget target,
        @Nullable Instant until) {
    static final String[] FIELDS = {
        "taskHub", "code", "instanceId", "executionId", "queue", "count", "messageId", "until", "reason"
    };
    private static final List<String> CODES =
            Arrays.stream(BlockerCode.values()).map(Enum::name).toList();
    private static final int LONGEST_MESSAGE_ID = 200;

    static WaiverForm read(Fields fields, Instant now) {
        return new WaiverForm(
                fields.text("taskHub")
                        .map(TaskHubName::new)
                        .orElseThrow(() -> fields.refused("taskHub", "give the task hub of the blocker")),
                fields.word("code", CODES)
                        .map(BlockerCode::valueOf)
                        .orElseThrow(() -> fields.refused("code", "give the code of the blocker")),
                target(fields),
                until(fields, now));
    }

    RulesCommand.Waive command(AppName app, Actor by, Options options) {
        return new RulesCommand.Waive(app, taskHub, code, target, until, by, options);
    }

    private static WaiverTarget target(Fields fields) {
        String instance = fields.text("instanceId").orElse(null);
        String execution = fields.text("executionId").orElse(null);
        String message = fields.text("messageId").orElse(null);
        OptionalLong queue = fields.number("queue", 0, 1_000);
        OptionalLong count = fields.number("count", 1, Long.MAX_VALUE);
        if (instance != null && message == null && queue.isEmpty() && count.isEmpty()) {
            return new WaiverTarget.OfInstance(
                    new InstanceId(instance), execution == null ? null : new ExecutionId(execution));
        }
        if (message != null && instance == null && execution == null && queue.isEmpty() && count.isEmpty()) {
            if (message.isBlank() || message.length() > LONGEST_MESSAGE_ID) {
                throw fields.refused("messageId", "give the id that the blocker shows");
            }
            return new WaiverTarget.OfMessage(message);
        }
        if (queue.isPresent() && count.isPresent() && instance == null && execution == null && message == null) {
            return new WaiverTarget.OfQueue((int) queue.getAsLong(), count.getAsLong());
        }
        throw fields.refused(
                "instanceId", "name one thing: instanceId (with executionId), queue and count, or messageId");
    }

    private static @Nullable Instant until(Fields fields, Instant now) {
        Instant until = fields.text("until").map(text -> time(fields, text)).orElse(null);
        if (until != null && (!until.isAfter(now) || until.isAfter(now.plus(Waiver.LONGEST)))) {
            throw fields.refused("until", "give a time ahead, at most 7 days");
        }
        return until;
    }

    private static Instant time(Fields fields, String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw fields.refused("until", "give a time such as 2026-12-01T00:00:00Z");
        }
    }

    static void target(ObjectNode node, WaiverTarget target) {
        if (target instanceof WaiverTarget.OfInstance instance) {
            node.put("instanceId", instance.instance().value());
            node.put(
                    "executionId",
                    instance.executionId() == null
                            ? null
                            : instance.executionId().value());
        } else if (target instanceof WaiverTarget.OfQueue queue) {
            node.put("queue", queue.queue());
            node.put("count", queue.count());
        } else if (target instanceof WaiverTarget.OfMessage message) {
            node.put("messageId", message.messageId());
        }
    }
}
