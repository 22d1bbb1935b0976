// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.store.azuretables;

import io.hubgate.model.TaskHubName;
import io.hubgate.store.Deadline;
import io.hubgate.store.StoreUnavailableException;
import io.hubgate.store.UnknownOutcomeException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Knows where each hub's rows are, gives a claimed hub its table, and takes it away. Each step is conditional and may be repeated by anybody, so
 * what one client left unfinished the next one finishes. Thread-safe.
 */
final class Hubs {
    private static final int ATTEMPTS = 100;
    private static final int MOST = 10_000;

    private final Line line;
    private final Names names;
    private final SharedPlace shared;
    private final Mover mover;
    /** Tables are never used again by another hub, so an old entry costs one request that finds no table. */
    private final Map<String, Place> own = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Place> eldest) {
            return size() > MOST;
        }
    };

    Hubs(Line line, Names names, SharedPlace shared, Mover mover) {
        this.line = line;
        this.names = names;
        this.shared = shared;
        this.mover = mover;
    }

    synchronized @Nullable Place known(TaskHubName hub) {
        return own.get(hub.key());
    }

    private synchronized void remember(Place place) {
        own.put(place.hub(), place);
    }

    synchronized void forget(TaskHubName hub) {
        own.remove(hub.key());
    }

    /** Returns where a batch goes; a claimed hub has its own table from then on. */
    Place forWriting(TaskHubName hub, boolean claimed, Deadline deadline) {
        Place known = known(hub);
        return known != null ? known : settle(hub, claimed, deadline);
    }

    /** Returns where a hub's rows are, as the directory says now; moves and drops that were left unfinished are finished. */
    Place forReading(TaskHubName hub, Deadline deadline) {
        return settle(hub, false, deadline);
    }

    private Place settle(TaskHubName hub, boolean claimed, Deadline deadline) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            HubRow row = find(hub, deadline).orElse(null);
            if (row == null && !claimed) {
                return shared.place(hub);
            }
            if (row == null) {
                tryWrite(HubRow.opening(hub.key(), names.newTable(hub)).change(), deadline);
            } else if (row.state() == HubRow.State.OPEN) {
                remember(row.place());
                return row.place();
            } else if (row.state() == HubRow.State.OPENING) {
                open(row, deadline);
            } else {
                finishDrop(row, deadline);
            }
        }
        throw new StoreUnavailableException("hub " + hub + " is opened and dropped all the time");
    }

    Optional<HubRow> find(TaskHubName hub, Deadline deadline) {
        return line.get(names.hubs(), hub.key(), HubRow.ROW, deadline).map(HubRow::of);
    }

    private void open(HubRow row, Deadline deadline) {
        line.createTable(row.table(), deadline);
        boolean moved = mover.move(row.place(), deadline);
        if (moved && tryWrite(row.in(HubRow.State.OPEN).change(), deadline)) {
            shared.clearBehindFence(row.hub(), deadline);
        } else {
            // If the hub was dropped meanwhile, the table may have been made again after its deletion.
            deleteOrphan(row, deadline);
        }
    }

    private void deleteOrphan(HubRow row, Deadline deadline) {
        Optional<HubRow> now =
                line.get(names.hubs(), row.hub(), HubRow.ROW, deadline).map(HubRow::of);
        if (now.isEmpty() || !now.get().table().equals(row.table())) {
            line.deleteTable(row.table(), deadline);
        }
    }

    /** Forgets a hub: a number of requests that does not depend on its instances. */
    void drop(TaskHubName hub, Deadline deadline) {
        forget(hub);
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            HubRow row = find(hub, deadline).orElse(null);
            if (row == null) {
                shared.drop(hub.key(), deadline);
                return;
            }
            if (row.state() == HubRow.State.DROPPING) {
                if (finishDrop(row, deadline)) {
                    return;
                }
            } else {
                tryWrite(row.in(HubRow.State.DROPPING).change(), deadline);
            }
        }
        throw new StoreUnavailableException("hub " + hub + " is opened and dropped all the time");
    }

    private boolean finishDrop(HubRow row, Deadline deadline) {
        line.deleteTable(row.table(), deadline);
        shared.dropFence(row.hub(), row.table(), deadline);
        return tryWrite(row.removal(), deadline);
    }

    /** Tries a change of the directory; false if it did not happen or nobody knows, and the directory is to be read again. */
    private boolean tryWrite(Change change, Deadline deadline) {
        try {
            Outcome outcome = line.transact(names.hubs(), List.of(change), deadline);
            if (outcome instanceof Outcome.NoTable) {
                line.createTable(names.hubs(), deadline);
            }
            return outcome instanceof Outcome.Done;
        } catch (UnknownOutcomeException e) {
            return false;
        }
    }
}
