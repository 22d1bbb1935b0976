// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.examples.cli.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.hubgate.model.TaskHubName;
import io.hubgate.taskhub.azurestorage.HubSummary;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class HubsAnswerTest {
    private static final Instant NOW = Instant.parse("2026-11-25T23:00:00Z");

    private static final HubsAnswer ANSWER = new HubsAnswer(
            "orders",
            List.of(
                    hub("orders420", true, 1000, true, 3, NOW.minusSeconds(4), true),
                    hub("orders3", true, 12, false, 0, NOW.minus(Duration.ofDays(62)), false),
                    hub("orders4", true, 9, false, 2, NOW.minusSeconds(90), false),
                    hub("other", false, 0, false, 0, NOW.minus(Duration.ofDays(62)), false),
                    new HubSummary(new TaskHubName("Rows"), true, 0, 0, 5, false, 1, null, false, NOW)),
            NOW);

    private static HubSummary hub(
            String name, boolean tables, long instances, boolean more, long active, Instant last, boolean alive) {
        return new HubSummary(new TaskHubName(name), tables, 4, 7, instances, more, active, last, alive, NOW);
    }

    @Test
    void is_a_table_for_a_person() {
        assertThat(ANSWER.text(Style.PLAIN)).isEqualTo("""
                TASK HUB   INSTANCES  ACTIVE  MESSAGES  LAST ACTIVITY   HOST
                orders420  1000+      3+      7         4 s ago         alive
                orders3    12         0       7         62 d 0 h ago    none   looks abandoned
                orders4    9          2       7         1 min 30 s ago  none   frozen: work is left and no host is there
                other      ?          ?       7         62 d 0 h ago    none   its rows are elsewhere, or it was deleted in part
                Rows       5          1       0         ?               none   rows without queues: a tracking store, or a hub that was deleted in part
                """);
    }

    @Test
    void emphasizes_where_colours_are_and_says_the_same() {
        String coloured = ANSWER.text(Style.COLOURED);
        assertThat(coloured).startsWith("\u001B[1mTASK HUB");
        assertThat(coloured.replaceAll("\u001B\\[[0-9;]*m", "")).isEqualTo(ANSWER.text(Style.PLAIN));
    }

    @Test
    void is_a_document_for_a_program() {
        assertThat(ANSWER.json().at("/taskHubs/1/looksAbandoned").booleanValue())
                .isTrue();
        assertThat(ANSWER.json().at("/taskHubs/0/moreInstances").booleanValue()).isTrue();
        assertThat(ANSWER.json().at("/taskHubs/2/active").longValue()).isEqualTo(2);
    }

    @Test
    void of_an_account_without_hubs_says_so() {
        assertThat(new HubsAnswer("orders", List.of(), NOW).text(Style.PLAIN)).isEqualTo("no task hub in orders\n");
    }
}
