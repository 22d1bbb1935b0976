// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.verification.taskhub.platform;

import io.hubgate.verification.taskhub.image.Value;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the host does with a message: it publishes first, then come the outgoing messages, history, row, and the removal of the message, each a
 * write of its own.
 */
final class Episodes {
    private static final Duration APPROVAL = Duration.ofDays(3);
    private static final Duration NAP = Duration.ofMinutes(3);

    private static final String ENTITY = "@counter@k0";

    private final Platform platform;
    private final Entities entities;

    Episodes(Platform platform) {
        this.platform = platform;
        this.entities = new Entities(platform);
    }

    void take(Mail mail) {
        Life life = platform.lives.get(mail.target);
        if (mail.target.startsWith("@")) {
            entities.take(mail, life);
        } else if (life == null || (mail.execution != null && !mail.execution.equals(life.execution))) {
            end(mail);
        } else if (mail.kind.equals("ExecutionStarted")) {
            started(mail, life);
        } else if (life.isTerminal()) {
            end(mail);
        } else {
            goOn(mail, life);
        }
    }

    boolean isWork(Mail mail) {
        Life life = platform.lives.get(mail.target);
        boolean start = mail.kind.equals("ExecutionStarted");
        return mail.target.startsWith("@")
                || (start && life != null && life.execution.equals(mail.execution) && !life.begun);
    }

    boolean willRun(Life life) {
        return platform.control.stream()
                .flatMap(queue -> queue.stream())
                .anyMatch(mail -> mail.target.equals(life.id) && isWork(mail));
    }

    private void end(Mail mail) {
        platform.writes.add(() -> platform.remove(mail));
    }

    /** Start messages are matched by generation, never by status: one that was terminated before its time runs all the same. */
    private void started(Mail mail, Life life) {
        if (life.begun) {
            end(mail);
            return;
        }
        if (life.row == null && life.parent == null && mail.parent == null) {
            mail.hidden(platform.now.plusSeconds(2));
            return;
        }
        platform.publish(life, "Running");
        if (life.kind == Kind.DETACH) {
            platform.publish(life, "Completed");
        }
        platform.writes.add(() -> {
            life.begun = true;
            life.status = "Running";
            outgoing(life);
        });
        platform.writes.add(() -> {
            life.history.clear();
            life.record(platform.now, "ExecutionStarted", Platform.none());
            begin(life);
        });
        if (life.kind == Kind.DETACH) {
            finish(life, "Completed");
        } else {
            writeRow(life);
        }
        end(mail);
    }

    private void outgoing(Life life) {
        switch (life.kind) {
            case CHAIN, FAILS -> platform.schedule(life);
            case APPROVAL -> timer(life, APPROVAL);
            case SLEEP, ETERNAL, RACE -> timer(life, NAP);
            case LOCK -> toEntity(life, Entities.LOCK);
            case PARENT -> child(life, life.execution + ":0", life.id);
            case DETACH -> child(life, "detached-" + life.execution, null);
            case WAIT -> {
                // Nothing goes out.
            }
        }
    }

    private void timer(Life life, Duration delay) {
        Instant due = platform.now.plus(delay);
        life.dueAt = due;
        platform.send(
                new Mail(platform.nextId(), "TimerFired", life.id, life.execution, null, platform.now).hidden(due));
    }

    private void toEntity(Life life, String kind) {
        platform.send(new Mail(platform.nextId(), kind, ENTITY, null, life.id, platform.now));
    }

    private void child(Life life, String id, @Nullable String parent) {
        Life child = new Life(id, Kind.CHAIN, platform.nextId(), parent);
        platform.lives.put(id, child);
        platform.send(new Mail(platform.nextId(), "ExecutionStarted", id, child.execution, life.id, platform.now));
    }

    private void begin(Life life) {
        Map<String, Value> first = Map.of("EventId", Value.number(0), "Name", Value.string("work"));
        if (life.dueAt != null) {
            life.record(
                    platform.now, "TimerCreated", Map.of("EventId", Value.number(0), "FireAt", Value.time(life.dueAt)));
        } else if (life.kind == Kind.CHAIN || life.kind == Kind.FAILS) {
            life.record(platform.now, "TaskScheduled", first);
        } else if (life.kind == Kind.PARENT) {
            life.record(platform.now, "SubOrchestrationInstanceCreated", first);
        }
    }

