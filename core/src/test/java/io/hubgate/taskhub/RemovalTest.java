// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.taskhub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hubgate.model.TaskHubName;
import io.hubgate.rule.Rule;
import io.hubgate.taskhub.CleanupPlan.Artefact;
import io.hubgate.taskhub.CleanupPlan.Kind;
import java.time.Instant;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;

@Rule("P-13")
class RemovalTest {
    private static final Instant NOW = Instant.parse("2026-11-25T10:00:00Z");
    private static final Artefact QUEUE = new Artefact(Kind.QUEUE, "orders1-workitems", false, 2L);
    private static final Artefact TABLE = new Artefact(Kind.TABLE, "orders1Instances", false, null);
    private static final CleanupPlan PLAN =
            new CleanupPlan(new TaskHubName("orders1"), NOW, List.of(QUEUE, TABLE), List.of());

    @Test
    void goesFromTheFirstArtefactToTheLast() {
        Removal begun = Removal.begin(PLAN, NOW);
        assertThat(begun.next()).isEqualTo(QUEUE);
        assertThat(begun.gone()).isEmpty();

        Removal further = begun.further();
        assertThat(further.next()).isEqualTo(TABLE);
        assertThat(further.gone()).containsExactly(QUEUE);
        assertThat(further.isDone()).isFalse();

        Removal done = further.further();
        assertThat(done.isDone()).isTrue();
        assertThat(done.gone()).containsExactly(QUEUE, TABLE);
        assertThatThrownBy(done::next).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void neverHoldsWhatWasNotPlanned() {
        Artefact foreign = new Artefact(Kind.TABLE, "orders10Instances", false, null);
        assertThatThrownBy(() -> new Removal(PLAN, NOW, List.of(foreign))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Removal(PLAN, NOW, List.of(TABLE, QUEUE)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Removal(PLAN, NOW, List.of(QUEUE, TABLE, foreign)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
