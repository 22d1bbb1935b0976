// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.verification.recordings;

import static org.assertj.core.api.Assertions.assertThat;

import io.hubgate.HubgateBuilder;
import io.hubgate.model.InstanceId;
import io.hubgate.readiness.Blocker;
import io.hubgate.readiness.Confidence;
import io.hubgate.readiness.Sample;
import io.hubgate.readiness.Verdict;
import io.hubgate.rule.Rule;
import io.hubgate.verification.taskhub.image.StorageImage;
import io.hubgate.verification.taskhub.look.PlainInspector;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("With the hub looked at, at every recorded quiet moment")
@Rule({"V-6", "R-12", "R-16"})
class SnapshotVerdictTest {
    /** Hubgate as it is, whose inspector sees the recorded snapshot. */
    private static final class HubgateWithSnapshot extends HubgateWithEvents {
        private final List<Verdict> verdicts = new ArrayList<>();

        @Override
        HubgateBuilder with(HubgateBuilder builder, Moment moment) {
            StorageImage image = moment.storage();
            return builder.inspector(new PlainInspector(() -> image, InstantSource.fixed(image.takenAt())));
        }

        @Override
        Said said(Verdict verdict, Moment moment) {
            verdicts.add(verdict);
            return super.said(verdict, moment);
        }
    }

    static Stream<Moment> moments() {
        return Moment.judged();
    }

    @ParameterizedTest
    @MethodSource("moments")
    void theVerdictIsTheTruthAndNamesWhatIsAlive(Moment moment) {
        HubgateWithSnapshot judge = new HubgateWithSnapshot();
        Said said = judge.judge(moment);
        Verdict verdict = judge.verdicts.get(0);
        assertThat(said.name().equals("READY"))
                .as("%s", verdict.basis())
                .isEqualTo(moment.expected() == Moment.Expected.READY);
        assertThat(verdict.basis().confidence()).isEqualTo(Confidence.TASK_HUB);
        if (moment.alive().size() <= 20) {
            assertThat(named(verdict)).containsAll(moment.alive());
        }
    }

    private static Set<InstanceId> named(Verdict verdict) {
        return verdict.basis().blockers().stream()
                .map(Blocker::instances)
                .flatMap(List::stream)
                .map(Sample::instanceId)
                .collect(Collectors.toSet());
    }

    @Test
    void thereAreMoments() {
        assertThat(moments()).hasSize(131);
    }
}
