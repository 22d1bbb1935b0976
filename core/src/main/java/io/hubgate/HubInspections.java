// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate;

import io.hubgate.error.HubgateException;
import io.hubgate.format.HubMemoryFormat;
import io.hubgate.model.AppName;
import io.hubgate.model.TaskHubName;
import io.hubgate.model.Token;
import io.hubgate.readiness.EventEvidence;
import io.hubgate.readiness.HubEvidence;
import io.hubgate.readiness.HubMemory;
import io.hubgate.readiness.Remembering;
import io.hubgate.store.AppStore;
import io.hubgate.store.Deadline;
import io.hubgate.store.Document;
import io.hubgate.store.DocumentKey;
import io.hubgate.store.Shelf;
import io.hubgate.store.Versioned;
import io.hubgate.taskhub.Depth;
import io.hubgate.taskhub.FailedLook;
import io.hubgate.taskhub.HubLook;
import io.hubgate.taskhub.Inspection;
import io.hubgate.taskhub.InspectionRequest;
import io.hubgate.taskhub.Trouble;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at hubs themselves, one look a hub at a time, and keeps what a later look needs to know. A look that has just ended is used again for as
 * long as the next may not begin (rule R-23) and as it is young enough; for a command only if it was asked for under the same token of the
 * app's record, so that the record was read before it (P-15). Thread-safe if inspector and store are.
 */
final class HubInspections {
    private static final Logger LOG = LoggerFactory.getLogger(HubInspections.class);
    private static final int REST = 10;
    private static final int MOST_KEPT = 1000;

    private final LookRunner runner;
    private final AppStore documents;
    private final Duration evidenceAge;
    private final InstantSource clock;
    private final Map<TaskHubName, Kept> latest = new ConcurrentHashMap<>();

    HubInspections(LookRunner runner, AppStore documents, Duration evidenceAge, InstantSource clock) {
        this.runner = runner;
        this.documents = documents;
        this.evidenceAge = evidenceAge;
        this.clock = clock;
    }

    /** A look that ended, how far it looked, with what was remembered before it, and the token under which it was asked for. */
    private record Kept(
            HubEvidence evidence,
            HubLook look,
            Depth depth,
            @Nullable Token token) {
        /** Whether it serves a question again instead of another look. */
        boolean serves(EvidenceReader.Asked question, Duration evidenceAge, Instant now) {
            Token asked = question.token();
            Duration took = look.times().duration();
            Duration limit = took.multipliedBy(2).compareTo(evidenceAge) > 0 ? took.multipliedBy(2) : evidenceAge;
            Duration age = Duration.between(look.endedAt(), now);
            boolean sameRecord = asked == null || asked.equals(token);
            return sameRecord
                    && (question.depth() != Depth.EXPLAIN || isExplained())
                    && !age.isNegative()
                    && age.compareTo(limit) <= 0
                    && age.compareTo(took.multipliedBy(REST)) < 0;
        }

        /** Few instances are explained by any whole look. */
        private boolean isExplained() {
            return depth == Depth.EXPLAIN
                    || look.rows().active().stream()
                            .allMatch(row -> row.history() != null || row.executionId() == null);
        }
    }

    /** Looks at the whole hub, or uses the look that has just ended. */
    HubEvidence look(EvidenceReader.Asked asked, EventEvidence events, Deadline deadline) {
        TaskHubName hub = events.hub();
        Kept kept = latest.get(hub);
        if (kept != null && kept.serves(asked, evidenceAge, clock.instant())) {
            return kept.evidence();
        }
        Optional<Versioned<HubMemory>> memory = memory(hub, deadline);
        HubMemory known = memory.map(Versioned::value).orElse(HubMemory.NONE);
        InspectionRequest request = Remembering.request(known, events, asked.depth());
        // What ends in the background is kept by whoever asked for it first; the token is that of its asking.
        Inspection inspection = runner.run(asked.app(), request, deadline, look -> {
            Kept seen = new Kept(new HubEvidence(look, known), look, request.depth(), asked.token());
            keep(seen, events, memory);
        });
        boolean unfinished = inspection instanceof FailedLook failed && failed.trouble() == Trouble.INSPECTING;
        return unfinished && kept != null && kept.serves(asked.plain(), evidenceAge, clock.instant())
                ? kept.evidence()
                : new HubEvidence(inspection, known);
    }

