// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.examples.backend.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.assertions.LocatorAssertions;
import io.hubgate.examples.backend.RunningBackend;
import io.hubgate.examples.backend.settings.Setting;
import io.hubgate.rule.Rule;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** How the page keeps up, and what it shows while it cannot. */
@ExtendWith(OneBrowser.class)
class LiveTest {
    private static final LocatorAssertions.ContainsTextOptions SOON =
            new LocatorAssertions.ContainsTextOptions().setTimeout(2_000);
    private static final LocatorAssertions.ContainsTextOptions PATIENTLY =
            new LocatorAssertions.ContainsTextOptions().setTimeout(20_000);

    @Nested
    class WhileConnected {
        @Test
        @Rule({"D-1", "D-5"})
        void a_new_blocker_is_there_within_two_seconds_without_a_reload(Browser browser) {
            try (Scene scene = Scene.begin().declare("tools", "tools2", "tools1");
                    Visit visit = Visit.to(scene.url(), browser).open("")) {
                assertThat(visit.sentences()).containsText("tools: cannot tell");
                visit.page().evaluate("() => { window.isTheSame = true; }");
                scene.running("tools1", "order-1");
                assertThat(visit.sentences()).containsText("1 orchestration of tools1 still runs", SOON);
                scene.running("tools1", "order-2");
                assertThat(visit.sentences()).containsText("2 orchestrations of tools1 still run", SOON);
                scene.completed("tools1", "order-1").completed("tools1", "order-2");
                assertThat(visit.sentences()).containsText("tools: staging is free, tools1 is drained", SOON);
                assertThat(visit.page().evaluate("() => window.isTheSame")).isEqualTo(true);
            }
        }

        @Test
        @Rule("D-5")
        void a_new_app_is_there_too_and_changed_verdicts_are_read_out(Browser browser) {
            try (Scene scene = Scene.begin().declare("tools", "tools2", null);
                    Visit visit = Visit.to(scene.url(), browser).open("")) {
                assertThat(visit.sentences()).containsText("tools: staging is free");
                scene.declare("works", "works2", "works1").running("works1", "a");
                assertThat(visit.find("[data-app=works] .sentence")).containsText("works: staging is blocked", SOON);
                scene.completed("works1", "a");
                assertThat(visit.find("#news")).containsText("works: staging is free", SOON);
                assertThat(visit.find("#news")).hasAttribute("aria-live", "polite");
            }
        }

        @Test
        void what_a_person_does_meanwhile_stays_as_it_is(Browser browser) {
            try (Scene scene = Scene.begin().declare("tools", "tools2", null).deploy("tools", "tools3", "cd #3");
                    Visit visit = Visit.to(scene.url(), browser).open("#/apps/tools")) {
                visit.find("[data-sequence='2'] summary").click();
                assertThat(visit.find("[data-sequence='2'] details")).hasAttribute("open", "");
                scene.running("tools2", "order-1");
                assertThat(visit.find("h1")).containsText("1 orchestration of tools2 still runs", SOON);
                assertThat(visit.find("[data-sequence='2'] details")).hasAttribute("open", "");
                assertThat(visit.find("[data-sequence='2'] summary")).isFocused();
            }
        }

        @Test
        void a_verdict_that_changes_with_time_alone_changes_on_the_page(Browser browser) {
            try (Scene scene = new Scene(RunningBackend.start(Map.of(Setting.SETTLE_WINDOW, "PT2S")));
                    Visit visit = Visit.to(scene.url(), browser)) {
                scene.declare("slow", "slow2", "slow1").running("slow1", "a");
                visit.open("");
                assertThat(visit.sentences()).containsText("slow: staging is blocked");
                scene.deliver(Scene.event("slow1", "a", "PlaceOrder", "Completed", Duration.ZERO));
                assertThat(visit.sentences().locator("[data-until]")).hasCount(1);
                assertThat(visit.sentences()).containsText("slow: staging is free, slow1 is drained");
            }
        }
    }

    @Nested
    class WhileTheConnectionIsLost {
        @Test
        @Rule("D-5")
        void a_banner_says_so_and_goes_when_the_server_is_back(Browser browser) {
            Scene first = Scene.begin().declare("tools", "tools2", "tools1").running("tools1", "order-1");
            try (Visit visit = Visit.to(first.url(), browser)
                    .expecting("net::ERR_")
                    .expecting("503")
                    .open("")) {
                assertThat(visit.sentences()).containsText("tools: staging is blocked");
                assertThat(visit.find("#link")).hasText("Live");
                assertThat(visit.find(".banner")).hasCount(0);
                first.close();
                assertThat(visit.find(".banner")).containsText("Connection lost at");
                assertThat(visit.find(".banner")).containsText("What you see is");
                assertThat(visit.find("#link")).hasText("Connection lost");
                assertThat(visit.find("main")).hasClass(Pattern.compile("\\bstale\\b"));
                assertThat(visit.page())
                        .hasTitle(Pattern.compile("^\\(connection lost\\) ■ tools: staging is blocked.*"));
                String old = visit.find(".sentence .age").textContent();
                assertThat(visit.find(".banner [data-stale]")).not().hasText("0 s");
                assertThat(visit.find(".sentence .age")).hasText(old);
                comeBack(first.port(), visit);
            } finally {
                first.close();
            }
        }

        private void comeBack(int port, Visit visit) {
            Map<Setting, String> same = Map.of(Setting.PORT, Integer.toString(port));
            try (Scene second = new Scene(RunningBackend.start(same))) {
                second.declare("tools", "tools2", null);
                visit.find(".banner button").click();
                assertThat(visit.sentences()).containsText("tools: staging is free", PATIENTLY);
                assertThat(visit.find(".banner")).hasCount(0);
                assertThat(visit.find("#link")).hasText("Live");
                assertThat(visit.find("main")).not().hasClass(Pattern.compile("\\bstale\\b"));
                assertThat(visit.page()).hasTitle(Pattern.compile("^● tools: staging is free.*"));
            }
        }

        @Test
        @Rule("D-5")
        void it_is_opened_again_by_itself(Browser browser) {
            Scene first = Scene.begin().declare("tools", "tools2", null);
            try (Visit visit = Visit.to(first.url(), browser)
                    .expecting("net::ERR_")
                    .expecting("503")
                    .open("")) {
                assertThat(visit.find("#link")).hasText("Live");
                first.close();
                assertThat(visit.find("#link")).hasText("Connection lost");
                Map<Setting, String> same = Map.of(Setting.PORT, Integer.toString(first.port()));
                try (Scene second = new Scene(RunningBackend.start(same))) {
                    assertThat(second.port()).isEqualTo(first.port());
                    assertThat(visit.find("#link")).containsText("Live", PATIENTLY);
                    assertThat(visit.find("h1")).containsText("Nothing is gated here yet");
                }
            } finally {
                first.close();
            }
        }
    }
}
