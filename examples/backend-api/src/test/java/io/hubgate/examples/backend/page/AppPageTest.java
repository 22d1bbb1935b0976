// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.examples.backend.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.hubgate.rule.Rule;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** One app on the page, after two deployments and while the third is refused. */
@ExtendWith(OneBrowser.class)
class AppPageTest {
    private static Scene scene;
    private static Visit visit;

    @BeforeAll
    static void happen(Browser browser) {
        scene = Scene.begin()
                .declare("orders", null, null)
                .deploy("orders", "orders419", "orders-cd #419")
                .running("orders419", "order-1003")
                .deploy("orders", "orders420", "orders-cd #420");
        for (int attempt = 0; attempt < 3; attempt++) {
            assertThat(scene.stage("orders", "orders421", "orders-cd #421").code())
                    .isEqualTo("NOT_READY");
        }
        scene.declare("shop", "shop2", null);
        assertThat(scene.stage("shop", "shop3", "shop-cd #3").next()).isEqualTo("deploy");
        scene.declare("unsure", "unsure2", null);
        assertThat(scene.stage("unsure", "unsure3", "unsure-cd #3").next()).isEqualTo("deploy");
        scene.step("unsure", "swap", "unsure3", "unsure-cd #3");
        visit = Visit.to(scene.url(), browser);
    }

    @AfterAll
    static void end() {
        try {
            visit.close();
        } finally {
            scene.close();
        }
    }

    @BeforeEach
    void come() {
        visit.open("");
    }

    private Locator part(String key) {
        return visit.find("[data-key='" + key + "'].part");
    }

    @Nested
    class WhatIsInTheWay {
        @Test
        @Rule("D-3")
        void names_each_instance_with_its_orchestrator_status_and_age_and_what_to_do() {
            visit.open("#/apps/orders");
            assertThat(part("way")).containsText("What to do: wait for it");
            assertThat(part("way").locator("tbody tr")).hasCount(1);
            assertThat(part("way").locator("h4")).hasText("PlaceOrder 1 shown");
            assertThat(part("way").locator("tbody tr"))
                    .hasText(Pattern.compile("order-1003\\s*Copy: end it\\s*Running\\s*\\d+ min.*ago"));
        }

        @Test
        @Rule("D-3")
        void is_known_from_evidence_with_its_age() {
            visit.open("#/apps/orders");
            assertThat(part("basis"))
                    .containsText(Pattern.compile("Events of orders419: 1 active, last event .* ago, read .* ago"));
            assertThat(visit.find(".tags")).containsText("known from events alone");
        }

        @Test
        void is_not_there_when_nothing_is() {
            visit.open("#/apps/shop");
            assertThat(visit.find("h1")).containsText("shop: ");
            assertThat(part("story")).containsText("staged shop3 in staging");
            assertThat(part("way")).hasCount(0);
        }
    }

    @Nested
    class TheLanes {
        @Test
        @Rule("D-2")
        void show_a_swap_as_an_exchange() {
            visit.open("#/apps/orders");
            assertThat(visit.find(".tracks .slot")).hasText(new String[] {"production", "staging"});
            assertThat(visit.find(".tracks .swap.up")).hasCount(2);
            assertThat(visit.find(".tracks .swap.down")).hasCount(1);
            assertThat(visit.find(".tracks .bar.live")).hasCount(2);
            assertThat(visit.find(".tracks .bar.draining")).hasCount(1);
        }

        @Test
        @Rule("D-2")
        void say_the_same_in_words() {
            visit.open("#/apps/orders");
            assertThat(visit.find(".lanes figcaption li").first())
                    .hasText(Pattern.compile("Release orders419: staged in staging from \\d\\d:\\d\\d to .*; "
                            + "live in production from .*; draining in staging from .* to now"));
        }

        @Test
        @Rule("D-2")
        void tell_whether_one_can_roll_back() {
            visit.open("#/apps/orders");
            assertThat(part("lanes")).containsText("Rollback to orders419 possible until the next deployment.");
            visit.open("#/apps/shop");
            assertThat(visit.find("h1")).containsText("shop: ");
            assertThat(part("lanes")).not().containsText("Rollback");
        }

