// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hubgate.deployment.DeploymentTable.Situation;
import io.hubgate.error.ErrorCode;
import io.hubgate.rule.Rule;
import java.time.Duration;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The grid of the open deployment, each cell driven through a command. */
class DeploymentTableTest {
    static List<DeploymentGrid.Line> cells() {
        return DeploymentGrid.lines().stream()
                .filter(DeploymentGrid.Line::exists)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("cells")
    void the_table_is_as_the_specification_says(DeploymentGrid.Line line) {
        DeploymentTable.Outcome outcome = DeploymentTable.STANDARD.outcome(line.cell());
        assertThat(String.valueOf(outcome.effect() == null ? outcome.refusal() : outcome.effect()))
                .isEqualTo(line.word());
    }

    @ParameterizedTest
    @MethodSource("cells")
    @Rule({"P-1", "P-3"})
    void each_cell_driven_by_its_command_does_what_it_says(DeploymentGrid.Line line) {
        DeploymentDrive drive = new DeploymentDrive(line.situation());
        Transition transition = drive.scene.ask(drive.command(line.move()));
        assertThat(transition.next().word()).isEqualTo(line.next());
        if (transition instanceof Transition.Rejected rejected) {
            assertThat(rejected.refusal().code().name()).isEqualTo(line.word());
            assertThat(rejected.refusal().message()).isNotBlank();
            assertThat(rejected.refusal().fix()).isNotBlank();
            assertThat(rejected.recorded()).isNull();
        } else {
            assertThat(drive.effectsSeen(transition)).contains(DeploymentEffect.valueOf(line.word()));
        }
    }

    @Test
    void the_grid_is_whole_and_every_row_of_the_table_is_driven() {
        Set<DeploymentTable.Cell> driven =
                cells().stream().map(DeploymentGrid.Line::cell).collect(Collectors.toSet());
        assertThat(driven).isEqualTo(DeploymentTable.STANDARD.rows().keySet());
        assertThat(DeploymentGrid.lines()).hasSize(Situation.values().length * DeploymentMove.values().length);
        assertThat(cells().stream().map(DeploymentGrid.Line::word))
                .containsAll(EnumSet.allOf(DeploymentEffect.class).stream()
                        .map(Enum::name)
                        .toList());
    }

    @Nested
    class Building {
        @Test
        void rejects_two_rows_for_one_cell() {
            DeploymentTable.At at = new DeploymentTable.Rows().at(Situation.NONE);
            at.effect(DeploymentEffect.OPEN, DeploymentMove.STAGE_OTHER_HUB);
            assertThatThrownBy(() -> at.refuse(ErrorCode.DEPLOYMENT_OPEN, DeploymentMove.STAGE_OTHER_HUB))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("two rows");
        }

        @Test
        void rejects_a_cell_without_a_row() {
            for (DeploymentTable.Cell cell : DeploymentTable.STANDARD.rows().keySet()) {
                Map<DeploymentTable.Cell, DeploymentTable.Outcome> rows =
                        new LinkedHashMap<>(DeploymentTable.STANDARD.rows());
                rows.remove(cell);
                assertThatThrownBy(() -> new DeploymentTable(rows))
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessage("no row for " + cell);
            }
        }

        @Test
        void rejects_a_row_without_a_cell() {
            DeploymentTable.Cell none = new DeploymentTable.Cell(Situation.NONE, DeploymentMove.CONFIRM_ITS_HUB);
            Map<DeploymentTable.Cell, DeploymentTable.Outcome> rows =
                    new LinkedHashMap<>(DeploymentTable.STANDARD.rows());
            rows.put(none, new DeploymentTable.Outcome(DeploymentEffect.NONE, null));
            assertThatThrownBy(() -> new DeploymentTable(rows)).hasMessage("no such cell: " + none);
            assertThatThrownBy(() -> DeploymentTable.STANDARD.outcome(none)).hasMessage("no such cell: " + none);
        }

        @Test
        void rejects_an_outcome_that_is_both_or_neither() {
            assertThatThrownBy(() -> new DeploymentTable.Outcome(null, null))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> new DeploymentTable.Outcome(DeploymentEffect.NONE, ErrorCode.NOT_READY))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    @Rule("P-3")
    void a_lease_is_alive_until_the_moment_it_expires() {
        Scene scene = Scene.staged();
        assertThat(scene.open().isExpired(scene.now.plus(Scene.LEASE).minusNanos(1)))
                .isFalse();
        assertThat(scene.open().isExpired(scene.now.plus(Scene.LEASE))).isTrue();
        assertThat(scene.open().isHalfSpent(scene.now.plus(Duration.ofMinutes(30))))
                .isFalse();
        assertThat(scene.open()
                        .isHalfSpent(scene.now.plus(Duration.ofMinutes(30)).plusNanos(1)))
                .isTrue();
    }
}
