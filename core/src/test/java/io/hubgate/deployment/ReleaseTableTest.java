// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The life of a release, cell by cell. */
class ReleaseTableTest {
    /** Move by line, phase by column; a dot is a move that is not possible there. Written by hand from the specification. */
    private static final String GRID = """
            move               new       STAGED    LIVE      DRAINING  RETIRED   REMOVING  DELETED
            STAGE              STAGED    STAGED    .         .         .         .         .
            REPLACE            .         RETIRED   .         RETIRED   .         .         .
            SWAP_IN            .         LIVE      .         .         .         .         .
            ROLL_BACK_IN       .         .         .         LIVE      .         .         .
            SWAP_OUT           .         .         DRAINING  .         .         .         .
            UNDO_SWAP_IN       .         .         STAGED    .         .         .         .
            UNDO_ROLL_BACK_IN  .         .         DRAINING  .         .         .         .
            UNDO_SWAP_OUT      .         .         .         LIVE      .         .         .
            DECLARE_LIVE       LIVE      LIVE      LIVE      LIVE      LIVE      .         .
            DECLARE_IN_SLOT    DRAINING  STAGED    DRAINING  DRAINING  DRAINING  .         .
            DECLARE_GONE       .         RETIRED   RETIRED   RETIRED   .         .         .
            RETIRE             .         RETIRED   .         RETIRED   .         .         .
            BEGIN_REMOVAL      .         .         .         .         REMOVING  .         .
            RESURRECT          .         .         .         .         .         RETIRED   .
            END_REMOVAL        .         .         .         .         .         DELETED   .
            """;

    /** One cell of the grid. */
    record Cell(
            @Nullable ReleasePhase from,
            ReleaseMove move,
            @Nullable ReleasePhase to) {}

    static List<Cell> cells() {
        List<String[]> lines = GRID.lines().map(line -> line.split(" +", -1)).toList();
        String[] head = lines.get(0);
        List<Cell> cells = new ArrayList<>();
        for (String[] line : lines.subList(1, lines.size())) {
            for (int column = 1; column < head.length; column++) {
                ReleasePhase from = "new".equals(head[column]) ? null : ReleasePhase.valueOf(head[column]);
                ReleasePhase to = ".".equals(line[column]) ? null : ReleasePhase.valueOf(line[column]);
                cells.add(new Cell(from, ReleaseMove.valueOf(line[0]), to));
            }
        }
        return cells;
    }

    @ParameterizedTest
    @MethodSource("cells")
    void each_cell_is_as_the_specification_says(Cell cell) {
        assertThat(ReleaseTable.STANDARD.row(cell.from(), cell.move()).map(ReleaseTable.Row::to))
                .isEqualTo(java.util.Optional.ofNullable(cell.to()));
    }

    @Test
    void the_grid_is_whole() {
        assertThat(cells()).hasSize((ReleasePhase.values().length + 1) * ReleaseMove.values().length);
        assertThat(cells().stream().filter(cell -> cell.to() != null))
                .hasSize(ReleaseTable.STANDARD.rows().size());
        assertThat(cells().stream().map(Cell::move).distinct()).hasSameElementsAs(Arrays.asList(ReleaseMove.values()));
    }

    @Test
    void every_phase_but_deleted_has_a_way_on() {
        for (ReleasePhase phase : ReleasePhase.values()) {
            boolean leaves = ReleaseTable.STANDARD.rows().stream().anyMatch(r -> r.from() == phase && r.to() != phase);
            assertThat(leaves).as(phase.name()).isEqualTo(phase != ReleasePhase.DELETED);
        }
    }

    @Nested
    class Building {
        private final ReleaseTable.Row stage = new ReleaseTable.Row(null, ReleaseMove.STAGE, ReleasePhase.STAGED);

        @Test
        void rejects_two_rows_for_one_cell() {
            ReleaseTable.Row other = new ReleaseTable.Row(null, ReleaseMove.STAGE, ReleasePhase.LIVE);
            assertThatThrownBy(() -> new ReleaseTable(List.of(stage, other)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("two rows");
        }

        @Test
        void rejects_an_exit_from_a_final_phase() {
            for (ReleaseMove move : ReleaseMove.values()) {
                ReleaseTable.Row exit = new ReleaseTable.Row(ReleasePhase.DELETED, move, ReleasePhase.RETIRED);
                assertThatThrownBy(() -> new ReleaseTable(List.of(stage, exit)))
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessageContaining("final");
            }
        }
    }

    @Test
    void a_release_is_in_a_slot_while_staged_live_or_draining() {
        assertThat(Stream.of(ReleasePhase.values()).filter(ReleasePhase::isInSlot))
                .containsExactly(ReleasePhase.STAGED, ReleasePhase.LIVE, ReleasePhase.DRAINING);
    }
}
