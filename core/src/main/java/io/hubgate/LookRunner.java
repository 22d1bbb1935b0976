// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate;

import io.hubgate.error.HubgateException;
import io.hubgate.model.AppName;
import io.hubgate.model.TaskHubName;
import io.hubgate.store.Deadline;
import io.hubgate.taskhub.Depth;
import io.hubgate.taskhub.FailedLook;
import io.hubgate.taskhub.HubLook;
import io.hubgate.taskhub.Inspection;
import io.hubgate.taskhub.InspectionRequest;
import io.hubgate.taskhub.TaskHubInspectors;
import io.hubgate.taskhub.Trouble;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Runs looks, one at a hub at a time. With an executor, a look at all rows goes on in the background when its caller has waited for long enough,
 * and whoever asks meanwhile waits for the same one; without, the caller does the work. While another backend looks at the hub, the caller
 * waits for its turn within its patience. Thread-safe; starts no threads.
 */
final class LookRunner {
    /** As long a look in the background may take. */
    private static final Duration LONGEST = Duration.ofMinutes(10);

    /** The part of its time that a caller waits at most: the store is to be asked afterwards. */
    private static final double SHARE = 0.8;

    /** How long to leave another backend alone before asking again whether its turn is over. */
    private static final Duration PAUSE = Duration.ofMillis(200);

    private final TaskHubInspectors inspectors;
    private final LookTurns turns;
    private final @Nullable Executor executor;
    private final Duration answerWithin;
    private final InstantSource clock;
    private final Map<TaskHubName, Running> running = new ConcurrentHashMap<>();
    private final Map<TaskHubName, FailedLook> failures = new ConcurrentHashMap<>();

    LookRunner(
            TaskHubInspectors inspectors,
            LookTurns turns,
            @Nullable Executor executor,
            Duration answerWithin,
            InstantSource clock) {
        this.inspectors = inspectors;
        this.turns = turns;
        this.executor = executor;
        this.answerWithin = answerWithin;
        this.clock = clock;
    }

    private record Running(Depth depth, CompletableFuture<Optional<Inspection>> look) {
        static Running at(Depth depth) {
            return new Running(depth, new CompletableFuture<>());
        }

        boolean serves(Depth asked) {
            return depth == asked || depth == Depth.EXPLAIN;
        }
    }

    Duration answerWithin() {
        return answerWithin;
    }

    /** Looks, and hands what was seen to whom it concerns before anybody else learns of it. */
    Inspection run(@Nullable AppName app, InspectionRequest request, Deadline deadline, Consumer<HubLook> seen) {
        Asking asking = new Asking(app, request, seen);
        if (request.depth() == Depth.QUEUES) {
            // A handful of requests right before a commit: it waits for nobody.
            return look(asking, deadline);
        }
        Duration patience = patience(deadline);
        Instant until = clock.instant().plus(patience);
        long pauses = patience.dividedBy(PAUSE);
        while (true) {
            Inspection inspection = executor == null || request.depth() == Depth.FIRST_BLOCKER
                    ? inTurn(asking, deadline)
                    : inBackground(executor, asking, until);
            if (inspection != null || pauses-- <= 0) {
                return inspection == null ? unfinished(request.hub()) : inspection;
            }
            pause();
        }
    }

    private record Asking(@Nullable AppName app, InspectionRequest request, Consumer<HubLook> seen) {
        TaskHubName hub() {
            return request.hub();
        }
    }

    /** The look, or null while another backend looks, or after another look that explains less. */
    private @Nullable Inspection inBackground(Executor threads, Asking asking, Instant until) {
        Running mine = Running.at(asking.request().depth());
        Running first = running.putIfAbsent(asking.hub(), mine);
        if (first == null) {
            start(threads, asking, mine);
            return await(asking.hub(), mine, until);
        }
        Inspection inspection = await(asking.hub(), first, until);
        // One look at a hub at a time (rule R-23): what explains more begins when the other has ended.
        return first.serves(asking.request().depth()) || inspection instanceof FailedLook ? inspection : null;
    }

    private static void pause() {
        try {
            new CompletableFuture<Void>().get(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            // As was meant.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private Duration patience(Deadline deadline) {
        Duration share = Duration.ofMillis((long) (deadline.left().toMillis() * SHARE));
        return share.compareTo(answerWithin) < 0 ? share : answerWithin;
    }

    private void start(Executor threads, Asking asking, Running mine) {
        Runnable task = () -> {
            try {
                Inspection inspection = inTurn(asking, Deadline.in(LONGEST, clock));
                running.remove(asking.hub(), mine);
                mine.look().complete(Optional.ofNullable(inspection));
            } catch (RuntimeException | Error e) {
                running.remove(asking.hub(), mine);
                mine.look().completeExceptionally(e);
            }
        };
        try {
            threads.execute(task);
        } catch (RuntimeException e) {
            running.remove(asking.hub(), mine);
            mine.look().completeExceptionally(e);
            throw e;
        }
    }

    private @Nullable Inspection await(TaskHubName hub, Running look, Instant until) {
        Duration left = Duration.between(clock.instant(), until);
        try {
            return look.look()
                    .get(Math.max(0, left.toMillis()), TimeUnit.MILLISECONDS)
                    .orElse(null);
        } catch (TimeoutException e) {
            return unfinished(hub);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return unfinished(hub);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof HubgateException known) {
                throw known;
            }
            throw new CompletionException(e.getCause());
        }
    }

    /** Why the look before failed says more than that this one is not finished: storage that never answers takes minutes to give up. */
    private Inspection unfinished(TaskHubName hub) {
        FailedLook before = failures.get(hub);
        return before == null ? HubInspections.unfinished(hub, clock.instant()) : before;
    }

    /** The look, or null while another backend has its turn. */
    private @Nullable Inspection inTurn(Asking asking, Deadline deadline) {
        try (LookTurns.Turn turn = turns.take(asking.hub(), deadline)) {
            return turn == null ? null : look(asking, deadline);
        }
    }

    private Inspection look(Asking asking, Deadline deadline) {
        Inspection inspection = inspectors.of(asking.app()).inspect(asking.request(), deadline);
        if (inspection instanceof HubLook look) {
            failures.remove(asking.hub());
            asking.seen().accept(look);
        } else if (inspection instanceof FailedLook failure && failure.trouble() != Trouble.INSPECTING) {
            failures.put(asking.hub(), failure);
        }
        return inspection;
    }
}
