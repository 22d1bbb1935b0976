// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate;

import io.hubgate.model.TaskHubName;
import io.hubgate.store.Deadline;
import io.hubgate.taskhub.Depth;
import io.hubgate.taskhub.HubLook;
import io.hubgate.taskhub.Inspection;
import io.hubgate.taskhub.InspectionRequest;
import io.hubgate.taskhub.TaskHubInspector;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
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
 * Runs looks. With an executor, a whole look goes on in the background when its caller has waited for long enough, and whoever asks meanwhile
 * waits for the same one; without, the caller does the work. Thread-safe; starts no threads.
 */
final class LookRunner {
    /** As long a look in the background may take. */
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final TaskHubInspector inspector;
    private final @Nullable Executor executor;
    private final Duration answerWithin;
    private final InstantSource clock;
    private final Map<TaskHubName, CompletableFuture<Inspection>> running = new ConcurrentHashMap<>();

    LookRunner(TaskHubInspector inspector, @Nullable Executor executor, Duration answerWithin, InstantSource clock) {
        this.inspector = inspector;
        this.executor = executor;
        this.answerWithin = answerWithin;
        this.clock = clock;
    }

    Duration answerWithin() {
        return answerWithin;
    }

    /** Looks, and hands what was seen to whom it concerns before anybody else learns of it. */
    Inspection run(InspectionRequest request, Deadline deadline, Consumer<HubLook> seen) {
        if (executor == null || request.depth() != Depth.WHOLE) {
            return inspect(request, deadline, seen);
        }
        CompletableFuture<Inspection> mine = new CompletableFuture<>();
        CompletableFuture<Inspection> look = running.putIfAbsent(request.hub(), mine);
        if (look == null) {
            start(request, mine, seen);
            look = mine;
        }
        return await(request.hub(), look);
    }

    private void start(InspectionRequest request, CompletableFuture<Inspection> mine, Consumer<HubLook> seen) {
        Runnable task = () -> {
            try {
                mine.complete(inspect(request, Deadline.in(LONGEST, clock), seen));
            } catch (RuntimeException | Error e) {
                mine.completeExceptionally(e);
            } finally {
                running.remove(request.hub(), mine);
            }
        };
        try {
            if (executor != null) {
                executor.execute(task);
            }
        } catch (RuntimeException e) {
            running.remove(request.hub(), mine);
            throw e;
        }
    }

    private Inspection await(TaskHubName hub, CompletableFuture<Inspection> look) {
        try {
            return look.get(answerWithin.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return HubInspections.unfinished(hub, clock.instant());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return HubInspections.unfinished(hub, clock.instant());
        } catch (ExecutionException e) {
            throw new CompletionException(e.getCause());
        }
    }

    private Inspection inspect(InspectionRequest request, Deadline deadline, Consumer<HubLook> seen) {
        Inspection inspection = inspector.inspect(request, deadline);
        if (inspection instanceof HubLook look) {
            seen.accept(look);
        }
        return inspection;
    }
}
