// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.verification.recordings;

import static org.assertj.core.api.Assertions.assertThat;

import io.hubgate.rule.Rule;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("With the hub looked at, at every recorded quiet moment")
@Rule({"V-6", "R-12", "R-16"})
class SnapshotVerdictTest {
    static Stream<Moment> moments() {
        return Moment.judged();
    }

    @ParameterizedTest
    @MethodSource("moments")
    void theVerdictIsTheTruthAndNamesWhatIsAlive(Moment moment) {
        RightVerdict.assertRight(moment, HubgateWithTheHub.verdict(moment, true));
    }

    /** The hub decides: no event is needed to be right. */
    @ParameterizedTest
    @MethodSource("moments")
    void soItIsIfEveryEventWasLost(Moment moment) {
        RightVerdict.assertRight(moment, HubgateWithTheHub.verdict(moment, false));
    }

    @Test
    void thereAreMoments() {
        assertThat(moments()).hasSize(131);
    }
}
