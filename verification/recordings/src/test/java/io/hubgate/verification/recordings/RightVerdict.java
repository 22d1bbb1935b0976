// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.verification.recordings;

import static org.assertj.core.api.Assertions.assertThat;

import io.hubgate.model.InstanceId;
import io.hubgate.readiness.Blocker;
import io.hubgate.readiness.Confidence;
import io.hubgate.readiness.ReadinessPolicy;
import io.hubgate.readiness.Sample;
import io.hubgate.readiness.Verdict;
import java.util.Set;
import java.util.stream.Collectors;

/** What rule V-6 wants of a verdict on a hub that was looked at. */
final class RightVerdict {
    private RightVerdict() {}

    static void assertRight(Moment moment, Verdict verdict) {
        String shown = moment + ": " + verdict;
        assertThat(verdict.basis().confidence()).as(shown).isEqualTo(Confidence.TASK_HUB);
        if (moment.expected() == Moment.Expected.NEVER_READY) {
            assertThat(verdict.isReady()).as(shown).isFalse();
            if (moment.alive().size() <= ReadinessPolicy.DEFAULT.samples()) {
                assertThat(named(verdict)).as(shown).containsAll(moment.alive());
            } else {
                assertThat(moment.alive()).as(shown).containsAll(named(verdict));
                assertThat(verdict.basis().blockers().stream().mapToLong(Blocker::count))
                        .as(shown)
                        .anyMatch(count -> count >= moment.alive().size());
            }
        } else if (moment.expected() == Moment.Expected.READY) {
            assertThat(verdict.isReady()).as(shown).isTrue();
        }
    }

    static Set<InstanceId> named(Verdict verdict) {
        return verdict.basis().blockers().stream()
                .map(Blocker::instances)
                .flatMap(instances -> instances.stream().map(Sample::instanceId))
                .collect(Collectors.toSet());
    }
}