    private void goOn(Mail mail, Life life) {
        switch (mail.kind) {
            case "ExecutionTerminated" -> terminated(life);
            case "ExecutionSuspended" -> status(life, "Suspended");
            case "ExecutionResumed" -> status(life, "Running");
            case "Generic" -> platform.writes.add(() -> platform.schedule(life));
            case Entities.GRANTED -> platform.writes.add(() -> platform.schedule(life));
            case "EventRaised" -> raised(life);
            case "TimerFired" -> fired(life);
            case "TaskCompleted" -> {
                if (life.kind == Kind.LOCK) {
                    platform.writes.add(() -> toEntity(life, Entities.RELEASE));
                }
                tellAndFinish(life, life.kind == Kind.FAILS && !life.rewound ? "Failed" : "Completed");
            }
            default -> tellAndFinish(life, "Completed");
        }
        end(mail);
    }

    private void terminated(Life life) {
        switch (platform.terminations) {
            case TOLD -> platform.publish(life, "Terminated");
            case TOLD_AS_COMPLETED -> platform.publish(life, "Completed");
            case SILENT -> {
                // Nothing is published.
            }
        }
        finish(life, "Terminated");
    }

    private void raised(Life life) {
        if (life.kind == Kind.ETERNAL) {
            platform.writes.add(() -> life.stopping = true);
        } else if (life.kind == Kind.RACE && platform.has(Fault.EARLY)) {
            if (!life.told) {
                platform.publish(life, "Completed");
                life.told = true;
            }
        } else if (life.kind == Kind.WAIT && platform.happens(Fault.PHANTOM)) {
            // The checkpoint fails after the end was told, and when it is tried again, the orchestration waits for
            // more.
            platform.publish(life, "Completed");
        } else if (life.kind == Kind.WAIT || life.kind == Kind.APPROVAL || life.kind == Kind.RACE) {
            tellAndFinish(life, "Completed");
        }
    }

    private void tellAndFinish(Life life, String outcome) {
        platform.publish(life, outcome);
        finish(life, outcome);
    }

    private void fired(Life life) {
        boolean next = life.kind == Kind.ETERNAL && !life.stopping;
        if (!life.told && (!next || platform.has(Fault.COMPLETED_FOR_CONTINUE_AS_NEW))) {
            platform.publish(life, "Completed");
        }
        if (next) {
            platform.publish(life, "Running");
            platform.writes.add(() -> {
                life.execution = platform.nextId();
                timer(life, NAP);
            });
            platform.writes.add(() -> {
                life.history.clear();
                life.record(platform.now, "ExecutionStarted", Platform.none());
                begin(life);
            });
            writeRow(life);
        } else {
            platform.writes.add(() -> life.record(platform.now, "TimerFired", Map.of("TimerId", Value.number(0))));
            finish(life, "Completed");
        }
    }

    private void finish(Life life, String outcome) {
        String parent = life.parent;
        Life waiting = parent == null ? null : platform.lives.get(parent);
        if (waiting != null) {
            platform.writes.add(() -> platform.send(new Mail(
                    platform.nextId(),
                    "SubOrchestrationInstanceCompleted",
                    waiting.id,
                    waiting.execution,
                    null,
                    platform.now)));
        }
        platform.writes.add(() ->
                life.record(platform.now, "ExecutionCompleted", Map.of("OrchestrationStatus", Value.string(outcome))));
        platform.writes.add(() -> {
            life.status = outcome;
            life.writeRow(platform.hub.value(), platform.now);
        });
    }

    private void status(Life life, String status) {
        if (life.begun && !life.rewound) {
            platform.writes.add(() -> {
                life.status = status;
                life.writeRow(platform.hub.value(), platform.now);
            });
        }
    }

    private void writeRow(Life life) {
        platform.writes.add(() -> life.writeRow(platform.hub.value(), platform.now));
    }
}