        @Test
        @Rule("D-2")
        void tell_the_open_deployment_with_its_holder_and_lease() {
            visit.open("#/apps/shop");
            Locator open = part("lanes").locator(".open");
            assertThat(open).containsText("Open deployment: shop3 may be deployed to staging, by shop-cd #3");
            assertThat(open).containsText(Pattern.compile("its lease runs for another (1 h|59 min)"));
            assertThat(open.locator("a")).hasAttribute("href", "https://ci.example/runs/1");
            assertThat(open.locator("a")).hasAttribute("rel", "noopener noreferrer");
        }

        @Test
        void know_where_a_release_was_that_was_rolled_back_to() {
            visit.open("");
            assertThat(visit.sentences()).hasCount(3);
            Object stretches = visit.page().evaluate("""
                    async () => {
                      const { tracksOf } = await import('/page/tracks.js');
                      const at = (minute) => new Date(minute * 60000).toISOString();
                      const one = (taskHub, phase, slot, times) => ({ taskHub, phase, slot, release: { id: taskHub, url: null },
                        since: null, stagedAt: null, liveAt: null, leftProductionAt: null, retiredAt: null, deletedAt: null, ...times });
                      const app = { slots: { production: {}, staging: {} }, releases: [
                        one('a', 'LIVE', 'production', { since: at(30), stagedAt: at(1), liveAt: at(30), leftProductionAt: at(21) }),
                        one('b', 'DRAINING', 'staging', { since: at(30), stagedAt: at(10), liveAt: at(20), leftProductionAt: at(31) }),
                      ] };
                      return tracksOf(app, 40 * 60000).map(({ hub, stretches }) => `${hub} ` + stretches
                        .map(({ slot, phase, from, to }) => `${phase} ${slot} ${from / 60000}-${to / 60000}`).join(', ')).join('; ');
                    }""");
            assertThat(stretches)
                    .isEqualTo(
                            "a STAGED staging 1-20, LIVE production 20-20, DRAINING staging 20-30, LIVE production 30-40; "
                                    + "b STAGED staging 10-20, LIVE production 20-30, DRAINING staging 30-40");
        }
    }

    @Nested
    class TheStory {
        @Test
        @Rule("D-4")
        void tells_decisions_and_refusals_in_the_order_of_time() {
            visit.open("#/apps/orders");
            assertThat(visit.find(".story .tale")).hasText(new Pattern[] {
                Pattern.compile("^orders-cd #421 was refused: .*orders419.*"),
                Pattern.compile("^orders-cd #420 confirmed that orders420 is live.*"),
                Pattern.compile("^orders-cd #420 recorded the swap of orders420 in staging.*"),
                Pattern.compile("^orders-cd #420 staged orders420 in staging.*"),
                Pattern.compile("^orders-cd #419 confirmed that orders419 is live.*"),
                Pattern.compile("^orders-cd #419 recorded the swap of orders419 in staging.*"),
                Pattern.compile("^orders-cd #419 staged orders419 in staging.*"),
                Pattern.compile("^local declared that production holds nothing, staging holds nothing.*"),
            });
            assertThat(visit.find(".story .refused .tag")).containsText("3 times since");
            assertThat(visit.find(".story > li > time").first()).hasText(Pattern.compile("^\\d\\d:\\d\\d$"));
        }

        @Test
        @Rule("D-4")
        void gives_the_reason_of_each_from_its_recorded_evidence() {
            visit.open("#/apps/orders");
            Locator staged = visit.find("[data-sequence='5']");
            assertThat(staged.locator(".why")).isHidden();
            staged.locator("summary").click();
            assertThat(staged.locator(".why")).containsText("For overwrite it was free at");
            assertThat(staged.locator(".why")).containsText("settle window of PT0S");
            Locator refused = visit.find(".refused");
            refused.locator("summary").click();
            assertThat(refused.locator(".why")).containsText("NOT_READY");
            assertThat(refused.locator(".why")).containsText("orders421");
            assertThat(refused.locator(".why .findings li")).hasCount(2);
        }

