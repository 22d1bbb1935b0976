// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.examples.backend.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.hubgate.deployment.App;
import io.hubgate.deployment.Decision;
import io.hubgate.deployment.LogHead;
import io.hubgate.format.AppFormat;
import io.hubgate.format.ChainReport;
import io.hubgate.format.DecisionChain;
import io.hubgate.format.DecisionFormat;
import io.hubgate.model.AppName;
import io.hubgate.model.SlotName;
import io.hubgate.model.TaskHubName;
import io.hubgate.store.AppStore;
import io.hubgate.store.Deadline;
import io.hubgate.store.NumberedDocument;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** All that was decided for an app, oldest first, as it stands in the store, and the record that came of it. */
record DecisionLog(App app, List<Decision> decisions) {
    private static final int PAGE = 100;

    /** Reads the log and sees to it that its chain is whole. */
    static DecisionLog read(AppStore store, String name) {
        AppName app = new AppName(name);
        App record = AppFormat.read(store.findApp(app, deadline()).orElseThrow().value());
        List<Decision> decisions = new ArrayList<>();
        LogHead rest = record.log();
        while (!rest.equals(LogHead.EMPTY)) {
            List<NumberedDocument> page = store.decisions(app, rest.sequence() + 1, PAGE, deadline());
            ChainReport report = DecisionChain.verify(rest, page);
            assertThat(report).isInstanceOf(ChainReport.Intact.class);
            page.forEach(item -> decisions.add(DecisionFormat.read(item.document())));
            rest = ((ChainReport.Intact) report).rest();
        }
        Collections.reverse(decisions);
        return new DecisionLog(record, List.copyOf(decisions));
    }

    private static Deadline deadline() {
        return Deadline.in(Duration.ofSeconds(30), InstantSource.system());
    }

    /** The words of the commands that were decided for a hub. */
    List<String> commandsFor(String hub) {
        TaskHubName name = new TaskHubName(hub);
        return decisions.stream()
                .filter(decision -> name.equals(decision.taskHub()))
                .map(Decision::command)
                .toList();
    }

    String inProduction() {
        return app.slot(SlotName.PRODUCTION)
                .map(slot -> Objects.toString(slot.recorded()))
                .orElseThrow();
    }

    /** Goes through the log: no deployment begins before the one before has ended (rule P-3), none is exchanged twice. */
    void oneDeploymentAtATime() {
        Optional<TaskHubName> open = Optional.empty();
        boolean swapped = false;
        for (Decision decision : decisions) {
            String at = decision.sequence() + " " + decision.command() + " " + decision.taskHub();
            Optional<TaskHubName> hub = Optional.ofNullable(decision.taskHub());
            switch (decision.command()) {
                case "stage" -> {
                    assertThat(open).as(at).isEmpty();
                    open = hub;
                    swapped = false;
                }
                case "swap" -> {
                    assertThat(open).as(at).isEqualTo(hub);
                    assertThat(swapped).as(at).isFalse();
                    swapped = true;
                }
                case "confirm" -> {
                    assertThat(open).as(at).isEqualTo(hub);
                    assertThat(swapped).as(at).isTrue();
                    open = Optional.empty();
                }
                case "abort" -> {
                    assertThat(open).as(at).isEqualTo(hub);
                    open = Optional.empty();
                }
                case "declare" -> assertThat(open).as(at).isEmpty();
                default -> assertThat(decision.command()).as(at).endsWith("-removal");
            }
        }
        assertThat(open).as("open at the end").isEmpty();
    }
}
