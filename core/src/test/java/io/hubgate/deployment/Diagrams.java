// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.deployment;

import io.hubgate.deployment.DeploymentTable.Cell;
import io.hubgate.deployment.DeploymentTable.Outcome;
import io.hubgate.deployment.DeploymentTable.Situation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Draws both tables as pages: a Mermaid diagram and the whole grid. */
final class Diagrams {
    private static final String GENERATED = """

            This page is drawn from the table that the state machine runs on, and the build compares both. To draw it again:
            `./mvnw -pl core -am test -Dtest=DiagramsTest -Dsurefire.failIfNoSpecifiedTests=false -Dhubgate.update=true`.
            """;

    private Diagrams() {}

    static String releases(ReleaseTable table) {
        Map<String, List<String>> arrows = new LinkedHashMap<>();
        for (ReleaseTable.Row row : table.rows()) {
            arrows.computeIfAbsent(state(row.from()) + " --> " + row.to(), arrow -> new ArrayList<>())
                    .add(words(row.move().name()));
        }
        StringBuilder page = new StringBuilder("# The life of a release\n").append(GENERATED);
        page.append("\n```mermaid\nstateDiagram-v2\n");
        arrows.forEach((arrow, moves) -> page.append(arrow(arrow, moves)));
        for (ReleasePhase phase : ReleasePhase.values()) {
            if (table.rows().stream().noneMatch(row -> row.from() == phase)) {
                page.append("    ").append(phase).append(" --> [*]\n");
            }
        }
        return page.append("```\n\n## The grid\nAn empty cell is a move that is not possible there.\n\n")
                .append(releaseGrid(table))
                .toString();
    }

    private static String releaseGrid(ReleaseTable table) {
        List<@Nullable ReleasePhase> phases = new ArrayList<>();
        phases.add(null);
        phases.addAll(List.of(ReleasePhase.values()));
        StringBuilder grid = new StringBuilder("| move | new |");
        phases.stream().skip(1).forEach(phase -> grid.append(' ').append(phase).append(" |"));
        grid.append("\n|---").append("|---".repeat(phases.size())).append("|\n");
        for (ReleaseMove move : ReleaseMove.values()) {
            grid.append("| ").append(words(move.name())).append(" |");
            for (ReleasePhase phase : phases) {
                String to = table.row(phase, move).map(row -> row.to().name()).orElse("");
                grid.append(' ').append(to).append(to.isEmpty() ? "|" : " |");
            }
            grid.append('\n');
        }
        return grid.toString();
    }

    static String deployment(DeploymentTable table) {
        Map<String, List<String>> arrows = new LinkedHashMap<>();
        table.rows().forEach((cell, outcome) -> {
            if (outcome.effect() != null) {
                String from = step(cell.situation());
                arrows.computeIfAbsent(from + " --> " + target(from, outcome.effect()), arrow -> new ArrayList<>())
                        .add(words(outcome.effect().name()));
            }
        });
        StringBuilder page = new StringBuilder("# The open deployment\n").append(GENERATED);
        page.append("\n```mermaid\nstateDiagram-v2\n    [*] --> NONE\n");
        arrows.forEach((arrow, effects) -> page.append(arrow(arrow, effects)));
        return page.append(
                        "```\n\n## The grid\nWhat a move comes to, by how the open deployment stands to the caller: an")
                .append(
                        " effect, or the `CODE` of the refusal.\nAn empty cell is a move that needs an open deployment.\n\n")
                .append(deploymentGrid(table))
                .toString();
    }

    private static String deploymentGrid(DeploymentTable table) {
        StringBuilder grid = new StringBuilder("| move |");
        for (Situation situation : Situation.values()) {
            String open = situation == Situation.NONE ? "none open" : words(situation.name());
            grid.append(' ').append(open).append(" |");
        }
        grid.append("\n|---").append("|---".repeat(Situation.values().length)).append("|\n");
        for (DeploymentMove move : DeploymentMove.values()) {
            grid.append("| ").append(words(move.name())).append(" |");
            for (Situation situation : Situation.values()) {
                String text = text(table.rows().get(new Cell(situation, move)));
                grid.append(' ').append(text).append(text.isEmpty() ? "|" : " |");
            }
            grid.append('\n');
        }
        return grid.toString();
    }

    private static String text(@Nullable Outcome outcome) {
        if (outcome == null) {
            return "";
        }
        return outcome.effect() == null
                ? "`" + outcome.refusal() + "`"
                : words(outcome.effect().name());
    }

    private static String step(Situation situation) {
        return situation.name().split("_", 2)[0];
    }

    private static String target(String from, DeploymentEffect effect) {
        return switch (effect) {
            case OPEN, REPEAT, REPLACE, TAKE_OVER, SEAL -> "STAGED";
            case RECORD_EXCHANGE, REPEAT_EXCHANGE -> "SWAPPED";
            case CLOSE_CONFIRMED, CLOSE_STAGED, CLOSE_DECLARED, EXCHANGE_BACK -> "NONE";
            case RENEW, NONE -> from;
        };
    }

    private static String state(@Nullable ReleasePhase phase) {
        return phase == null ? "[*]" : phase.name();
    }

    private static String arrow(String arrow, List<String> labels) {
        Set<String> distinct = new LinkedHashSet<>(labels);
        return "    " + arrow + " : " + String.join(", ", distinct) + "\n";
    }

    private static String words(String name) {
        return "NONE".equals(name) ? "no effect" : name.toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
