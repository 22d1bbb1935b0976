// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.examples.backend.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import io.hubgate.rule.Rule;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Ids, names, reasons and addresses that somebody made to do harm. */
@ExtendWith(OneBrowser.class)
class ForeignTextTest {
    private static final String MARKUP = "<img src=x onerror=\"window.harmed=1\">";
    private static final String SCRIPT = "<script>window.harmed=1</script>";
    private static final String REVERSED = "order\u202Egnp.exe";
    private static final String LONG = "x".repeat(1_024);
    private static final String SHELL = "'; rm -rf ~; $(reboot) `id`";

    private static Scene scene;
    private static Visit visit;

    @BeforeAll
    static void happen(Browser browser) {
        scene = Scene.begin().declare("orders", "orders2", "orders1");
        for (String id : new String[] {MARKUP, REVERSED, LONG, SHELL}) {
            scene.deliver(Scene.event("orders1", id, SCRIPT, "Running", Duration.ofMinutes(2)));
        }
        scene.deliver(Scene.event("orders1", "order-1", "\"><b>bold</b>", "<i>odd</i>", Duration.ofMinutes(1)));
        assertThat(scene.stage("orders", "orders3", MARKUP + SCRIPT).status()).isEqualTo(409);
        scene.http()
                .with("X-Hubgate-Actor", "<b>boss</b>")
                .put(
                        "/api/apps/orders",
                        "{\"slots\":{\"blue\":null},\"reason\":\"<svg onload=window.harmed=1> \\u202E\"}");
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

    private void nothingBecameMarkup() {
        assertThat(visit.page().evaluate("() => window.harmed ?? null")).isNull();
        assertThat(visit.find("main img, main script, main b, main i, main [onerror], main [onload]"))
                .hasCount(0);
        assertThat(visit.find("main a[href]:not([href^='#']):not([href^='http'])"))
                .hasCount(0);
    }

    @Test
    @Rule("D-6")
    void stay_text_in_the_view_of_all_apps() {
        visit.open("");
        assertThat(visit.find(".instances")).containsText(MARKUP);
        assertThat(visit.find(".instances")).containsText(SCRIPT);
        nothingBecameMarkup();
    }

    @Test
    @Rule({"D-6", "D-4"})
    void stay_text_in_the_view_of_an_app() {
        visit.open("#/apps/orders");
        assertThat(visit.find(".way")).containsText(MARKUP);
        assertThat(visit.find(".way")).containsText("<i>odd</i>");
        assertThat(visit.find(".way")).containsText(SHELL);
        Locator story = visit.find("[data-key=story]");
        assertThat(story).containsText(MARKUP + SCRIPT + " was refused");
        assertThat(story).containsText("<svg onload=window.harmed=1>");
        visit.find(".story summary").all().forEach(Locator::click);
        assertThat(story).containsText("local for <b>boss</b>");
        nothingBecameMarkup();
    }

    @Test
    @Rule("D-6")
    void stay_text_in_the_view_of_a_hub() {
        visit.open("#/taskhubs/orders1");
        assertThat(visit.find("tbody tr")).hasCount(5);
        assertThat(visit.find("tbody")).containsText(MARKUP);
        nothingBecameMarkup();
        visit.open("#/apps/%3Cimg%20src=x%20onerror=window.harmed=1%3E").expecting("400");
        assertThat(visit.find("h1")).containsText("<img src=x onerror=window.harmed=1>");
        nothingBecameMarkup();
    }

    @Test
    @Rule("D-6")
    void show_what_is_invisible_in_them() {
        visit.open("#/taskhubs/orders1");
        assertThat(visit.find(".code")).hasText("\\u202E");
        assertThat(visit.find("tbody")).containsText("order\\u202Egnp.exe");
        assertThat((String) visit.page().evaluate("() => document.body.innerText"))
                .doesNotContain("\u202E");
        assertThat(visit.page().title()).doesNotContain("\u202E");
    }

    @Test
    @Rule("D-6")
    void are_cut_when_they_are_long_and_whole_on_demand() {
        visit.open("#/taskhubs/orders1");
        Locator cut = visit.find(".foreign[title]");
        assertThat(cut).containsText("… (1,024 characters)");
        assertThat(cut).hasAttribute("title", LONG);
        assertThat(cut.textContent()).hasSizeLessThan(200);
    }

    @Test
    void are_not_pasted_into_commands() {
        visit.open("#/apps/orders");
        assertThat(visit.find("[data-key=advice]")).containsText("--id order-1 ");
        assertThat(visit.find("[data-key=advice]")).not().containsText("reboot");
        Object quoted = visit.page().evaluate("""
                async () => {
                  const { quoted, isPastable } = await import('/page/shell.js');
                  return [quoted("it's"), quoted('a b'), quoted('order-1'), isPastable('-rf'), isPastable('a;b'), isPastable('a.b:c@d_e-f')];
                }""");
        assertThat(quoted).hasToString("['it'\\''s', 'a b', order-1, false, false, true]");
    }

    @Test
    void are_no_links_unless_they_lead_to_the_web(Browser browser) {
        try (Visit harmful = Visit.to(scene.url(), browser);
                Visit harmless = Visit.to(scene.url(), browser)) {
            harmful.page().route("**/api/apps", route -> answeredWith(route, "javascript:window.harmed=1//"));
            harmful.open("#/apps/orders");
            assertThat(harmful.find(".open")).containsText("by evil holder");
            assertThat(harmful.find(".open a")).hasCount(0);
            assertThat(harmful.find("main a[href*=javascript]")).hasCount(0);
            harmless.page().route("**/api/apps", route -> answeredWith(route, "HTTPS://ci.example/1"));
            harmless.open("#/apps/orders");
            assertThat(harmless.find(".open a")).hasAttribute("href", "https://ci.example/1");
            assertThat(harmless.find(".open a")).hasAttribute("rel", "noopener noreferrer");
        }
    }

    /** Puts an open deployment into the answer of the server, whose own checks would refuse such an address. */
    private static void answeredWith(Route route, String url) {
        APIResponse real = route.fetch();
        String open =
                "\"deployment\":{\"taskHub\":\"orders3\",\"release\":\"3\",\"slot\":\"staging\",\"step\":\"STAGED\","
                        + "\"holder\":{\"name\":\"evil holder\",\"url\":\"" + url + "\"},"
                        + "\"openedAt\":\"2026-01-01T00:00:00Z\",\"expiresAt\":\"2026-01-01T01:00:00Z\"}";
        route.fulfill(
                new Route.FulfillOptions().setResponse(real).setBody(real.text().replace("\"deployment\":null", open)));
    }

    @Test
    void cannot_become_attributes_that_act() {
        visit.open("");
        Object refused = visit.page().evaluate("""
                async () => {
                  const { h } = await import('/page/dom.js');
                  return ['javascript:1', ' javascript:1', '//evil.example', 'data:text/html,1', 'https:evil'].map((href) => {
                    try { h('a', { href }); return href; } catch { return 'refused'; }
                  }).concat(['onclick', 'style', 'srcdoc'].map((name) => {
                    try { h('a', { [name]: '1' }); return name; } catch { return 'refused'; }
                  })).join();
                }""");
        assertThat(refused).isEqualTo("refused,refused,refused,refused,refused,refused,refused,refused");
    }
}
