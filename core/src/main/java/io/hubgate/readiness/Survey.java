// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.readiness;

import io.hubgate.model.InstanceId;
import io.hubgate.model.OrchestratorName;
import io.hubgate.model.RuntimeStatus;
import io.hubgate.taskhub.HubInstance;
import io.hubgate.taskhub.HubLook;
import io.hubgate.taskhub.InstanceHistory;
import io.hubgate.tracking.InstanceRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What blocks of a hub's orchestrations, sorted by what can be done about it: rows of the hub and what events say, joined by rule R-14. Each
 * instance is in one group. Where the hub was not looked at, only {@link #heard}, {@link #heardEternal} and {@link #waived} have members.
 */
final class Survey {
    /** The difference of clocks within which a row is taken to be later than an event. */
    static final Duration TOLERANCE = Duration.ofMinutes(5);

    /** As long after its time the engine may still start what is scheduled. */
    private static final Duration LATE_START = Duration.ofMinutes(10);

    /** As long a history must have ended before the row counts as stale and not as about to be written. */
    private static final Duration STALE_AFTER = Duration.ofMinutes(10);

    final List<HubInstance> active = new ArrayList<>();
    final List<HubInstance> scheduled = new ArrayList<>();
    final List<HubInstance> stale = new ArrayList<>();
    final List<HubInstance> eternal = new ArrayList<>();
    /** Active rows that do not block, since somebody waived them or declared that they may be lost. */
    final List<HubInstance> passedOver = new ArrayList<>();
    /** Active by their last event, and the hub does not close them. */
    final List<InstanceRecord> heard = new ArrayList<>();

    final List<InstanceRecord> heardEternal = new ArrayList<>();
    final List<InstanceRecord> unaccounted = new ArrayList<>();
    final List<Warning> waived = new ArrayList<>();

    private final HubCase hubCase;
    private final @Nullable HubLook look;
    private final Exceptions exceptions;
    private final Map<InstanceId, HubInstance> rows = new LinkedHashMap<>();
    private final Map<InstanceId, InstanceRecord> tracked = new LinkedHashMap<>();

    private Survey(HubCase hubCase) {
        this.hubCase = hubCase;
        this.look = hubCase.look();
        this.exceptions = new Exceptions(hubCase);
    }

    static Survey of(HubCase hubCase) {
        Survey survey = new Survey(hubCase);
        hubCase.events().active().forEach(record -> survey.tracked.put(record.id(), record));
        if (survey.look != null) {
            survey.sortRows(survey.look);
        }
        survey.tracked.values().forEach(survey::sort);
        return survey;
    }

    /** What events say of an instance, if they call it active. */
    @Nullable
    InstanceRecord tracked(InstanceId id) {
        return tracked.get(id);
    }

    /** How many are active beyond those that are listed: more rows than a look keeps, more instances than the tracker lists. */
    long uncounted() {
        EventEvidence events = hubCase.events();
        long unlisted = events.activeCount() - events.active().size();
        return unlisted
                + (look == null
                        ? 0
                        : Math.max(
                                0,
                                look.rows().activeCount() - look.rows().active().size()));
    }

    /** Whether {@code INSTANCES_ACTIVE} blocks. */
    boolean isActive() {
        return !active.isEmpty() || !heard.isEmpty() || uncounted() > 0;
    }

    private void sortRows(HubLook seen) {
        for (HubInstance row : seen.rows().active()) {
            rows.putIfAbsent(row.id(), row);
        }
        for (HubInstance row : seen.rows().found().values()) {
            if (row.entity() == null && !row.status().isTerminal()) {
                rows.putIfAbsent(row.id(), row);
            }
        }
        for (HubInstance row : seen.rows().scheduledAgain()) {
            if (isToStart(row, seen.times().serviceStartedAt())) {
                rows.put(row.id(), row);
            }
        }
        rows.values().forEach(row -> sort(row, seen));
    }

    private void sort(HubInstance row, HubLook seen) {
        BlockerCode code = codeOf(row, seen);
        Optional<Waiver> waiver = exceptions.of(code, row);
        EternalOrchestrator declared = declared(row.name());
        if (waiver.isPresent()) {
            waived.add(waivedBy(waiver.get(), row.id()));
            passedOver.add(row);
        } else if (code == BlockerCode.ETERNAL
                && declared != null
                && declared.ignored().contains(row.id())) {
            waived.add(ignored(row.id()));
            passedOver.add(row);
        } else {
            groupOf(code).add(row);
        }
    }

    private List<HubInstance> groupOf(BlockerCode code) {
        return switch (code) {
            case INSTANCES_SCHEDULED -> scheduled;
            case STALE_STATUS -> stale;
            case ETERNAL -> eternal;
            default -> active;
        };
    }

    private BlockerCode codeOf(HubInstance row, HubLook seen) {
        if (row.status().isTerminal() || isAhead(row, seen)) {
            return BlockerCode.INSTANCES_SCHEDULED;
        }
        if (isStale(row, seen)) {
            return BlockerCode.STALE_STATUS;
        }
        return declared(row.name()) == null ? BlockerCode.INSTANCES_ACTIVE : BlockerCode.ETERNAL;
    }

    private static boolean isAhead(HubInstance row, HubLook seen) {
        return row.status().equals(RuntimeStatus.PENDING)
                && row.scheduledFor() != null
                && row.scheduledFor().isAfter(seen.times().serviceEndedAt());
    }

    /** Whether the engine will run what is terminated: start messages are matched by generation, never by status (rule R-12). */
    private static boolean isToStart(HubInstance row, Instant serviceNow) {
        InstanceHistory history = row.history();
        boolean begun = history != null && history.executionId().equals(row.executionId()) && history.started();
        return row.scheduledFor() != null
                && !begun
                && row.scheduledFor().plus(LATE_START).isAfter(serviceNow);
    }

    private static boolean isStale(HubInstance row, HubLook seen) {
        InstanceHistory history = row.history();
        boolean mayBe =
                row.status().equals(RuntimeStatus.RUNNING) || row.status().equals(RuntimeStatus.SUSPENDED);
        if (!mayBe || history == null || !history.executionId().equals(row.executionId())) {
            return false;
        }
        Instant endedAt = history.endedAt();
        return history.endedAs() != null
                && endedAt != null
                && !endedAt.plus(STALE_AFTER).isAfter(seen.times().serviceStartedAt())
                && HiddenMessages.isClean(seen, row.id());
    }

    private void sort(InstanceRecord record) {
        if (rows.containsKey(record.id()) || (look != null && isClosed(record, look))) {
            return;
        }
        boolean absent = look != null && look.rows().absent().contains(record.id());
        EternalOrchestrator declared = declared(record.function());
        BlockerCode code = absent
                ? BlockerCode.INSTANCE_UNACCOUNTED
                : declared == null ? BlockerCode.INSTANCES_ACTIVE : BlockerCode.ETERNAL;
        Optional<Waiver> waiver = exceptions.of(code, record);
        if (waiver.isPresent()) {
            waived.add(waivedBy(waiver.get(), record.id()));
        } else if (absent) {
            unaccounted.add(record);
        } else if (declared == null) {
            heard.add(record);
        } else if (declared.ignored().contains(record.id())) {
            waived.add(ignored(record.id()));
        } else {
            heardEternal.add(record);
        }
    }

    private boolean isClosed(InstanceRecord record, HubLook seen) {
        HubInstance row = seen.rows().found().get(record.id());
        if (row != null) {
            return row.status().isTerminal() && !row.writtenAt().plus(TOLERANCE).isBefore(record.since());
        }
        return seen.rows().absent().contains(record.id()) && new Absence(hubCase, seen).isExplained(record);
    }

    private @Nullable EternalOrchestrator declared(OrchestratorName name) {
        return hubCase.policy().app().eternals().stream()
                .filter(eternal -> eternal.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    /** What is to be done with the work of an orchestrator that never drains. */
    String handOver(OrchestratorName name) {
        EternalOrchestrator declared = declared(name);
        return declared == null ? "" : declared.handOver();
    }

    private Warning ignored(InstanceId id) {
        return new Warning(
                WarningCode.WAIVED,
                Words.quoted(id) + " of " + hubCase.hub() + " never drains, and its app declared that it may be lost",
                hubCase.hub());
    }

    private Warning waivedBy(Waiver waiver, InstanceId id) {
        return Words.waived(waiver, Words.quoted(id) + " of " + hubCase.hub());
    }
}
