// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.examples.backend.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import io.hubgate.rule.Rule;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** All apps on the page. */
@ExtendWith(OneBrowser.class)
class OverviewTest {
    private static Scene scene;
    private static Visit visit;

    @BeforeAll
    static void happen(Browser browser) {
        scene = Scene.begin()
                .declare("accounts", "accounts2", null)
                .declare("billing", "billing2", "billing1")
                .declare("orders", "orders420", "orders419")
                .declare("orders-eu", "orderseu2", "orderseu1")
                .running("orders419", 5)
                .running("orderseu1", "order-7")
                .running("orderseu1", "order-8")
                .completed("orderseu1", "order-7");
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
        visit.find("#filter").fill("");
        assertThat(visit.find("li.card.waiting")).hasCount(0);
        assertThat(visit.sentences()).hasCount(4);
    }

    @Nested
    class EachApp {
        @Test
        @Rule("D-1")
        void is_blocked_in_one_sentence_with_number_hub_and_age() {
            assertThat(visit.find("[data-app=orders] .sentence"))
                    .hasText(
                            Pattern.compile(
                                    "^orders: staging is blocked: 5 orchestrations of orders419 still run, oldest 3 h( \\d+ min)?$"));
        }

        @Test
        @Rule("D-1")
        void is_blocked_by_a_single_orchestration_in_the_singular() {
            assertThat(visit.find("[data-app=orders-eu] .sentence"))
                    .hasText(Pattern.compile(
                            "^orders-eu: staging is blocked: 1 orchestration of orderseu1 still runs, for 2 min.*$"));
        }

        @Test
        @Rule("D-1")
        void is_free_in_one_sentence() {
            assertThat(visit.find("[data-app=accounts] .sentence"))
                    .hasText("accounts: staging is free, nothing is in it");
        }

        @Test
        @Rule("D-1")
        void cannot_be_told_in_one_sentence_with_the_reason() {
            assertThat(visit.find("[data-app=billing] .sentence"))
                    .hasText(Pattern.compile("^billing: cannot tell whether staging is free: no event of billing1.*"));
        }

        @Test
        @Rule("D-1")
        void has_a_shape_of_its_own_for_each_verdict() {
            Object shapes = visit.page()
                    .evaluate(
                            "() => ['not_ready', 'unknown', 'ready'].map("
                                    + "(kind) => document.querySelector(`.sign.${kind} .shape`).outerHTML.replace(/class=\"[^\"]*\"/, ''))");
            assertThat((List<?>) shapes).doesNotHaveDuplicates().hasSize(3);
        }

        @Test
        void lists_the_oldest_instances_and_how_many_more_there_are() {
            assertThat(visit.find("[data-app=orders] .instances li")).hasCount(4);
            assertThat(visit.find("[data-app=orders] .instances li").first())
                    .containsText("order-00000 PlaceOrder, running for 3 h");
            assertThat(visit.find("[data-app=orders] .instances .more")).hasText("and 2 more");
        }

        @Test
        void gets_older_while_one_looks() {
            String before = visit.find("[data-app=orders-eu] .sentence .age").textContent();
            assertThat(visit.find("[data-app=orders-eu] .sentence .age")).not().hasText(before);
        }
    }

    @Nested
    class AllOfThem {
        @Test
        @Rule("D-1")
        void stand_blocked_first_then_those_that_cannot_be_told_then_free() {
            assertThat(visit.find("li.card .name"))
                    .hasText(new String[] {"orders", "orders-eu", "billing", "accounts"});
            assertThat(visit.find("h1")).hasText("2 blocked · 1 cannot tell · 1 free");
        }

        @Test
        @Rule("D-1")
        void are_in_the_title_of_the_tab_with_the_worst_first() {
            assertThat(visit.page())
                    .hasTitle(Pattern.compile("^■ orders: staging is blocked: 5 orchestrations of orders419 still run, "
                            + "oldest 3 h.* \\(2 blocked, 1 cannot tell, 1 free\\) · Hubgate$"));
            assertThat(visit.find("#icon")).hasAttribute("href", "/page/mark-blocked.svg");
        }

        @Test
        @Rule("D-1")
        void are_filtered_by_the_beginning_of_their_names() {
            visit.find("#filter").fill("Orders");
            assertThat(visit.find("li.card .name")).hasText(new String[] {"orders", "orders-eu"});
            visit.find("#filter").fill("rders");
            assertThat(visit.find("li.card")).hasCount(0);
            assertThat(visit.find("h1")).containsText("No app begins with “rders”");
        }

        @Test
        void lead_to_the_page_of_each() {
            visit.find("[data-app=orders] .name").click();
            assertThat(visit.page()).hasURL(scene.url() + "/#/apps/orders");
            assertThat(visit.find("h1")).containsText("orders: staging is blocked");
            assertThat(visit.page()).hasTitle(Pattern.compile("^■ orders: staging is blocked: [^(]* · Hubgate$"));
        }
    }
}
