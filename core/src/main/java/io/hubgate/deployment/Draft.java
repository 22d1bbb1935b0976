// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.deployment;

import io.hubgate.model.ReleaseLabel;
import io.hubgate.model.SlotName;
import io.hubgate.model.TaskHubName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The next record of an app in the making. Confined to one decision; every phase change goes through the release table. */
final class Draft {
    private final App before;
    private final Instant now;
    private final SortedMap<SlotName, Slot> slots;
    private final Map<TaskHubName, Release> releases = new LinkedHashMap<>();
    private final List<PhaseChange> changes = new ArrayList<>();
    private @Nullable Deployment deployment;
    private @Nullable ExchangeKind lastExchange;
    private AppRules rules;

    Draft(App before, Instant now) {
        this.before = before;
        this.now = now;
        this.slots = new TreeMap<>(before.slots());
        before.releases().forEach(r -> releases.put(r.taskHub(), r));
        this.deployment = before.deployment();
        this.lastExchange = before.lastExchange();
        this.rules = before.rules();
    }

    Instant now() {
        return now;
    }

    Slot slot(SlotName name) {
        Slot slot = slots.get(name);
        if (slot == null) {
            throw new IllegalStateException("no slot " + name);
        }
        return slot;
    }

    Draft put(Slot slot) {
        slots.put(slot.name(), slot);
        return this;
    }

    Draft open(@Nullable Deployment opened) {
        deployment = opened;
        return this;
    }

    Draft exchanged(ExchangeKind kind) {
        lastExchange = kind;
        return this;
    }

    Draft ruledBy(AppRules decided) {
        rules = decided;
        return this;
    }

    /** Moves a release that exists, or that this move brings into being. */
    Draft move(TaskHubName hub, ReleaseMove move, @Nullable SlotName slot) {
        Release release = releases.get(hub);
        ReleasePhase from = release == null ? null : release.phase();
        ReleaseTable.Row row = ReleaseTable.STANDARD
                .row(from, move)
                .orElseThrow(() -> new IllegalStateException(hub + " is " + from + ", which has no " + move));
        Release base = release == null ? created(hub) : release;
        releases.put(
                hub, base.phase() == row.to() && release != null ? moved(base, slot) : base.in(row.to(), slot, now));
        changes.add(new PhaseChange(hub, row));
        return this;
    }

    /** A release that keeps its phase keeps the time since which it has it. */
    private static Release moved(Release release, @Nullable SlotName slot) {
        return new Release(
                release.taskHub(),
                release.label(),
                release.phase(),
                slot,
                release.times(),
                release.forced(),
                release.hubData());
    }

    private Release created(TaskHubName hub) {
        return new Release(hub, ReleaseLabel.of(hub), ReleasePhase.STAGED, null, Release.Times.begin(now), null, null);
    }

    Draft change(TaskHubName hub, UnaryOperator<Release> change) {
        releases.computeIfPresent(hub, (h, release) -> change.apply(release));
        return this;
    }

    List<PhaseChange> changes() {
        return List.copyOf(changes);
    }

    App build() {
        return new App(
                before.name(),
                before.token().next(),
                slots,
                List.copyOf(releases.values()),
                deployment,
                lastExchange,
                rules,
                before.log());
    }
}
