// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.verification.taskhub.platform;

import static java.util.Objects.requireNonNull;

import io.hubgate.model.InstanceId;
import io.hubgate.model.TaskHubName;
import io.hubgate.taskhub.ControlQueues;
import io.hubgate.verification.taskhub.image.StorageImage;
import io.hubgate.verification.taskhub.image.Value;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One task hub and the host that works on it. {@link #step} does one thing that a reader of storage could see. The host never does two episodes at
 * once, which loses nothing that matters here: a reader sees storage between any two writes all the same.
 */
public final class Platform {
    static final Duration INVISIBLE = Duration.ofMinutes(5);
    private static final Duration ACTIVITY = Duration.ofSeconds(20);

    final TaskHubName hub;
    final Random random;
    final Map<String, Life> lives = new TreeMap<>();
    final List<List<Mail>> control = new ArrayList<>();
    final List<Mail> workItems = new ArrayList<>();
    final Deque<Runnable> writes = new ArrayDeque<>();
    final List<Published> published = new ArrayList<>();
    final Terminations terminations;
    private final Set<Fault> faults;
    private final HubImage image;
    private final Episodes episodes;
    Instant now;
    /** Grows with whatever a reader of storage could see. */
    long written;

    private @Nullable Instant pausedUntil;
    private int ids;

    /**
     * @param hub its name
     * @param partitions how many control queues
     * @param terminations which version of the extension it is in that
     * @param faults what goes wrong
     * @param random decides what happens next
     * @param now when it begins
     */
    public Platform(
            TaskHubName hub, int partitions, Terminations terminations, Set<Fault> faults, Random random, Instant now) {
        this.hub = hub;
        this.terminations = terminations;
        this.faults = Set.copyOf(faults);
        this.random = random;
        this.now = now;
        for (int i = 0; i < partitions; i++) {
            control.add(new ArrayList<>());
        }
        this.image = new HubImage(this);
        this.episodes = new Episodes(this);
    }

    /** The clock of host and storage. */
    public Instant now() {
        return now;
    }

    public void pass(Duration time) {
        now = now.plus(time);
    }

    boolean has(Fault fault) {
        return faults.contains(fault);
    }

    /** Whether a fault that does not always happen happens now. */
    boolean happens(Fault fault) {
        return has(fault) && random.nextBoolean();
    }

    /** What storage holds now. */
    public StorageImage image() {
        return image.taken();
    }

    /** What was published since the last call. */
    public List<Published> published() {
        List<Published> all = List.copyOf(published);
        published.clear();
        return all;
    }

    /** Does the next write, or takes up a message; tells whether there was anything to do. */
    public boolean step() {
        if (pausedUntil != null && now.isBefore(pausedUntil)) {
            return false;
        }
        pausedUntil = null;
        written++;
        Runnable write = writes.poll();
        if (write != null) {
            write.run();
            return true;
        }
        return finishActivity() || takeMail();
    }

    /** The host is killed and another takes over: what it had not written yet is written minutes later. */
    public void kill() {
        pausedUntil = now.plus(INVISIBLE);
    }

    private boolean finishActivity() {
        for (Mail work : workItems) {
            if (!work.hiddenUntil.isAfter(now)) {
                work.hidden(now.plus(INVISIBLE));
                writes.add(() -> send(new Mail(nextId(), "TaskCompleted", work.target, work.execution, null, now)));
                writes.add(() -> workItems.remove(work));
                return true;
            }
        }
        return false;
    }

    private boolean takeMail() {
        List<Mail> visible = new ArrayList<>();
        control.forEach(
                queue -> queue.stream().filter(mail -> mail.isVisible(now)).forEach(visible::add));
        if (visible.isEmpty()) {
            return false;
        }
        Mail mail = visible.get(random.nextInt(visible.size()));
        mail.hidden(now.plus(INVISIBLE));
        episodes.take(mail);
        return true;
    }

    void send(Mail mail) {
        written++;
        control.get(ControlQueues.numberOf(new InstanceId(mail.target), control.size()))
                .add(mail);
    }

    void remove(Mail mail) {
        control.forEach(queue -> queue.remove(mail));
    }

    void schedule(Life life) {
        Mail work = new Mail(nextId(), "TaskScheduled", life.id, life.execution, null, now);
        workItems.add(work.hidden(now.plus(ACTIVITY)));
    }

    void publish(Life life, String status) {
        published.add(new Published(life.id, life.isEntity() ? life.id : life.kind.name(), status, now));
    }

    String nextId() {
        return "m" + ids++;
    }

    /** A client starts an orchestration, now or later: the message comes first, then the row. An id that is not finished is refused. */
    public void start(String id, Kind kind, @Nullable Instant scheduledFor) {
        Life before = lives.get(id);
        if (before != null && !before.isTerminal()) {
            return;
        }
        Life life = new Life(id, kind, nextId(), null);
        life.scheduledFor = scheduledFor;
        Mail mail = new Mail(nextId(), "ExecutionStarted", id, life.execution, null, now);
        send(scheduledFor == null ? mail : mail.hidden(scheduledFor));
        if (before != null) {
            life.history.addAll(before.history);
        }
        lives.put(id, life);
        life.row = before == null ? null : before.row;
        writes.add(() -> life.writeRow(hub.value(), now));
    }

    public void raise(String id) {
        ifAlive(id, "EventRaised");
    }

    public void suspend(String id) {
        ifAlive(id, "ExecutionSuspended");
    }

    public void resume(String id) {
        ifAlive(id, "ExecutionResumed");
    }

    /** Terminates; a Pending instance directly in its row, while its start message stays. */
    public void terminate(String id) {
        Life life = lives.get(id);
        if (life != null && life.status.equals("Pending") && life.row != null && !life.rewound) {
            life.status = "Terminated";
            writes.add(() -> life.writeRow(hub.value(), now));
        } else {
            ifAlive(id, "ExecutionTerminated");
        }
    }

    /** Rewinds a failed instance: its row says Pending until it ends. */
    public void rewind(String id) {
        Life life = lives.get(id);
        if (life != null && life.status.equals("Failed")) {
            life.status = "Pending";
            life.rewound = true;
            send(new Mail(nextId(), "Generic", id, life.execution, null, now));
            writes.add(() -> {
                life.history.removeIf(
                        row -> requireNonNull(row.text("EventType")).startsWith("ExecutionCompleted"));
                life.writeRow(hub.value(), now);
            });
        }
    }

    /** Purges a finished instance; its messages stay. */
    public void purge(String id) {
        Life life = lives.get(id);
        if (life != null && life.isTerminal() && writes.isEmpty() && !episodes.willRun(life)) {
            lives.remove(id);
            written++;
        }
    }

    /** Signals an entity, now or later. */
    public void signal(String entity, Duration delay) {
        send(new Mail(nextId(), "EventRaised", entity, null, null, now).hidden(now.plus(delay)));
    }

    private void ifAlive(String id, String kind) {
        Life life = lives.get(id);
        if (life != null && !life.isTerminal()) {
            send(new Mail(nextId(), kind, id, null, null, now));
        }
    }

    /** Whether anything is left that needs the code. */
    public boolean hasWork() {
        return !writes.isEmpty()
                || !workItems.isEmpty()
                || lives.values().stream().anyMatch(Platform::isWork)
                || control.stream().flatMap(List::stream).anyMatch(episodes::isWork);
    }

    private static boolean isWork(Life life) {
        return life.isEntity() ? !life.waiting.isEmpty() : !life.isTerminal();
    }

    /** Whether operations wait behind a lock whose holder has ended: the engine will never do them. */
    public boolean hasOrphanedLock() {
        return lives.values().stream()
                .filter(life -> life.lockedBy != null && !life.waiting.isEmpty())
                .anyMatch(entity -> {
                    Life holder = lives.get(entity.lockedBy);
                    return holder == null || holder.isTerminal();
                });
    }

    /** Ids of all instances, finished ones too. */
    public List<String> instances() {
        return List.copyOf(lives.keySet());
    }

    static Map<String, Value> none() {
        return Map.of();
    }
}
