// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.examples.backend;

import static org.assertj.core.api.Assertions.assertThat;

import io.hubgate.examples.backend.contract.ContractHttp;
import io.hubgate.examples.backend.contract.Reply;
import io.hubgate.rule.Rule;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The decision log, refusals, and what was in force. */
@Rule("P-9")
class HistoryTest {
    private static RunningBackend backend;
    private static ContractHttp http;

    @BeforeAll
    static void start() {
        backend = RunningBackend.start();
        http = backend.http();
        new Steps(http).deploySecond("story");
    }

    @AfterAll
    static void stop() {
        backend.close();
    }

    @Test
    void decisions_come_newest_first_page_by_page_and_each_names_the_one_before() {
        List<String> commands = new ArrayList<>();
        String after = "";
        do {
            Reply page = http.get("/api/apps/story/decisions?limit=1" + after);
            commands.add(page.at("/decisions/0/command"));
            assertThat(page.at("/decisions/0/previousHash").isEmpty())
                    .isEqualTo(page.at("/decisions/0/sequence").equals("1"));
            after = page.at("/next").equals("null") ? "" : "&after=" + page.at("/next");
        } while (!after.isEmpty());
        assertThat(commands).containsExactly("confirm", "swap", "stage", "declare");
    }

    @Test
    void a_decision_holds_the_verdict_that_it_stands_on() {
        Reply page = http.get("/api/apps/story/decisions");
        assertThat(page.at("/decisions/2/verdict/verdict")).isEqualTo("READY");
        assertThat(page.at("/decisions/2/verdict/settleWindow")).isEqualTo("PT0S");
        assertThat(page.at("/decisions/2/actor/name")).isEqualTo("local");
    }

    @Test
    void refusals_are_told_beside_the_log() {
        new Steps(http).deploySecond("refused");
        new Steps(http).deliver(Events.running("refused0", "a"));
        new Steps(http).stage("refused", "refused2");
        Reply page = http.get("/api/apps/refused/decisions");
        assertThat(page.at("/refusals/0/code")).isEqualTo("NOT_READY");
        assertThat(page.at("/refusals/0/taskHub")).isEqualTo("refused2");
        assertThat(page.json().at("/decisions")).hasSize(4);
    }

    @Test
    void why_tells_the_decision_in_force_at_a_time() {
        Reply page = http.get("/api/apps/story/decisions");
        String stagedAt = page.at("/decisions/2/at");
        assertThat(http.get("/api/apps/story/why?at=" + stagedAt).at("/decision/command"))
                .isEqualTo("stage");
        assertThat(http.get("/api/apps/story/why").at("/decision/command")).isEqualTo("confirm");
        assertThat(http.get("/api/apps/story/why?at=2001-01-01T00:00:00%2B02:00")
                        .at("/decision"))
                .isEqualTo("null");
    }
}
