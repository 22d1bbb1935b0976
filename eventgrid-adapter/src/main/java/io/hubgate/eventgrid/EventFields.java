// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.eventgrid;

import com.azure.messaging.eventgrid.SystemEventNames;
import io.hubgate.delivery.IncomingEvent;
import io.hubgate.model.InstanceId;
import io.hubgate.model.OrchestratorName;
import io.hubgate.model.RuntimeStatus;
import io.hubgate.model.TaskHubName;
import io.hubgate.model.Text;
import io.hubgate.tracking.LifecycleEvent;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The fields of one event as they were read, and what follows from them. Used again for the next event; not thread-safe. */
final class EventFields {
    static final String LIFECYCLE = "orchestratorEvent";
    static final int LONGEST_TYPE = 200;
    static final int LONGEST_CODE = 1024;

    @Nullable
    String gridType;

    @Nullable
    String cloudType;

    @Nullable
    Instant gridTime;

    @Nullable
    Instant cloudTime;
    /** The last segment of the subject. */
    @Nullable
    String subject;

    /** Data that came as a text: JSON in a string. */
    @Nullable
    String dataText;
    /** Data that came as Base64. */
    @Nullable
    String dataBase64;

    boolean hasData;

    @Nullable
    String hub;

    @Nullable
    String instance;

    @Nullable
    String function;

    @Nullable
    String reason;

    @Nullable
    String status;

    boolean statusUnreadable;

    @Nullable
    String validationCode;

    /** Mostly the same as that of the event before, so it is not checked anew. */
    private @Nullable TaskHubName lastHub;

    void clear() {
        gridType = null;
        cloudType = null;
        gridTime = null;
        cloudTime = null;
        subject = null;
        clearData();
    }

    void clearData() {
        dataText = null;
        dataBase64 = null;
        hasData = false;
        hub = null;
        instance = null;
        function = null;
        reason = null;
        status = null;
        statusUnreadable = false;
        validationCode = null;
    }

    @Nullable
    String type() {
        return gridType != null ? gridType : cloudType;
    }

    boolean isLifecycle() {
        return LIFECYCLE.equalsIgnoreCase(type());
    }

    boolean isValidation() {
        return SystemEventNames.EVENT_GRID_SUBSCRIPTION_VALIDATION.equalsIgnoreCase(type());
    }

    /** Tells whether this is an event whose data matters. */
    boolean wantsData() {
        return isLifecycle() || isValidation();
    }

    /** Returns the result of the event; a malformed one has no excerpt yet. */
    IncomingEvent result() {
        String type = type();
        if (type == null) {
            return malformed("the event has no type");
        }
        if (isLifecycle()) {
            return lifecycle();
        }
        if (isValidation() && (validationCode == null || validationCode.isEmpty())) {
            return malformed("the validation event has no code");
        }
        return new IncomingEvent.Ignored(type);
    }

    IncomingEvent.Malformed malformed(String why) {
        return new IncomingEvent.Malformed(why, hubIfValid(), "");
    }

    private IncomingEvent lifecycle() {
        Instant time = gridTime != null ? gridTime : cloudTime;
        TaskHubName name = hubIfValid();
        String id = instance;
        String word = statusWord();
        String wrong = wrong(name, id, time, word);
        if (wrong != null || name == null || id == null || time == null || word == null) {
            return malformed(wrong == null ? "the event is incomplete" : wrong);
        }
        OrchestratorName orchestrator = function == null ? OrchestratorName.UNNAMED : new OrchestratorName(function);
        return new IncomingEvent.Parsed(new LifecycleEvent(
                name, new InstanceId(id), orchestrator, status(word), time, reason == null ? "" : reason));
    }

    private @Nullable String wrong(
            @Nullable TaskHubName name, @Nullable String id, @Nullable Instant time, @Nullable String word) {
        if (!hasData) {
            return "the event has no data object";
        }
        if (name == null) {
            return hub == null ? "the event names no task hub" : "task hub name '" + Text.shown(hub) + "' is not valid";
        }
        if (id == null || id.isEmpty()) {
            return "the event names no instance";
        }
        if (id.length() > InstanceId.LONGEST) {
            return "the instance id is longer than " + InstanceId.LONGEST + " characters";
        }
        if (time == null) {
            return "the event has no time that can be read";
        }
        return word == null ? "the event has no runtime status that can be read" : null;
    }

    private @Nullable String statusWord() {
        if (statusUnreadable) {
            return null;
        }
        String word = status == null || status.isEmpty() ? subject : status;
        return word == null || word.isEmpty() ? null : word;
    }

    private static RuntimeStatus status(String word) {
        return switch (word) {
            case "Running" -> RuntimeStatus.RUNNING;
            case "Completed" -> RuntimeStatus.COMPLETED;
            case "Failed" -> RuntimeStatus.FAILED;
            case "Terminated" -> RuntimeStatus.TERMINATED;
            default -> RuntimeStatus.of(word);
        };
    }

    private @Nullable TaskHubName hubIfValid() {
        String text = hub;
        if (text == null) {
            return null;
        }
        TaskHubName last = lastHub;
        if (last != null && last.value().equals(text)) {
            return last;
        }
        if (!TaskHubName.isValid(text)) {
            return null;
        }
        TaskHubName name = new TaskHubName(text);
        lastHub = name;
        return name;
    }
}