    /** What was seen of a hub so lately that it may be told. */
    Optional<HubLook> latest(TaskHubName hub) {
        Instant now = clock.instant();
        return Optional.ofNullable(latest.get(hub))
                .map(Kept::look)
                .filter(look -> Duration.between(look.endedAt(), now).compareTo(evidenceAge) <= 0);
    }

    /** Looks at queues and owners again, after a whole look. What it sees counts for whoever is served the whole look next. */
    HubEvidence lookAgain(AppName app, HubEvidence before, HubLook whole, Deadline deadline) {
        InspectionRequest request = InspectionRequest.of(whole.hub(), Depth.QUEUES);
        Inspection again = runner.run(app, request, deadline, look -> {});
        HubLook joined = again instanceof HubLook look ? whole.lookedAtAgain(look) : null;
        HubEvidence seen = new HubEvidence(joined == null ? again : joined, before.memory());
        latest.computeIfPresent(whole.hub(), (hub, kept) -> {
            if (!kept.look().equals(whole)) {
                return kept;
            }
            return joined == null ? null : new Kept(seen, joined, kept.depth(), kept.token());
        });
        return seen;
    }

    /** Whether a hub that is thought to be new shows work (rule P-14). */
    boolean showsWork(AppName app, TaskHubName hub, Deadline deadline) {
        InspectionRequest request = InspectionRequest.of(hub, Depth.FIRST_BLOCKER);
        Inspection inspection = runner.run(app, request, deadline, look -> {});
        return inspection instanceof HubLook look
                && (look.rows().activeCount() > 0
                        || !look.rows().busyEntities().isEmpty()
                        || look.before().stream().anyMatch(queue -> queue.messages() > 0));
    }

    private void keep(Kept kept, EventEvidence events, Optional<Versioned<HubMemory>> memory) {
        if (latest.size() >= MOST_KEPT) {
            latest.clear();
        }
        latest.put(kept.look().hub(), kept);
        HubMemory before = memory.map(Versioned::value).orElse(HubMemory.NONE);
        HubMemory after = Remembering.after(before, kept.look(), events);
        if (!after.equals(before)) {
            write(kept.look().hub(), memory, HubMemoryFormat.write(after));
        }
    }

    /** Another backend may write at once; what is lost so is only remembered later. */
    private void write(TaskHubName hub, Optional<Versioned<HubMemory>> before, Document document) {
        Deadline deadline = Deadline.in(runner.answerWithin(), clock);
        try {
            if (before.isEmpty()) {
                documents.create(key(hub), document, deadline);
            } else {
                documents.replace(key(hub), before.get().revision(), document, deadline);
            }
        } catch (HubgateException e) {
            LOG.debug("what was seen of {} is not remembered", hub, e);
        }
    }

    private Optional<Versioned<HubMemory>> memory(TaskHubName hub, Deadline deadline) {
        return documents
                .find(key(hub), deadline)
                .map(found -> new Versioned<>(HubMemoryFormat.read(found.value()), found.revision()));
    }

    private static DocumentKey key(TaskHubName hub) {
        return new DocumentKey(Shelf.LOOKS, hub.key());
    }

    /** The failure of a look that goes on in the background. */
    static FailedLook unfinished(TaskHubName hub, Instant now) {
        return new FailedLook(
                hub,
                now,
                Trouble.INSPECTING,
                "the look at " + hub + " is not finished yet; it goes on",
                "ask again in a few seconds");
    }
}
