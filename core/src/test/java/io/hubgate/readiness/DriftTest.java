// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.readiness;

import static org.assertj.core.api.Assertions.assertThat;

import io.hubgate.model.TaskHubName;
import java.util.List;
import org.junit.jupiter.api.Test;

class DriftTest {
    private static final TaskHubName LIVE = new TaskHubName("orders2");
    private static final TaskHubName OTHER = new TaskHubName("orders1");

    private static Drift.Seen seen(TaskHubName hub, boolean retired, boolean alive) {
        Looks looks = new Looks();
        looks.hostAlive = alive;
        return new Drift.Seen(hub, retired, looks.build());
    }

    @Test
    void is_none_while_production_has_a_host() {
        assertThat(Drift.of(LIVE, List.of(seen(LIVE, false, true), seen(OTHER, false, true))))
                .isEmpty();
    }

    @Test
    void is_none_where_no_hub_has_a_host() {
        assertThat(Drift.of(LIVE, List.of(seen(LIVE, false, false), seen(OTHER, true, false))))
                .isEmpty();
    }

    @Test
    void is_none_that_can_be_told_where_production_was_not_looked_at() {
        assertThat(Drift.of(LIVE, List.of(seen(OTHER, false, true)))).isEmpty();
    }

    @Test
    void is_a_host_on_another_hub_while_production_has_none() {
        assertThat(Drift.of(LIVE, List.of(seen(LIVE, false, false), seen(OTHER, false, true))))
                .singleElement()
                .satisfies(warning -> {
                    assertThat(warning.code()).isEqualTo(WarningCode.SLOTS_DRIFTED);
                    assertThat(warning.taskHub()).isEqualTo(LIVE);
                });
    }

    @Test
    void is_a_host_on_a_retired_hub_whatever_production_has() {
        assertThat(Drift.of(null, List.of(seen(OTHER, true, true)))).hasSize(1);
        assertThat(Drift.of(LIVE, List.of(seen(LIVE, false, true), seen(OTHER, true, true))))
                .extracting(Warning::taskHub)
                .containsExactly(OTHER);
        assertThat(Drift.of(LIVE, List.of(seen(LIVE, false, false), seen(OTHER, true, true))))
                .hasSize(2);
    }
}
