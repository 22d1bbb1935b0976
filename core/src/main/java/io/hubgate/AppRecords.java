// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate;

import io.hubgate.deployment.App;
import io.hubgate.deployment.Claim;
import io.hubgate.deployment.Decision;
import io.hubgate.deployment.JournalEntry;
import io.hubgate.deployment.LogHead;
import io.hubgate.error.HubgateException;
import io.hubgate.format.AppFormat;
import io.hubgate.format.ClaimFormat;
import io.hubgate.format.DecisionChain;
import io.hubgate.format.DecisionFormat;
import io.hubgate.format.JournalFormat;
import io.hubgate.model.AppName;
import io.hubgate.model.TaskHubName;
import io.hubgate.store.AppCommit;
import io.hubgate.store.AppStore;
import io.hubgate.store.Deadline;
import io.hubgate.store.Document;
import io.hubgate.store.DocumentKey;
import io.hubgate.store.NumberedDocument;
import io.hubgate.store.Page;
import io.hubgate.store.Revision;
import io.hubgate.store.Shelf;
import io.hubgate.store.StoreUnavailableException;
import io.hubgate.store.UnknownOutcomeException;
import io.hubgate.store.Versioned;
import io.hubgate.store.WriteResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Apps, decisions, claims and journals as values, read from and written to a store of documents. Thread-safe if the store is. */
final class AppRecords {
    private static final Logger LOG = LoggerFactory.getLogger(AppRecords.class);
    private static final int JOURNAL_TRIES = 5;
    private static final int ENTOMB_TRIES = 5;

    private final AppStore store;

    AppRecords(AppStore store) {
        this.store = store;
    }

    /** An app's record with the revision under which it was read; no revision if it does not exist. */
    record Loaded(App app, @Nullable Revision revision) {}

    Loaded load(AppName name, Deadline deadline) {
        return store.findApp(name, deadline)
                .map(found -> new Loaded(AppFormat.read(found.value()), found.revision()))
                .orElseGet(() -> new Loaded(App.undeclared(name), null));
    }

    Page<App> list(@Nullable String after, int limit, Deadline deadline) {
        var page = store.listApps(after, limit, deadline);
        return new Page<>(
                page.items().stream()
                        .map(item -> AppFormat.read(item.document()))
                        .toList(),
                page.next());
    }

    /**
     * Writes a record with one decision.
     *
     * @return the record as written, or empty if another command came first
     */
    Optional<App> commit(Loaded before, App after, Decision decision, Deadline deadline) {
        Document logged = DecisionFormat.write(decision);
        App written = after.withLog(new LogHead(decision.sequence(), DecisionChain.hash(logged)));
        AppCommit commit = new AppCommit(
                after.name(),
                before.revision(),
                AppFormat.write(written),
                List.of(new NumberedDocument(decision.sequence(), logged)));
        try {
            return store.commit(commit, deadline).isWritten() ? Optional.of(written) : Optional.empty();
        } catch (UnknownOutcomeException e) {
            LOG.debug("reading back a commit whose answer was lost", e);
            return isLogged(after.name(), decision.sequence(), logged, deadline)
                    ? Optional.of(written)
                    : Optional.empty();
        }
    }

    /** Whether a decision is in the log. The record tells no more: another command may have followed. */
    private boolean isLogged(AppName app, long sequence, Document decision, Deadline deadline) {
        return store.decisions(app, sequence + 1, 1, deadline).contains(new NumberedDocument(sequence, decision));
    }

    List<Decision> decisions(AppName app, long before, int limit, Deadline deadline) {
        return store.decisions(app, before, limit, deadline).stream()
                .map(numbered -> DecisionFormat.read(numbered.document()))
                .toList();
    }

    Optional<Versioned<Claim>> claim(TaskHubName hub, Deadline deadline) {
        return store.find(key(hub), deadline)
                .map(found -> new Versioned<>(ClaimFormat.read(found.value()), found.revision()));
    }

    /**
     * Claims a name for an app, which may hold it already.
     *
     * @return false if another app has it
     */
    boolean claim(TaskHubName hub, AppName app, Deadline deadline) {
        WriteResult result;
        try {
            result = store.create(key(hub), ClaimFormat.write(new Claim(hub, app, null)), deadline);
        } catch (UnknownOutcomeException e) {
            LOG.debug("reading back a claim whose answer was lost", e);
            result = new WriteResult.AlreadyExists();
        }
        return result.isWritten()
                || claim(hub, deadline).filter(c -> c.value().app().equals(app)).isPresent();
    }

    /** Lets a final release live on as its claim, before the app's record stops listing it. Two callers at once want the same. */
    void entomb(Claim claim, Deadline deadline) {
        for (int tries = 0; tries < ENTOMB_TRIES; tries++) {
            Versioned<Claim> before = claim(claim.taskHub(), deadline).orElse(null);
            if ((before != null && before.value().tombstone() != null) || isWritten(before, claim, deadline)) {
                return;
            }
        }
        throw new StoreUnavailableException("the store does not take the tombstone of " + claim.taskHub());
    }

    private boolean isWritten(@Nullable Versioned<Claim> before, Claim claim, Deadline deadline) {
        DocumentKey key = key(claim.taskHub());
        Document document = ClaimFormat.write(claim);
        try {
            WriteResult result = before == null
                    ? store.create(key, document, deadline)
                    : store.replace(key, before.revision(), document, deadline);
            return result.isWritten();
        } catch (UnknownOutcomeException e) {
            LOG.debug("reading back a tombstone whose answer was lost", e);
            return false;
        }
    }

    Page<Claim> claims(@Nullable String after, int limit, Deadline deadline) {
        var page = store.list(Shelf.CLAIMS, after, limit, deadline);
        return new Page<>(
                page.items().stream()
                        .map(item -> ClaimFormat.read(item.document()))
                        .toList(),
                page.next());
    }

    List<JournalEntry> journal(AppName app, Deadline deadline) {
        return store.find(key(app), deadline)
                .map(found -> JournalFormat.read(found.value()))
                .orElse(List.of());
    }

    /** Adds a refusal for people to read. It decides nothing, so it may be lost: to a store that is busy or away, to a journal of a newer format. */
    void note(AppName app, JournalEntry entry, Deadline deadline) {
        try {
            for (int tries = 0; tries < JOURNAL_TRIES; tries++) {
                Optional<Versioned<Document>> found = store.find(key(app), deadline);
                List<JournalEntry> entries = new ArrayList<>();
                entries.add(entry);
                found.ifPresent(f -> entries.addAll(JournalFormat.read(f.value())));
                Document document = JournalFormat.write(entries);
                WriteResult result = found.isPresent()
                        ? store.replace(key(app), found.get().revision(), document, deadline)
                        : store.create(key(app), document, deadline);
                if (result.isWritten()) {
                    return;
                }
            }
        } catch (HubgateException e) {
            LOG.warn("a refusal of {} is not in its journal", app, e);
        }
    }

    private static DocumentKey key(TaskHubName hub) {
        return new DocumentKey(Shelf.CLAIMS, hub.key());
    }

    private static DocumentKey key(AppName app) {
        return new DocumentKey(Shelf.JOURNAL, app.key());
    }
}
