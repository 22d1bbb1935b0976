// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.examples.backend.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Request;
import io.hubgate.examples.backend.RunningBackend;
import io.hubgate.examples.backend.settings.Setting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The page of a server with keys. */
@ExtendWith(OneBrowser.class)
class KeyTest {
    private static final String READ = "read-secret-0123456789";
    private static final String EVENTS = "events-secret-0123456789";

    @TempDir
    static Path dir;

    private static Scene scene;
    private Visit visit;

    @BeforeAll
    static void happen() throws IOException {
        Path file = Files.writeString(dir.resolve("keys.json"), """
                {"keys":[{"name":"reader","role":"read","key":"%s"},{"name":"sender","role":"events","key":"%s"},
                         {"name":"boss","role":"admin","key":"admin-secret-0123456789"}]}""".formatted(READ, EVENTS));
        RunningBackend backend = RunningBackend.start(Map.of(Setting.KEYS_FILE, file.toString()));
        scene = new Scene(backend, backend.http().key("admin-secret-0123456789")).declare("orders", "orders2", null);
    }

    @AfterAll
    static void end() {
        scene.close();
    }

    @BeforeEach
    void come(Browser browser) {
        visit = Visit.to(scene.url(), browser).expecting("status of 401").expecting("status of 403");
    }

    @AfterEach
    void leave() {
        visit.close();
    }

    private void give(String key) {
        visit.find("#key").fill(key);
        visit.find("#key").press("Enter");
    }

    @Test
    void asks_for_a_key_and_shows_nothing_before() {
        visit.open("");
        assertThat(visit.find("h1")).hasText("This server wants a key");
        assertThat(visit.find("#key-problem")).isEmpty();
        assertThat(visit.page()).hasTitle("Hubgate wants a key");
        assertThat(visit.sentences()).hasCount(0);
    }

    @Test
    void asks_again_after_a_wrong_key_and_after_one_that_may_not_read() {
        visit.open("");
        give("wrong-secret-0123456789");
        assertThat(visit.find("#key-problem")).containsText("That key does not open this page");
        assertThat(visit.find("#key")).hasValue("");
        give(EVENTS);
        assertThat(visit.find("#key-problem")).containsText("read");
        give(READ);
        assertThat(visit.sentences()).hasText("orders: staging is free, nothing is in it");
        assertThat(visit.find("#link")).hasText("Live");
    }

    @Test
    void keeps_the_key_for_the_session_and_sends_it_in_a_header_only() {
        visit.open("#/apps/orders");
        give(READ);
        assertThat(visit.find("h1")).containsText("orders: staging is free");
        visit.page().reload();
        assertThat(visit.find("h1")).containsText("orders: staging is free");
        List<Request> asked = visit.requests();
        assertThat(asked).noneMatch(request -> request.url().contains(READ));
        assertThat(asked)
                .anyMatch(request -> ("Bearer " + READ).equals(request.headers().get("authorization")));
        assertThat(visit.page().url()).doesNotContain(READ);
        assertThat(visit.page().evaluate("() => JSON.stringify(localStorage) + document.cookie"))
                .isEqualTo("{}");
        assertThat(visit.page().content()).doesNotContain(READ);
    }

    @Test
    void takes_the_key_of_commands_from_the_shell() {
        visit.open("#/apps/orders");
        give(READ);
        assertThat(visit.find("[data-key=advice] pre").first())
                .containsText("-H \"Authorization: Bearer $HUBGATE_KEY\"");
    }
}
