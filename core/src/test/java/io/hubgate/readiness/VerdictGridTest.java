// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.readiness;

import static org.assertj.core.api.Assertions.assertThat;

import io.hubgate.rule.Rule;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("Every combination of what a verdict from events stands on")
@Rule({"R-1", "R-2", "R-6", "R-8", "R-9", "R-10"})
class VerdictGridTest {
    /** One cell of the grid. */
    private record Cell(
            Intent intent,
            Standing.Kind kind,
            boolean inProduction,
            boolean seen,
            boolean active,
            boolean settled,
            boolean quarantined) {
        Verdict verdict() {
            Cases cases = Cases.drained();
            cases.intent = intent;
            cases.kind = kind;
            cases.inProduction = inProduction;
            cases.heard = seen;
            cases.stagedAt = settled ? cases.stagedAt : Cases.NOW;
            cases.quarantined = quarantined ? 1 : 0;
            return active ? cases.running("order-1", Duration.ofSeconds(1)).judge() : cases.judge();
        }

        /** The same by the text of the rules, written down once more. */
        Set<String> expected() {
            Set<String> codes = new TreeSet<>();
            if (active) {
                codes.add("INSTANCES_ACTIVE");
            } else if (!settled) {
                codes.add("SETTLING");
            }
            if (quarantined) {
                codes.add("EVENTS_QUARANTINED");
            }
            if (!seen && !active && kind != Standing.Kind.ONLY_STAGED) {
                codes.add("HUB_NEVER_SEEN");
            }
            if (intent == Intent.DELETE) {
                codes.addAll(List.of("HUB_NOT_INSPECTED", "IN_SLOT"));
            } else if (inProduction) {
                codes.add("STILL_ROUTED");
            }
            return codes;
        }

        String expectedOutcome() {
            boolean unknown =
                    quarantined || intent == Intent.DELETE || expected().contains("HUB_NEVER_SEEN");
            if (unknown) {
                return "UNKNOWN";
            }
            return expected().isEmpty() ? "READY" : "NOT_READY";
        }
    }

    static List<Cell> cells() {
        List<Cell> cells = new ArrayList<>();
        for (int bits = 0; bits < 32; bits++) {
            for (Intent intent : Intent.values()) {
                for (Standing.Kind kind : Standing.Kind.values()) {
                    cells.add(new Cell(
                            intent,
                            kind,
                            isSet(bits, 0),
                            isSet(bits, 1),
                            isSet(bits, 2),
                            isSet(bits, 3),
                            isSet(bits, 4)));
                }
            }
        }
        return cells;
    }

    private static boolean isSet(int bits, int which) {
        return (bits >> which & 1) == 1;
    }

    @ParameterizedTest
    @MethodSource("cells")
    void isJudgedByTheText(Cell cell) {
        Verdict verdict = cell.verdict();
        assertThat(new TreeSet<>(Cases.codes(verdict))).isEqualTo(cell.expected());
        assertThat(verdict.outcome()).isEqualTo(cell.expectedOutcome());
        assertThat(verdict.isReady()).isEqualTo(cell.expected().isEmpty());
    }

    @Test
    void holdsEachOutcome() {
        Stream<String> outcomes = cells().stream().map(cell -> cell.verdict().outcome());
        assertThat(outcomes).contains("READY", "NOT_READY", "UNKNOWN");
    }

    @Test
    void warnsOfSilenceExactlyWhereOnlySilenceSpeaksForReady() {
        assertThat(cells()).allSatisfy(cell -> {
            boolean silent =
                    cell.kind() == Standing.Kind.ONLY_STAGED && !cell.seen() && !cell.active() && cell.settled();
            assertThat(Cases.warnings(cell.verdict()).contains("HUB_SILENT")).isEqualTo(silent);
        });
    }
}
