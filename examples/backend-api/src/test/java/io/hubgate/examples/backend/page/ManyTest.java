// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.examples.backend.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.assertions.LocatorAssertions;
import io.hubgate.rule.Rule;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** 200 apps, of which one has 10,000 orchestrations in the way. What is bounded is the number of nodes, which costs the browser. */
@ExtendWith(OneBrowser.class)
class ManyTest {
    private static final String NODES = "() => document.querySelectorAll('*').length";
    private static final int MOST_AT_FIRST = 1_500;
    private static final int MOST_OF_ALL = 5_000;

    private static Scene scene;
    private static Visit visit;

    @BeforeAll
    static void happen(Browser browser) {
        scene = Scene.begin();
        for (int i = 0; i < 199; i++) {
            boolean blocked = i % 10 == 0;
            scene.declare("app-%03d".formatted(i), "app%03db".formatted(i), blocked ? "app%03da".formatted(i) : null);
            if (blocked) {
                scene.running("app%03da".formatted(i), 5);
            }
        }
        scene.declare("warehouse", "warehouse2", "warehouse1").running("warehouse1", 10_000);
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

    @Test
    @Rule("D-6")
    void stand_on_the_page_a_part_at_a_time(Browser browser) {
        try (Visit fresh = Visit.to(scene.url(), browser)) {
            fresh.open("");
            assertThat(fresh.find("h1"))
                    .hasText("21 blocked · 179 free", new LocatorAssertions.HasTextOptions().setTimeout(20_000));
            assertThat(fresh.find("li.card")).hasCount(40);
            assertThat(fresh.number(NODES)).isLessThan(MOST_AT_FIRST);
            fresh.find("#rest button").press("Enter");
            assertThat(fresh.find("li.card:nth-child(80)")).isAttached();
            for (int wanted = 120; wanted <= 200; wanted += 40) {
                fresh.page().evaluate("() => scrollTo(0, document.body.scrollHeight)");
                assertThat(fresh.find("li.card:nth-child(" + wanted + ")")).isAttached();
            }
            assertThat(fresh.find("#rest")).hasCount(0);
            assertThat(fresh.number(NODES)).isLessThan(MOST_OF_ALL);
        }
    }

    @Test
    @Rule({"D-1", "D-6"})
    void are_counted_and_only_the_oldest_are_named() {
        visit.open("");
        visit.find("#filter").fill("ware");
        assertThat(visit.find("li.card")).hasCount(1);
        assertThat(visit.find(".sentence")).containsText("10,000 orchestrations of warehouse1 still run, oldest 3 h");
        assertThat(visit.find(".instances li")).hasCount(4);
        assertThat(visit.find(".instances .more")).hasText("and 9,997 more");
        visit.find(".instances .more a").click();
        assertThat(visit.page()).hasURL(scene.url() + "/#/taskhubs/warehouse1");
    }

    @Test
    @Rule("D-6")
    void of_a_hub_are_turned_page_by_page() {
        visit.open("#/taskhubs/warehouse1");
        assertThat(visit.find("tbody tr")).hasCount(100);
        assertThat(visit.find("tbody tr").first()).containsText("order-00000");
        visit.find("button:has-text('Next')").click();
        assertThat(visit.find(".pages")).containsText("Page 2");
        assertThat(visit.find("tbody tr").first()).containsText("order-00100");
        assertThat(visit.find("tbody tr")).hasCount(100);
        assertThat(visit.number(NODES)).isLessThan(MOST_AT_FIRST + 500);
        visit.find("button:has-text('Previous')").click();
        assertThat(visit.find("tbody tr").first()).containsText("order-00000");
    }

    @Test
    @Rule("D-6")
    void of_an_app_stand_on_its_page_by_their_oldest() {
        visit.open("#/apps/warehouse");
        assertThat(visit.find(".way")).containsText(Pattern.compile("and 9,9\\d\\d more"));
        assertThat(visit.number(NODES)).isLessThan(MOST_AT_FIRST);
    }
}
