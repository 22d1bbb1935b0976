// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.examples.backend.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.hubgate.rule.Rule;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Widths, colours and keys. */
@ExtendWith(OneBrowser.class)
class LooksTest {
    private static final List<String> VIEWS = List.of("", "#/apps/orders", "#/taskhubs/orders1", "#/apps/nobody");

    /** Every text that can be seen and whose contrast to what it stands on is too low, with the ratio (WCAG 2.2, AA). */
    private static final String TOO_FAINT = """
            () => {
              const rgb = (c) => c.match(/[\\d.]+/g).map(Number);
              const part = (v) => (v /= 255) <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4;
              const light = ([r, g, b]) => 0.2126 * part(r) + 0.7152 * part(g) + 0.0722 * part(b);
              const ground = (e) => {
                for (; e; e = e.parentElement) {
                  const c = rgb(getComputedStyle(e).backgroundColor);
                  if (c.length < 4 || c[3] === 1) return c;
                }
                return [255, 255, 255];
              };
              const faint = [];
              const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
              while (texts.nextNode()) {
                const e = texts.currentNode.parentElement;
                if (!texts.currentNode.nodeValue.trim() || e.closest('svg, .unseen, noscript, .skip, :disabled') || !e.checkVisibility()) continue;
                const s = getComputedStyle(e);
                const [a, b] = [light(rgb(s.color)), light(ground(e))].sort((x, y) => y - x);
                const size = parseFloat(s.fontSize);
                const large = size >= 24 || (size >= 18.66 && s.fontWeight >= 700);
                const ratio = (a + 0.05) / (b + 0.05);
                if (ratio < (large ? 3 : 4.5)) faint.push(`${ratio.toFixed(2)} ${texts.currentNode.nodeValue}`);
              }
              return faint;
            }""";

    private static Scene scene;

    @BeforeAll
    static void happen() {
        scene = Scene.begin()
                .declare("orders", null, null)
                .deploy("orders", "orders1", "orders-cd #1")
                .running("orders1", "y".repeat(1_024))
                .running("orders1", "an id with blanks and a_very_long_word_without_any_place_to_break_it")
                .deploy("orders", "orders2", "a pipeline with a long name, " + "number ".repeat(20));
        scene.stage("orders", "orders3", "z".repeat(200));
        scene.deliver(Scene.event("orders1", "b", "F".repeat(300), "Suspended", Duration.ofHours(50)));
        scene.declare("a-function-app-with-a-name-that-is-as-long-as-may-be-here", "long2", "long1");
        scene.declare("free", "free2", null);
    }

    @AfterAll
    static void end() {
        scene.close();
    }

    private static void arrive(Visit visit, String view) {
        visit.open(view);
        assertThat(visit.find("#link")).hasText("Live");
        assertThat(visit.find("main h1").first()).not().hasText("Asking the server");
        assertThat(visit.find("li.card.waiting")).hasCount(0);
    }