        @Test
        @Rule("D-5")
        void has_an_address_for_each_decision() {
            visit.open("#/apps/orders/decisions/5");
            assertThat(visit.find("[data-sequence='5'] .why")).isVisible();
            assertThat(visit.find("[data-sequence='5'] summary")).isFocused();
            assertThat(visit.find("[data-sequence='5']")).isInViewport();
            assertThat(visit.find("[data-sequence='4'] .why")).isHidden();
            visit.find("[data-sequence='4'] .number").click();
            assertThat(visit.page()).hasURL(scene.url() + "/#/apps/orders/decisions/4");
            assertThat(visit.find("[data-sequence='4'] .why")).isVisible();
        }
    }

    @Nested
    class WhatOneCanDo {
        @Test
        void is_a_command_to_copy() {
            visit.page().context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
            visit.open("#/apps/orders");
            Locator wait = visit.find("[data-key^='command:Wait until staging is free']");
            wait.locator("button").click();
            assertThat(visit.find("#news")).hasText("The command is copied");
            assertThat(visit.page().evaluate("() => navigator.clipboard.readText()"))
                    .isEqualTo("curl --fail-with-body '" + scene.url()
                            + "/api/apps/orders/slots/staging/gate?wait=PT60S' \\\n  -H 'Accept: text/plain'");
        }

        @Test
        void says_for_a_moment_that_it_is_copied_even_if_the_page_is_drawn_anew() {
            // The clock of a page can't be set right again, so this visit is not the others'.
            try (Visit paused = Visit.to(scene.url(), visit.page().context().browser())) {
                Page page = paused.page();
                page.context().grantPermissions(List.of("clipboard-write"));
                page.clock().install();
                paused.open("#/apps/orders");
                Locator button = paused.find("[data-key^='command:Wait until staging is free'] button");
                assertThat(button).hasText("Copy");
                page.clock().pauseAt(((Number) page.evaluate("() => Date.now() + 1000")).longValue());
                button.click();
                assertThat(button).hasText("Copied");
                page.setViewportSize(900, 800);
                page.clock().runFor(1_000);
                assertThat(button).hasText("Copied");
                page.clock().runFor(1_000);
                assertThat(button).hasText("Copy");
            }
        }

        @Test
        void depends_on_where_the_deployment_is() {
            visit.open("#/apps/unsure");
            assertThat(visit.find("h1")).containsText("cannot tell whether staging is free");
            assertThat(part("advice")).containsText("If production’s settings name unsure3: confirm the swap");
            assertThat(part("advice")).containsText("If they still name the former hub: abort it");
            assertThat(visit.find(".tracks .doubt")).hasCount(1);
            visit.open("#/apps/orders");
            assertThat(part("advice")).containsText("--id order-1003 --task-hub-name orders419");
            assertThat(part("advice")).containsText("Roll back to orders419");
        }

        @Test
        void never_makes_the_page_write_anything() {
            visit.open("#/apps/orders");
            assertThat(part("story")).containsText("declared");
            visit.find(".command button").all().forEach(Locator::click);
            assertThat(visit.requests()).allMatch(request -> "GET".equals(request.method()));
        }
    }

    @Test
    void an_app_that_is_not_there_is_told_so() {
        visit.open("#/apps/nobody").expecting("404");
        assertThat(visit.find("h1")).hasText("No app nobody here");
    }

    @Test
    @Rule("D-5")
    void a_hub_has_an_address_and_shows_what_runs_in_it() {
        Page page = visit.open("#/taskhubs/orders419").page();
        assertThat(visit.find("h1")).containsText("orders419 is blocked: 1 orchestration still runs");
        assertThat(page).hasTitle(Pattern.compile("^■ orders419 is blocked: .*"));
        assertThat(visit.find("tbody tr")).hasCount(1);
        visit.find(".crumbs a").nth(1).click();
        assertThat(page).hasURL(scene.url() + "/#/apps/orders");
    }
}
