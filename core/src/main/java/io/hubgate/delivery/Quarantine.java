// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.delivery;

import io.hubgate.delivery.IncomingEvent.Malformed;
import io.hubgate.error.HubgateException;
import io.hubgate.format.QuarantineFormat;
import io.hubgate.model.TaskHubName;
import io.hubgate.store.AppStore;
import io.hubgate.store.Deadline;
import io.hubgate.store.Document;
import io.hubgate.store.DocumentKey;
import io.hubgate.store.Page;
import io.hubgate.store.Shelf;
import io.hubgate.store.StoreFullException;
import io.hubgate.store.StoreUnavailableException;
import io.hubgate.store.StoredDocument;
import io.hubgate.store.UnknownOutcomeException;
import io.hubgate.store.Versioned;
import io.hubgate.store.WriteResult;
import io.hubgate.tracking.QuarantineId;
import io.hubgate.tracking.QuarantinedEvent;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Where events are put aside that were acknowledged and not understood, until an operator dismisses them (rules E-2, R-8). It is capped: when
 * it is full, deliveries that would add to it are refused, to come again. Callers that add at the same moment may exceed the cap by what they
 * add.
 *
 * <p>Thread-safe. Every method asks the store and nothing is remembered, so that an answer is never older than the question.
 */
public final class Quarantine {
    /** How many events are kept at most unless said otherwise. */
    public static final int DEFAULT_CAPACITY = 1_000;

    private static final int LONGEST_PAGE = 1_000;
    private static final int ATTEMPTS = 10;

    private final AppStore store;
    private final int capacity;
    private final QuarantineNames names = new QuarantineNames();

    /**
     * Creates a quarantine.
     *
     * @param store where the events are kept
     * @param capacity how many are kept at most, at least 1
     */
    public Quarantine(AppStore store, int capacity) {
        if (capacity < 1) {
            throw new IllegalArgumentException("a capacity begins at 1: " + capacity);
        }
        this.store = store;
        this.capacity = capacity;
    }

    /**
     * Puts events aside. All of them are durable when it returns; after a failure some may be.
     *
     * @param events the events
     * @param receivedAt when they were received
     * @param deadline when to give up
     * @throws StoreFullException if there is no room for all of them
     * @throws StoreUnavailableException if the store cannot be reached in time
     */
    public void add(List<Malformed> events, Instant receivedAt, Deadline deadline) {
        if (events.isEmpty()) {
            return;
        }
        if (count(deadline) + events.size() > capacity) {
            throw new StoreFullException(
                    "the quarantine has no room for " + events.size() + " more events that are not understood",
                    "look at the quarantined events, end their cause, and dismiss them");
        }
        for (Malformed event : events) {
            add(event, receivedAt, deadline);
        }
    }

    /**
     * Returns quarantined events in the order of their receipt. One that a newer Hubgate has written is listed with that as its reason.
     *
     * @param after the event after which to begin, or null for the beginning
     * @param limit how many at most, 1 to 1,000
     * @param deadline when to give up
     * @return a page
     */
    public Page<QuarantinedEvent> list(@Nullable QuarantineId after, int limit, Deadline deadline) {
        Page<StoredDocument> page = store.list(Shelf.QUARANTINE, after == null ? null : after.value(), limit, deadline);
        return new Page<>(page.items().stream().map(Quarantine::read).toList(), page.next());
    }

    /**
     * Returns how many events count against a hub: those that name it and those that name none.
     *
     * @param hub the hub
     * @param deadline when to give up
     * @return the number, 0 or more
     */
    public int countFor(TaskHubName hub, Deadline deadline) {
        return countsFor(List.of(hub), deadline).getOrDefault(hub, 0);
    }

    /**
     * Returns how many events count against each of some hubs, as {@link #countFor} does, by reading all events once.
     *
     * @param hubs the hubs
     * @param deadline when to give up
     * @return the number of each hub that any event counts against
     */
    public Map<TaskHubName, Integer> countsFor(Collection<TaskHubName> hubs, Deadline deadline) {
        Set<TaskHubName> distinct = Set.copyOf(hubs);
        Map<TaskHubName, Integer> counts = new HashMap<>();
        forEach(deadline, stored -> {
            QuarantinedEvent event = read(stored);
            for (TaskHubName hub : distinct) {
                if (event.concerns(hub)) {
                    counts.merge(hub, 1, Integer::sum);
                }
            }
        });
        return counts;
    }

    /**
     * Removes an event. Idempotent.
     *
     * @param id its name
     * @param deadline when to give up
     * @return true if it was there
     */
    public boolean dismiss(QuarantineId id, Deadline deadline) {
        DocumentKey key = key(id);
        boolean perhaps = false;
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Optional<Versioned<Document>> found = store.find(key, deadline);
            if (found.isEmpty()) {
                return perhaps;
            }
            try {
                if (store.delete(key, found.get().revision(), deadline).isWritten()) {
                    return true;
                }
            } catch (UnknownOutcomeException e) {
                perhaps = true;
            }
        }
        throw new StoreUnavailableException("the store does not let go of a quarantined event");
    }

    private void add(Malformed event, Instant receivedAt, Deadline deadline) {
        QuarantineId id = names.next(receivedAt);
        Document document = QuarantineFormat.write(
                new QuarantinedEvent(id, receivedAt, event.reason(), event.hub(), event.excerpt()));
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            try {
                // A name is given once: what already exists under it is this event, from an attempt whose answer was
                // lost.
                WriteResult result = store.create(key(id), document, deadline);
                if (result.isWritten() || result instanceof WriteResult.AlreadyExists) {
                    return;
                }
            } catch (UnknownOutcomeException e) {
                deadline.check("quarantining an event");
            }
        }
        throw new StoreUnavailableException("the store does not take a quarantined event");
    }

    private int count(Deadline deadline) {
        AtomicInteger count = new AtomicInteger();
        forEach(deadline, stored -> count.incrementAndGet());
        return count.get();
    }

    private void forEach(Deadline deadline, Consumer<StoredDocument> use) {
        String after = null;
        do {
            Page<StoredDocument> page = store.list(Shelf.QUARANTINE, after, LONGEST_PAGE, deadline);
            page.items().forEach(use);
            after = page.next();
        } while (after != null);
    }

    /** An event that cannot be read counts against every hub, as one whose hub cannot be read does. */
    private static QuarantinedEvent read(StoredDocument stored) {
        QuarantineId id = new QuarantineId(stored.key());
        try {
            return QuarantineFormat.read(id, stored.document());
        } catch (HubgateException e) {
            return new QuarantinedEvent(id, Instant.EPOCH, String.valueOf(e.getMessage()), null, "");
        }
    }

    private static DocumentKey key(QuarantineId id) {
        return new DocumentKey(Shelf.QUARANTINE, id.value());
    }
}
