// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.deployment;

import static io.hubgate.deployment.ReleasePhase.DELETED;
import static io.hubgate.deployment.ReleasePhase.DRAINING;
import static io.hubgate.deployment.ReleasePhase.LIVE;
import static io.hubgate.deployment.ReleasePhase.REMOVING;
import static io.hubgate.deployment.ReleasePhase.RETIRED;
import static io.hubgate.deployment.ReleasePhase.STAGED;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The life of a release as data: phase × move → phase. Building the table rejects two rows for one cell and any exit from a final phase. The
 * diagram in the documentation is drawn from {@link #rows()}. Immutable.
 */
public final class ReleaseTable {
    /** Before the table, which is checked against it while it is built. */
    private static final Set<ReleasePhase> FINAL = Set.of(DELETED);

    /** The table that the state machine uses. */
    public static final ReleaseTable STANDARD = new ReleaseTable(List.of(
            new Row(null, ReleaseMove.STAGE, STAGED),
            new Row(STAGED, ReleaseMove.STAGE, STAGED),
            new Row(STAGED, ReleaseMove.REPLACE, RETIRED),
            new Row(DRAINING, ReleaseMove.REPLACE, RETIRED),
            new Row(STAGED, ReleaseMove.SWAP_IN, LIVE),
            new Row(DRAINING, ReleaseMove.ROLL_BACK_IN, LIVE),
            new Row(LIVE, ReleaseMove.SWAP_OUT, DRAINING),
            new Row(LIVE, ReleaseMove.UNDO_SWAP_IN, STAGED),
            new Row(LIVE, ReleaseMove.UNDO_ROLL_BACK_IN, DRAINING),
            new Row(DRAINING, ReleaseMove.UNDO_SWAP_OUT, LIVE),
            new Row(null, ReleaseMove.DECLARE_LIVE, LIVE),
            new Row(STAGED, ReleaseMove.DECLARE_LIVE, LIVE),
            new Row(LIVE, ReleaseMove.DECLARE_LIVE, LIVE),
            new Row(DRAINING, ReleaseMove.DECLARE_LIVE, LIVE),
            new Row(RETIRED, ReleaseMove.DECLARE_LIVE, LIVE),
            new Row(null, ReleaseMove.DECLARE_IN_SLOT, DRAINING),
            new Row(STAGED, ReleaseMove.DECLARE_IN_SLOT, STAGED),
            new Row(LIVE, ReleaseMove.DECLARE_IN_SLOT, DRAINING),
            new Row(DRAINING, ReleaseMove.DECLARE_IN_SLOT, DRAINING),
            new Row(RETIRED, ReleaseMove.DECLARE_IN_SLOT, DRAINING),
            new Row(STAGED, ReleaseMove.DECLARE_GONE, RETIRED),
            new Row(LIVE, ReleaseMove.DECLARE_GONE, RETIRED),
            new Row(DRAINING, ReleaseMove.DECLARE_GONE, RETIRED),
            new Row(STAGED, ReleaseMove.RETIRE, RETIRED),
            new Row(DRAINING, ReleaseMove.RETIRE, RETIRED),
            new Row(RETIRED, ReleaseMove.BEGIN_REMOVAL, REMOVING),
            new Row(REMOVING, ReleaseMove.RESURRECT, RETIRED),
            new Row(REMOVING, ReleaseMove.END_REMOVAL, DELETED)));

    private final List<Row> rows;

    ReleaseTable(List<Row> rows) {
        List<Row> seen = new ArrayList<>();
        for (Row row : rows) {
            if (row.from() != null && FINAL.contains(row.from())) {
                throw new IllegalArgumentException(row.from() + " is final, it has no " + row.move());
            }
            if (seen.stream().anyMatch(r -> r.from() == row.from() && r.move() == row.move())) {
                throw new IllegalArgumentException("two rows for " + row.from() + " and " + row.move());
            }
            seen.add(row);
        }
        this.rows = List.copyOf(seen);
    }

    /**
     * Returns every row, in the order of the table.
     *
     * @return the rows
     */
    public List<Row> rows() {
        return rows;
    }

    /**
     * Returns the row of a cell.
     *
     * @param from the phase, or null for a release that does not exist yet
     * @param move what happens
     * @return the row, or empty if the move is not possible from there
     */
    public Optional<Row> row(@Nullable ReleasePhase from, ReleaseMove move) {
        return rows.stream().filter(r -> r.from() == from && r.move() == move).findFirst();
    }

    /**
     * One transition.
     *
     * @param from the phase before, or null for a release that does not exist yet
     * @param move what happens
     * @param to the phase after
     */
    public record Row(@Nullable ReleasePhase from, ReleaseMove move, ReleasePhase to) {
        /** Checks that the move and the phase after exist. */
        public Row {
            Objects.requireNonNull(move, "move");
            Objects.requireNonNull(to, "to");
        }
    }
}
