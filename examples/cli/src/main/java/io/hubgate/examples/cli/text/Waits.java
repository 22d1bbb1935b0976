// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.examples.cli.text;

import io.hubgate.examples.answers.Age;
import io.hubgate.model.RuntimeStatus;
import io.hubgate.model.Text;
import io.hubgate.readiness.Sample;
import io.hubgate.taskhub.Wait;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What an instance waits for, one line each. */
final class Waits {
    private Waits() {}

    static List<String> of(Sample sample, Instant now) {
        List<Wait> waits = sample.waits();
        if (waits == null) {
            return List.of();
        }
        if (waits.isEmpty() && sample.runtimeStatus().equals(RuntimeStatus.PENDING)) {
            return List.of("waits for a host to begin it, or to rewind it");
        }
        if (waits.isEmpty()) {
            return List.of("waits for an external event or a lock: its history holds nothing else that it waits for");
        }
        return waits.stream().map(wait -> line(wait, now)).toList();
    }

    private static String line(Wait wait, Instant now) {
        String since = ", since " + Moment.shown(wait.since()) + ", for " + Age.of(wait.since(), now);
        if (wait instanceof Wait.Activity activity) {
            return "waits for the activity " + Text.escaped(activity.name()) + since;
        }
        if (wait instanceof Wait.Timer timer) {
            return "waits for a timer that fires at " + Moment.shown(timer.firesAt()) + ahead(timer.firesAt(), now)
                    + since;
        }
        if (wait instanceof Wait.SubOrchestration child) {
            String id = child.instance() == null
                    ? ""
                    : " " + Text.escaped(child.instance().value());
            return "waits for the sub-orchestration " + Text.escaped(child.name()) + id + since;
        }
        throw new IllegalArgumentException("no words for " + wait.getClass().getName());
    }

    private static String ahead(Instant firesAt, Instant now) {
        return firesAt.isAfter(now) ? " (in " + Age.of(Duration.between(now, firesAt)) + ")" : " (due)";
    }
}
