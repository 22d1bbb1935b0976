// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.examples.cli.text;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hubgate.examples.answers.Age;
import io.hubgate.model.Text;
import io.hubgate.taskhub.azurestorage.HubSummary;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The hubs of an account, as a table for a person and as a document.
 *
 * @param account the account's name
 * @param hubs the hubs
 * @param now the moment that ages are counted to
 */
public record HubsAnswer(String account, List<HubSummary> hubs, Instant now) {
    private static final List<String> TITLES =
            List.of("TASK HUB", "INSTANCES", "ACTIVE", "MESSAGES", "LAST ACTIVITY", "HOST", "");

    /** Copies the list. */
    public HubsAnswer {
        hubs = List.copyOf(hubs);
    }

    /**
     * Returns the hubs as a document.
     *
     * @return one object
     */
    public ObjectNode json() {
        ObjectNode node = JsonNodeFactory.instance.objectNode().put("account", account);
        ArrayNode list = node.putArray("taskHubs");
        hubs.forEach(hub -> list.add(json(hub)));
        return node.put("checkedAt", now.toString());
    }

    private static ObjectNode json(HubSummary hub) {
        Instant last = hub.lastActivity();
        return JsonNodeFactory.instance
                .objectNode()
                .put("taskHub", hub.hub().value())
                .put("hasTables", hub.hasTables())
                .put("instances", hub.instances())
                .put("moreInstances", hub.moreInstances())
                .put("active", hub.active())
                .put("messages", hub.messages())
                .put("lastActivity", last == null ? null : last.toString())
                .put("hostAlive", hub.hostAlive())
                .put("looksAbandoned", hub.looksAbandoned());
    }

    /**
     * Returns the hubs as a table.
     *
     * @param style with colours or without
     * @return lines, each with its end
     */
    public String text(Style style) {
        if (hubs.isEmpty()) {
            return "no task hub in " + Text.escaped(account) + "\n";
        }
        List<List<String>> rows = new ArrayList<>(List.of(TITLES));
        hubs.forEach(hub -> rows.add(cells(hub)));
        StringBuilder table = new StringBuilder();
        for (int row = 0; row < rows.size(); row++) {
            String line = line(rows, rows.get(row));
            table.append(row == 0 ? style.strong(line) : line).append('\n');
        }
        return table.toString();
    }

    private List<String> cells(HubSummary hub) {
        String more = hub.moreInstances() ? "+" : "";
        Instant last = hub.lastActivity();
        return List.of(
                hub.hub().value(),
                hub.hasTables() ? hub.instances() + more : "?",
                hub.hasTables() ? hub.active() + more : "?",
                Long.toString(hub.messages()),
                last == null ? "?" : Age.of(last, now) + " ago",
                hub.hostAlive() ? "alive" : "none",
                note(hub));
    }

    private static String note(HubSummary hub) {
        boolean work = hub.active() > 0;
        if (hub.looksAbandoned()) {
            return work ? "looks abandoned, with work left" : "looks abandoned";
        }
        if (!hub.hasTables()) {
            return "its rows are elsewhere, or it was deleted in part";
        }
        if (hub.controlQueues() == 0) {
            return "rows without queues: a tracking store, or a hub that was deleted in part";
        }
        return work && !hub.hostAlive() ? "frozen: work is left and no host is there" : "";
    }

    private static String line(List<List<String>> rows, List<String> cells) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < cells.size(); column++) {
            int at = column;
            int width =
                    rows.stream().mapToInt(row -> row.get(at).length()).max().orElse(0);
            String cell = cells.get(column);
            line.append(cell).append(" ".repeat(width - cell.length() + 2));
        }
        return line.toString().stripTrailing();
    }
}
