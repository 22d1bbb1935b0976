// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.verification.taskhub.platform;

import io.hubgate.verification.taskhub.image.Message;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A message of the model on its way. */
final class Mail {
    final String id;
    final String kind;
    final String target;
    final @Nullable String execution;
    final @Nullable String parent;
    final Instant insertedAt;
    Instant hiddenUntil;

    Mail(String id, String kind, String target, @Nullable String execution, @Nullable String parent, Instant at) {
        this.id = id;
        this.kind = kind;
        this.target = target;
        this.execution = execution;
        this.parent = parent;
        this.insertedAt = at;
        this.hiddenUntil = at;
    }

    Mail hidden(Instant until) {
        hiddenUntil = until;
        return this;
    }

    boolean isVisible(Instant now) {
        return !hiddenUntil.isAfter(now);
    }

    Message message() {
        String text = "{\"$type\":\"DurableTask.AzureStorage.MessageData\",\"TaskMessage\":{\"Event\":{\"$type\":"
                + "\"DurableTask.Core.History." + kind + "Event\"},\"OrchestrationInstance\":{\"InstanceId\":\""
                + target
                + "\",\"ExecutionId\":" + (execution == null ? "null" : "\"" + execution + "\"") + "}}}";
        return new Message(id, text, 0, insertedAt, hiddenUntil.isAfter(insertedAt) ? hiddenUntil : null);
    }
}
