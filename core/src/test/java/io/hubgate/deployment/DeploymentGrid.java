// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.deployment;

import io.hubgate.deployment.DeploymentTable.Situation;
import java.util.ArrayList;
import java.util.List;

/** The grid of the open deployment, written by hand from the specification: what each move comes to in each situation. */
final class DeploymentGrid {
    /** An effect or a refusal, then what the caller does next; a dash is a cell that there is not. */
    private static final String GRID = """
            STAGE_ITS_HUB        NONE                    -
            STAGE_ITS_HUB        STAGED_OWN              REPEAT deploy
            STAGE_ITS_HUB        STAGED_OWN_EXPIRED      REPEAT deploy
            STAGE_ITS_HUB        STAGED_OTHERS           DEPLOYMENT_OPEN nothing
            STAGE_ITS_HUB        STAGED_OTHERS_EXPIRED   TAKE_OVER deploy
            STAGE_ITS_HUB        SWAPPED_OWN             ALREADY_SWAPPED verify
            STAGE_ITS_HUB        SWAPPED_OWN_EXPIRED     ALREADY_SWAPPED verify
            STAGE_ITS_HUB        SWAPPED_OTHERS          ALREADY_SWAPPED verify
            STAGE_ITS_HUB        SWAPPED_OTHERS_EXPIRED  ALREADY_SWAPPED verify
            STAGE_OTHER_HUB      NONE                    OPEN deploy
            STAGE_OTHER_HUB      STAGED_OWN              REPLACE deploy
            STAGE_OTHER_HUB      STAGED_OWN_EXPIRED      REPLACE deploy
            STAGE_OTHER_HUB      STAGED_OTHERS           DEPLOYMENT_OPEN nothing
            STAGE_OTHER_HUB      STAGED_OTHERS_EXPIRED   TAKE_OVER deploy
            STAGE_OTHER_HUB      SWAPPED_OWN             SWAP_UNCONFIRMED verify
            STAGE_OTHER_HUB      SWAPPED_OWN_EXPIRED     SWAP_UNCONFIRMED verify
            STAGE_OTHER_HUB      SWAPPED_OTHERS          DEPLOYMENT_OPEN nothing
            STAGE_OTHER_HUB      SWAPPED_OTHERS_EXPIRED  SWAP_UNCONFIRMED verify
            STAGE_OTHER_SLOT     NONE                    -
            STAGE_OTHER_SLOT     STAGED_OWN              DEPLOYMENT_OPEN nothing
            STAGE_OTHER_SLOT     STAGED_OWN_EXPIRED      DEPLOYMENT_OPEN nothing
            STAGE_OTHER_SLOT     STAGED_OTHERS           DEPLOYMENT_OPEN nothing
            STAGE_OTHER_SLOT     STAGED_OTHERS_EXPIRED   TAKE_OVER deploy
            STAGE_OTHER_SLOT     SWAPPED_OWN             SWAP_UNCONFIRMED verify
            STAGE_OTHER_SLOT     SWAPPED_OWN_EXPIRED     SWAP_UNCONFIRMED verify
            STAGE_OTHER_SLOT     SWAPPED_OTHERS          DEPLOYMENT_OPEN nothing
            STAGE_OTHER_SLOT     SWAPPED_OTHERS_EXPIRED  SWAP_UNCONFIRMED verify
            SWAP_ITS_HUB         NONE                    RECORD_EXCHANGE swap-slots
            SWAP_ITS_HUB         STAGED_OWN              RECORD_EXCHANGE swap-slots
            SWAP_ITS_HUB         STAGED_OWN_EXPIRED      RECORD_EXCHANGE swap-slots
            SWAP_ITS_HUB         STAGED_OTHERS           DEPLOYMENT_OPEN nothing
            SWAP_ITS_HUB         STAGED_OTHERS_EXPIRED   RECORD_EXCHANGE swap-slots
            SWAP_ITS_HUB         SWAPPED_OWN             REPEAT_EXCHANGE verify
            SWAP_ITS_HUB         SWAPPED_OWN_EXPIRED     REPEAT_EXCHANGE verify
            SWAP_ITS_HUB         SWAPPED_OTHERS          REPEAT_EXCHANGE verify
            SWAP_ITS_HUB         SWAPPED_OTHERS_EXPIRED  REPEAT_EXCHANGE verify
            SWAP_OTHER_HUB       NONE                    NOTHING_STAGED nothing
            SWAP_OTHER_HUB       STAGED_OWN              DEPLOYMENT_OPEN nothing
            SWAP_OTHER_HUB       STAGED_OWN_EXPIRED      DEPLOYMENT_OPEN nothing
            SWAP_OTHER_HUB       STAGED_OTHERS           DEPLOYMENT_OPEN nothing
            SWAP_OTHER_HUB       STAGED_OTHERS_EXPIRED   DEPLOYMENT_OPEN nothing
            SWAP_OTHER_HUB       SWAPPED_OWN             DEPLOYMENT_OPEN nothing
            SWAP_OTHER_HUB       SWAPPED_OWN_EXPIRED     DEPLOYMENT_OPEN nothing
            SWAP_OTHER_HUB       SWAPPED_OTHERS          DEPLOYMENT_OPEN nothing
            SWAP_OTHER_HUB       SWAPPED_OTHERS_EXPIRED  DEPLOYMENT_OPEN nothing
            CONFIRM_ITS_HUB      NONE                    -
            CONFIRM_ITS_HUB      STAGED_OWN              NOT_SWAPPED nothing
            CONFIRM_ITS_HUB      STAGED_OWN_EXPIRED      NOT_SWAPPED nothing
            CONFIRM_ITS_HUB      STAGED_OTHERS           NOT_SWAPPED nothing
            CONFIRM_ITS_HUB      STAGED_OTHERS_EXPIRED   NOT_SWAPPED nothing
            CONFIRM_ITS_HUB      SWAPPED_OWN             CLOSE_CONFIRMED nothing
            CONFIRM_ITS_HUB      SWAPPED_OWN_EXPIRED     CLOSE_CONFIRMED nothing
            CONFIRM_ITS_HUB      SWAPPED_OTHERS          CLOSE_CONFIRMED nothing
            CONFIRM_ITS_HUB      SWAPPED_OTHERS_EXPIRED  CLOSE_CONFIRMED nothing
            CONFIRM_OTHER_HUB    NONE                    NO_DEPLOYMENT nothing
            CONFIRM_OTHER_HUB    STAGED_OWN              DEPLOYMENT_OPEN nothing
            CONFIRM_OTHER_HUB    STAGED_OWN_EXPIRED      DEPLOYMENT_OPEN nothing
            CONFIRM_OTHER_HUB    STAGED_OTHERS           DEPLOYMENT_OPEN nothing
            CONFIRM_OTHER_HUB    STAGED_OTHERS_EXPIRED   DEPLOYMENT_OPEN nothing
            CONFIRM_OTHER_HUB    SWAPPED_OWN             DEPLOYMENT_OPEN nothing
            CONFIRM_OTHER_HUB    SWAPPED_OWN_EXPIRED     DEPLOYMENT_OPEN nothing
            CONFIRM_OTHER_HUB    SWAPPED_OTHERS          DEPLOYMENT_OPEN nothing
            CONFIRM_OTHER_HUB    SWAPPED_OTHERS_EXPIRED  DEPLOYMENT_OPEN nothing
            ABORT_ITS_HUB        NONE                    -
            ABORT_ITS_HUB        STAGED_OWN              CLOSE_STAGED nothing
            ABORT_ITS_HUB        STAGED_OWN_EXPIRED      CLOSE_STAGED nothing
            ABORT_ITS_HUB        STAGED_OTHERS           CLOSE_STAGED nothing
            ABORT_ITS_HUB        STAGED_OTHERS_EXPIRED   CLOSE_STAGED nothing
            ABORT_ITS_HUB        SWAPPED_OWN             EXCHANGE_BACK nothing
            ABORT_ITS_HUB        SWAPPED_OWN_EXPIRED     EXCHANGE_BACK nothing
            ABORT_ITS_HUB        SWAPPED_OTHERS          DEPLOYMENT_OPEN nothing
            ABORT_ITS_HUB        SWAPPED_OTHERS_EXPIRED  EXCHANGE_BACK nothing
            ABORT_OTHER_HUB      NONE                    NO_DEPLOYMENT nothing
            ABORT_OTHER_HUB      STAGED_OWN              DEPLOYMENT_OPEN nothing
            ABORT_OTHER_HUB      STAGED_OWN_EXPIRED      DEPLOYMENT_OPEN nothing
            ABORT_OTHER_HUB      STAGED_OTHERS           DEPLOYMENT_OPEN nothing
            ABORT_OTHER_HUB      STAGED_OTHERS_EXPIRED   DEPLOYMENT_OPEN nothing
            ABORT_OTHER_HUB      SWAPPED_OWN             DEPLOYMENT_OPEN nothing
            ABORT_OTHER_HUB      SWAPPED_OWN_EXPIRED     DEPLOYMENT_OPEN nothing
            ABORT_OTHER_HUB      SWAPPED_OTHERS          DEPLOYMENT_OPEN nothing
            ABORT_OTHER_HUB      SWAPPED_OTHERS_EXPIRED  DEPLOYMENT_OPEN nothing
            ROLL_BACK_ITS_HUB    NONE                    -
            ROLL_BACK_ITS_HUB    STAGED_OWN              DEPLOYMENT_OPEN nothing
            ROLL_BACK_ITS_HUB    STAGED_OWN_EXPIRED      DEPLOYMENT_OPEN nothing
            ROLL_BACK_ITS_HUB    STAGED_OTHERS           DEPLOYMENT_OPEN nothing
            ROLL_BACK_ITS_HUB    STAGED_OTHERS_EXPIRED   DEPLOYMENT_OPEN nothing
            ROLL_BACK_ITS_HUB    SWAPPED_OWN             REPEAT_EXCHANGE verify
            ROLL_BACK_ITS_HUB    SWAPPED_OWN_EXPIRED     REPEAT_EXCHANGE verify
            ROLL_BACK_ITS_HUB    SWAPPED_OTHERS          REPEAT_EXCHANGE verify
            ROLL_BACK_ITS_HUB    SWAPPED_OTHERS_EXPIRED  REPEAT_EXCHANGE verify
            ROLL_BACK_OTHER_HUB  NONE                    RECORD_EXCHANGE swap-slots
            ROLL_BACK_OTHER_HUB  STAGED_OWN              DEPLOYMENT_OPEN nothing
            ROLL_BACK_OTHER_HUB  STAGED_OWN_EXPIRED      DEPLOYMENT_OPEN nothing
            ROLL_BACK_OTHER_HUB  STAGED_OTHERS           DEPLOYMENT_OPEN nothing
            ROLL_BACK_OTHER_HUB  STAGED_OTHERS_EXPIRED   DEPLOYMENT_OPEN nothing
            ROLL_BACK_OTHER_HUB  SWAPPED_OWN             DEPLOYMENT_OPEN nothing
            ROLL_BACK_OTHER_HUB  SWAPPED_OWN_EXPIRED     DEPLOYMENT_OPEN nothing
            ROLL_BACK_OTHER_HUB  SWAPPED_OTHERS          DEPLOYMENT_OPEN nothing
            ROLL_BACK_OTHER_HUB  SWAPPED_OTHERS_EXPIRED  DEPLOYMENT_OPEN nothing
            RETIRE               NONE                    NONE stop-slot
            RETIRE               STAGED_OWN              DEPLOYMENT_OPEN nothing
            RETIRE               STAGED_OWN_EXPIRED      DEPLOYMENT_OPEN nothing
            RETIRE               STAGED_OTHERS           DEPLOYMENT_OPEN nothing
            RETIRE               STAGED_OTHERS_EXPIRED   DEPLOYMENT_OPEN nothing
            RETIRE               SWAPPED_OWN             DEPLOYMENT_OPEN nothing
            RETIRE               SWAPPED_OWN_EXPIRED     DEPLOYMENT_OPEN nothing
            RETIRE               SWAPPED_OTHERS          DEPLOYMENT_OPEN nothing
            RETIRE               SWAPPED_OTHERS_EXPIRED  DEPLOYMENT_OPEN nothing
            EXTEND_ITS_HUB       NONE                    NO_DEPLOYMENT nothing
            EXTEND_ITS_HUB       STAGED_OWN              RENEW stage
            EXTEND_ITS_HUB       STAGED_OWN_EXPIRED      RENEW stage
            EXTEND_ITS_HUB       STAGED_OTHERS           DEPLOYMENT_OPEN nothing
            EXTEND_ITS_HUB       STAGED_OTHERS_EXPIRED   DEPLOYMENT_OPEN nothing
            EXTEND_ITS_HUB       SWAPPED_OWN             RENEW verify
            EXTEND_ITS_HUB       SWAPPED_OWN_EXPIRED     RENEW verify
            EXTEND_ITS_HUB       SWAPPED_OTHERS          DEPLOYMENT_OPEN nothing
            EXTEND_ITS_HUB       SWAPPED_OTHERS_EXPIRED  DEPLOYMENT_OPEN nothing
            EXTEND_OTHER_HUB     NONE                    NO_DEPLOYMENT nothing
            EXTEND_OTHER_HUB     STAGED_OWN              DEPLOYMENT_OPEN nothing
            EXTEND_OTHER_HUB     STAGED_OWN_EXPIRED      DEPLOYMENT_OPEN nothing
            EXTEND_OTHER_HUB     STAGED_OTHERS           DEPLOYMENT_OPEN nothing
            EXTEND_OTHER_HUB     STAGED_OTHERS_EXPIRED   DEPLOYMENT_OPEN nothing
            EXTEND_OTHER_HUB     SWAPPED_OWN             DEPLOYMENT_OPEN nothing
            EXTEND_OTHER_HUB     SWAPPED_OWN_EXPIRED     DEPLOYMENT_OPEN nothing
            EXTEND_OTHER_HUB     SWAPPED_OTHERS          DEPLOYMENT_OPEN nothing
            EXTEND_OTHER_HUB     SWAPPED_OTHERS_EXPIRED  DEPLOYMENT_OPEN nothing
            SEAL_ITS_HUB         NONE                    NO_DEPLOYMENT nothing
            SEAL_ITS_HUB         STAGED_OWN              SEAL deploy
            SEAL_ITS_HUB         STAGED_OWN_EXPIRED      SEAL deploy
            SEAL_ITS_HUB         STAGED_OTHERS           DEPLOYMENT_OPEN nothing
            SEAL_ITS_HUB         STAGED_OTHERS_EXPIRED   DEPLOYMENT_OPEN nothing
            SEAL_ITS_HUB         SWAPPED_OWN             ALREADY_SWAPPED verify
            SEAL_ITS_HUB         SWAPPED_OWN_EXPIRED     ALREADY_SWAPPED verify
            SEAL_ITS_HUB         SWAPPED_OTHERS          ALREADY_SWAPPED verify
            SEAL_ITS_HUB         SWAPPED_OTHERS_EXPIRED  ALREADY_SWAPPED verify
            SEAL_OTHER_HUB       NONE                    NO_DEPLOYMENT nothing
            SEAL_OTHER_HUB       STAGED_OWN              DEPLOYMENT_OPEN nothing
            SEAL_OTHER_HUB       STAGED_OWN_EXPIRED      DEPLOYMENT_OPEN nothing
            SEAL_OTHER_HUB       STAGED_OTHERS           DEPLOYMENT_OPEN nothing
            SEAL_OTHER_HUB       STAGED_OTHERS_EXPIRED   DEPLOYMENT_OPEN nothing
            SEAL_OTHER_HUB       SWAPPED_OWN             DEPLOYMENT_OPEN nothing
            SEAL_OTHER_HUB       SWAPPED_OWN_EXPIRED     DEPLOYMENT_OPEN nothing
            SEAL_OTHER_HUB       SWAPPED_OTHERS          DEPLOYMENT_OPEN nothing
            SEAL_OTHER_HUB       SWAPPED_OTHERS_EXPIRED  DEPLOYMENT_OPEN nothing
            DECLARE              NONE                    CLOSE_DECLARED nothing
            DECLARE              STAGED_OWN              CLOSE_DECLARED nothing
            DECLARE              STAGED_OWN_EXPIRED      CLOSE_DECLARED nothing
            DECLARE              STAGED_OTHERS           CLOSE_DECLARED nothing
            DECLARE              STAGED_OTHERS_EXPIRED   CLOSE_DECLARED nothing
            DECLARE              SWAPPED_OWN             CLOSE_DECLARED nothing
            DECLARE              SWAPPED_OWN_EXPIRED     CLOSE_DECLARED nothing
            DECLARE              SWAPPED_OTHERS          CLOSE_DECLARED nothing
            DECLARE              SWAPPED_OTHERS_EXPIRED  CLOSE_DECLARED nothing
            CLEAN_UP_ITS_HUB     NONE                    NONE nothing
            CLEAN_UP_ITS_HUB     STAGED_OWN              NONE nothing
            CLEAN_UP_ITS_HUB     STAGED_OWN_EXPIRED      NONE nothing
            CLEAN_UP_ITS_HUB     STAGED_OTHERS           NONE nothing
            CLEAN_UP_ITS_HUB     STAGED_OTHERS_EXPIRED   NONE nothing
            CLEAN_UP_ITS_HUB     SWAPPED_OWN             CLOSE_CONFIRMED nothing
            CLEAN_UP_ITS_HUB     SWAPPED_OWN_EXPIRED     CLOSE_CONFIRMED nothing
            CLEAN_UP_ITS_HUB     SWAPPED_OTHERS          CLOSE_CONFIRMED nothing
            CLEAN_UP_ITS_HUB     SWAPPED_OTHERS_EXPIRED  CLOSE_CONFIRMED nothing
            CLEAN_UP_OTHER_HUB   NONE                    NONE nothing
            CLEAN_UP_OTHER_HUB   STAGED_OWN              NONE nothing
            CLEAN_UP_OTHER_HUB   STAGED_OWN_EXPIRED      NONE nothing
            CLEAN_UP_OTHER_HUB   STAGED_OTHERS           NONE nothing
            CLEAN_UP_OTHER_HUB   STAGED_OTHERS_EXPIRED   NONE nothing
            CLEAN_UP_OTHER_HUB   SWAPPED_OWN             SWAP_UNCONFIRMED verify
            CLEAN_UP_OTHER_HUB   SWAPPED_OWN_EXPIRED     SWAP_UNCONFIRMED verify
            CLEAN_UP_OTHER_HUB   SWAPPED_OTHERS          SWAP_UNCONFIRMED verify
            CLEAN_UP_OTHER_HUB   SWAPPED_OTHERS_EXPIRED  SWAP_UNCONFIRMED verify
            """;

    private DeploymentGrid() {}

    static List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        for (String text : GRID.lines().toList()) {
            String[] words = text.trim().split(" +", -1);
            DeploymentMove move = DeploymentMove.valueOf(words[0]);
            Situation situation = Situation.valueOf(words[1]);
            boolean exists = !"-".equals(words[2]);
            lines.add(new Line(situation, move, exists ? words[2] : "", exists ? words[3] : ""));
        }
        return lines;
    }

    /**
     * What one cell comes to.
     *
     * @param situation the situation
     * @param move the move
     * @param word the effect or the code of the refusal; empty if there is no such cell
     * @param next the word of what is done next
     */
    record Line(Situation situation, DeploymentMove move, String word, String next) {
        boolean exists() {
            return !word.isEmpty();
        }

        DeploymentTable.Cell cell() {
            return new DeploymentTable.Cell(situation, move);
        }

        @Override
        public String toString() {
            return move + " at " + situation + " is " + (exists() ? word + ", " + next : "no cell");
        }
    }
}
