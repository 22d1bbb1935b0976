// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.deployment;

import static io.hubgate.deployment.DeploymentMove.*;

import io.hubgate.error.ErrorCode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What each move does to the open deployment, as data: (none, STAGED, SWAPPED) × (lease alive, expired) × move × (same, other holder) → effect
 * or refusal. Building the table rejects two rows for one cell, a cell without a row, and a row without a cell. The diagram in the documentation is drawn from
 * {@link #rows()}. Immutable.
 */
public final class DeploymentTable {
    /** The table that the state machine uses. */
    public static final DeploymentTable STANDARD = standard();

    private final Map<Cell, Outcome> rows;

    DeploymentTable(Map<Cell, Outcome> rows) {
        List<Cell> cells = Cell.all();
        for (Cell cell : cells) {
            if (!rows.containsKey(cell)) {
                throw new IllegalArgumentException("no row for " + cell);
            }
        }
        for (Cell cell : rows.keySet()) {
            if (!cells.contains(cell)) {
                throw new IllegalArgumentException("no such cell: " + cell);
            }
        }
        this.rows = Collections.unmodifiableMap(new LinkedHashMap<>(rows));
    }

    /**
     * Returns every row.
     *
     * @return the rows, in the order of the table
     */
    public Map<Cell, Outcome> rows() {
        return rows;
    }

    /**
     * Returns the row of a cell.
     *
     * @param cell the cell
     * @return what the move does there
     */
    public Outcome outcome(Cell cell) {
        Outcome outcome = rows.get(cell);
        if (outcome == null) {
            throw new IllegalArgumentException("no such cell: " + cell);
        }
        return outcome;
    }

    private static DeploymentTable standard() {
        Rows rows = new Rows();
        nothingOpen(rows);
        staged(rows);
        swapped(rows);
        return new DeploymentTable(rows.rows);
    }

    private static void nothingOpen(Rows rows) {
        rows.at(Situation.NONE)
                .effect(DeploymentEffect.OPEN, STAGE_OTHER_HUB)
                .effect(DeploymentEffect.RECORD_EXCHANGE, SWAP_ITS_HUB, ROLL_BACK_OTHER_HUB)
                .refuse(ErrorCode.NOTHING_STAGED, SWAP_OTHER_HUB)
                .refuse(ErrorCode.NO_DEPLOYMENT, CONFIRM_OTHER_HUB, ABORT_OTHER_HUB)
                .refuse(ErrorCode.NO_DEPLOYMENT, EXTEND_ITS_HUB, EXTEND_OTHER_HUB, SEAL_ITS_HUB, SEAL_OTHER_HUB)
                .effect(DeploymentEffect.NONE, RETIRE, CLEAN_UP_ITS_HUB, CLEAN_UP_OTHER_HUB)
                .effect(DeploymentEffect.CLOSE_DECLARED, DECLARE);
    }

    private static void staged(Rows rows) {
        for (Situation own : List.of(Situation.STAGED_OWN, Situation.STAGED_OWN_EXPIRED)) {
            rows.at(own)
                    .effect(DeploymentEffect.REPEAT, STAGE_ITS_HUB)
                    .effect(DeploymentEffect.REPLACE, STAGE_OTHER_HUB)
                    .refuse(ErrorCode.DEPLOYMENT_OPEN, STAGE_OTHER_SLOT)
                    .effect(DeploymentEffect.RECORD_EXCHANGE, SWAP_ITS_HUB)
                    .effect(DeploymentEffect.RENEW, EXTEND_ITS_HUB)
                    .effect(DeploymentEffect.SEAL, SEAL_ITS_HUB);
        }
        rows.at(Situation.STAGED_OTHERS)
                .refuse(ErrorCode.DEPLOYMENT_OPEN, STAGE_ITS_HUB, STAGE_OTHER_HUB, STAGE_OTHER_SLOT, SWAP_ITS_HUB)
                .refuse(ErrorCode.DEPLOYMENT_OPEN, EXTEND_ITS_HUB, SEAL_ITS_HUB);
        rows.at(Situation.STAGED_OTHERS_EXPIRED)
                .effect(DeploymentEffect.TAKE_OVER, STAGE_ITS_HUB, STAGE_OTHER_HUB, STAGE_OTHER_SLOT)
                .effect(DeploymentEffect.RECORD_EXCHANGE, SWAP_ITS_HUB)
                .refuse(ErrorCode.DEPLOYMENT_OPEN, EXTEND_ITS_HUB, SEAL_ITS_HUB);
        for (Situation any : Situation.at(DeploymentStep.STAGED)) {
            rows.at(any)
                    .refuse(ErrorCode.NOT_SWAPPED, CONFIRM_ITS_HUB)
                    .effect(DeploymentEffect.CLOSE_STAGED, ABORT_ITS_HUB)
                    .refuse(
                            ErrorCode.DEPLOYMENT_OPEN,
                            SWAP_OTHER_HUB,
                            CONFIRM_OTHER_HUB,
                            ABORT_OTHER_HUB,
                            EXTEND_OTHER_HUB,
                            SEAL_OTHER_HUB)
                    .refuse(ErrorCode.DEPLOYMENT_OPEN, ROLL_BACK_ITS_HUB, ROLL_BACK_OTHER_HUB, RETIRE)
                    .effect(DeploymentEffect.CLOSE_DECLARED, DECLARE)
                    .effect(DeploymentEffect.NONE, CLEAN_UP_ITS_HUB, CLEAN_UP_OTHER_HUB);
        }
    }

    private static void swapped(Rows rows) {
        for (Situation own : List.of(Situation.SWAPPED_OWN, Situation.SWAPPED_OWN_EXPIRED)) {
            rows.at(own)
                    .refuse(ErrorCode.SWAP_UNCONFIRMED, STAGE_OTHER_HUB, STAGE_OTHER_SLOT)
                    .effect(DeploymentEffect.EXCHANGE_BACK, ABORT_ITS_HUB)
                    .effect(DeploymentEffect.RENEW, EXTEND_ITS_HUB);
        }
        rows.at(Situation.SWAPPED_OTHERS)
                .refuse(ErrorCode.DEPLOYMENT_OPEN, STAGE_OTHER_HUB, STAGE_OTHER_SLOT, ABORT_ITS_HUB, EXTEND_ITS_HUB);
        rows.at(Situation.SWAPPED_OTHERS_EXPIRED)
                .refuse(ErrorCode.SWAP_UNCONFIRMED, STAGE_OTHER_HUB, STAGE_OTHER_SLOT)
                .effect(DeploymentEffect.EXCHANGE_BACK, ABORT_ITS_HUB)
                .refuse(ErrorCode.DEPLOYMENT_OPEN, EXTEND_ITS_HUB);
        for (Situation any : Situation.at(DeploymentStep.SWAPPED)) {
            rows.at(any)
                    .refuse(ErrorCode.ALREADY_SWAPPED, STAGE_ITS_HUB, SEAL_ITS_HUB)
                    .effect(DeploymentEffect.REPEAT_EXCHANGE, SWAP_ITS_HUB, ROLL_BACK_ITS_HUB)
                    .effect(DeploymentEffect.CLOSE_CONFIRMED, CONFIRM_ITS_HUB, CLEAN_UP_ITS_HUB)
                    .refuse(ErrorCode.SWAP_UNCONFIRMED, CLEAN_UP_OTHER_HUB)
                    .refuse(
                            ErrorCode.DEPLOYMENT_OPEN,
                            SWAP_OTHER_HUB,
                            CONFIRM_OTHER_HUB,
                            ABORT_OTHER_HUB,
                            EXTEND_OTHER_HUB,
                            SEAL_OTHER_HUB)
                    .refuse(ErrorCode.DEPLOYMENT_OPEN, ROLL_BACK_OTHER_HUB, RETIRE)
                    .effect(DeploymentEffect.CLOSE_DECLARED, DECLARE);
        }
    }

    /** How an open deployment stands to a caller. */
    public enum Situation {
        /** Nothing is open. */
        NONE(null),
        /** Staged by the caller, lease alive. */
        STAGED_OWN(DeploymentStep.STAGED),
        /** Staged by the caller, lease expired. */
        STAGED_OWN_EXPIRED(DeploymentStep.STAGED),
        /** Staged by another, lease alive. */
        STAGED_OTHERS(DeploymentStep.STAGED),
        /** Staged by another, lease expired. */
        STAGED_OTHERS_EXPIRED(DeploymentStep.STAGED),
        /** Swapped by the caller, lease alive. */
        SWAPPED_OWN(DeploymentStep.SWAPPED),
        /** Swapped by the caller, lease expired. */
        SWAPPED_OWN_EXPIRED(DeploymentStep.SWAPPED),
        /** Swapped by another, lease alive. */
        SWAPPED_OTHERS(DeploymentStep.SWAPPED),
        /** Swapped by another, lease expired. */
        SWAPPED_OTHERS_EXPIRED(DeploymentStep.SWAPPED);

        private final @Nullable DeploymentStep step;

        Situation(@Nullable DeploymentStep step) {
            this.step = step;
        }

        private static List<Situation> at(DeploymentStep step) {
            List<Situation> found = new ArrayList<>();
            for (Situation situation : values()) {
                if (situation.step == step) {
                    found.add(situation);
                }
            }
            return found;
        }

        static Situation of(@Nullable Deployment open, boolean own, boolean expired) {
            if (open == null) {
                return NONE;
            }
            if (open.isSwapped()) {
                return own
                        ? expired ? SWAPPED_OWN_EXPIRED : SWAPPED_OWN
                        : expired ? SWAPPED_OTHERS_EXPIRED : SWAPPED_OTHERS;
            }
            return own ? expired ? STAGED_OWN_EXPIRED : STAGED_OWN : expired ? STAGED_OTHERS_EXPIRED : STAGED_OTHERS;
        }
    }

    /**
     * One cell of the grid.
     *
     * @param situation how the open deployment stands to the caller
     * @param move what the caller asks
     */
    public record Cell(Situation situation, DeploymentMove move) {
        /** Every cell: a move that needs an open deployment has none where nothing is open. */
        static List<Cell> all() {
            List<Cell> cells = new ArrayList<>();
            for (Situation situation : Situation.values()) {
                for (DeploymentMove move : DeploymentMove.values()) {
                    if (situation != Situation.NONE || !move.needsOpenDeployment()) {
                        cells.add(new Cell(situation, move));
                    }
                }
            }
            return cells;
        }
    }

    /**
     * What a move does in a cell: exactly one of the two is there.
     *
     * @param effect the effect, or null
     * @param refusal the code of the refusal, or null
     */
    public record Outcome(
            @Nullable DeploymentEffect effect, @Nullable ErrorCode refusal) {
        /** Checks that there is exactly one. */
        public Outcome {
            if ((effect == null) == (refusal == null)) {
                throw new IllegalArgumentException("an outcome is an effect or a refusal");
            }
        }
    }

    /** Collects rows and rejects a second one for a cell. */
    static final class Rows {
        private final Map<Cell, Outcome> rows = new LinkedHashMap<>();
        private final Map<Situation, At> places = new EnumMap<>(Situation.class);

        At at(Situation situation) {
            return places.computeIfAbsent(situation, s -> new At(this, s));
        }

        void add(Cell cell, Outcome outcome) {
            if (rows.putIfAbsent(cell, outcome) != null) {
                throw new IllegalArgumentException("two rows for " + cell);
            }
        }
    }

    /** The rows of one situation. */
    record At(Rows rows, Situation situation) {
        At effect(DeploymentEffect effect, DeploymentMove... moves) {
            for (DeploymentMove move : moves) {
                rows.add(new Cell(situation, move), new Outcome(effect, null));
            }
            return this;
        }

        At refuse(ErrorCode code, DeploymentMove... moves) {
            for (DeploymentMove move : moves) {
                rows.add(new Cell(situation, move), new Outcome(null, code));
            }
            return this;
        }
    }
}