    @ParameterizedTest
    @ValueSource(ints = {1280, 400, 360})
    @Rule("D-6")
    void nothing_is_wider_than_the_window(int width, Browser browser) {
        try (Visit visit = Visit.sized(scene.url(), browser, width).expecting("404")) {
            for (String view : VIEWS) {
                arrive(visit, view);
                visit.find("summary").all().forEach(summary -> summary.click());
                assertThat(visit.number("() => document.documentElement.scrollWidth"))
                        .as(view)
                        .isLessThanOrEqualTo(width);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    @Rule("D-6")
    void every_text_stands_out_from_its_ground(ColorScheme scheme, Browser browser) {
        try (Visit visit = Visit.liking(scheme, scene.url(), browser).expecting("404")) {
            for (String view : VIEWS) {
                arrive(visit, view);
                visit.find("summary").all().forEach(summary -> summary.click());
                assertThat((List<?>) visit.page().evaluate(TOO_FAINT)).as(view).isEmpty();
            }
            int light = visit.number(
                    "() => Number(getComputedStyle(document.documentElement)" + ".backgroundColor.match(/\\d+/)[0])");
            assertThat(light < 128).isEqualTo(scheme == ColorScheme.DARK);
        }
    }

    @Nested
    class Keys {
        @Test
        @Rule("D-6")
        void reach_everything_in_the_order_of_reading(Browser browser) {
            try (Visit visit = Visit.to(scene.url(), browser)) {
                arrive(visit, "");
                Page page = visit.page();
                page.keyboard().press("Tab");
                assertThat(visit.find("#skip")).isFocused();
                assertThat(visit.find("#skip")).isInViewport();
                page.keyboard().press("Tab");
                assertThat(visit.find(".brand")).isFocused();
                page.keyboard().press("Tab");
                assertThat(visit.find("#filter")).isFocused();
                page.keyboard().press("Tab");
                assertThat(visit.find("li.card .name").first()).isFocused();
                assertThat(page.evaluate("() => getComputedStyle(document.activeElement).outlineStyle"))
                        .isEqualTo("solid");
                page.keyboard().press("Enter");
                assertThat(visit.find("h1")).containsText("orders: staging is blocked");
                assertThat(visit.find("main")).isFocused();
            }
        }

        @Test
        @Rule("D-6")
        void find_the_filter_with_a_slash_and_leave_it_empty_with_escape(Browser browser) {
            try (Visit visit = Visit.to(scene.url(), browser)) {
                arrive(visit, "#/apps/orders");
                visit.page().keyboard().press("/");
                assertThat(visit.find("#filter")).isFocused();
                visit.page().keyboard().type("fr");
                assertThat(visit.find("li.card .name")).hasText(new String[] {"free"});
                assertThat(visit.find("#filter")).isFocused();
                assertThat(visit.find("#filter")).hasValue("fr");
                visit.page().keyboard().press("Escape");
                assertThat(visit.find("li.card")).hasCount(3);
            }
        }

        @Test
        @Rule("D-6")
        void open_and_close_the_reason_of_a_decision(Browser browser) {
            try (Visit visit = Visit.to(scene.url(), browser)) {
                arrive(visit, "#/apps/orders");
                visit.find("[data-sequence='2'] summary").focus();
                visit.page().keyboard().press("Enter");
                assertThat(visit.find("[data-sequence='2'] .why")).isVisible();
                visit.page().keyboard().press("Enter");
                assertThat(visit.find("[data-sequence='2'] .why")).isHidden();
            }
        }
    }

    @Test
    void it_has_landmarks_one_heading_and_a_language(Browser browser) {
        try (Visit visit = Visit.to(scene.url(), browser)) {
            arrive(visit, "#/apps/orders");
            assertThat(visit.find("html")).hasAttribute("lang", "en");
            assertThat(visit.find("header, main, footer, search, nav")).hasCount(5);
            assertThat(visit.find("h1")).hasCount(1);
            assertThat(visit.find("#banner")).hasAttribute("role", "status");
        }
    }

    @Test
    void it_asks_for_all_its_scripts_at_once(Browser browser) {
        try (Visit visit = Visit.to(scene.url(), browser)) {
            arrive(visit, "#/apps/orders");
            assertThat((List<?>) visit.page().evaluate("""
                            () => {
                              const named = [...document.querySelectorAll('link[rel=modulepreload], script[src]')].map((e) => e.href || e.src);
                              const loaded = performance.getEntriesByType('resource').map((e) => e.name).filter((n) => n.endsWith('.js'));
                              return [...named.filter((n) => !loaded.includes(n)), ...loaded.filter((n) => !named.includes(n))];
                            }""")).isEmpty();
        }
    }

    @Test
    void it_keeps_to_its_policy(Browser browser) {
        try (Visit visit = Visit.to(scene.url(), browser)) {
            String policy = visit.page().navigate(scene.url() + "/").headers().get("content-security-policy");
            assertThat(policy)
                    .contains("default-src 'none'")
                    .contains("script-src 'self'")
                    .doesNotContain("unsafe");
            assertThat(visit.find("[style], style, script:not([src])")).hasCount(0);
        }
    }
}
