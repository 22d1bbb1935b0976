// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.examples.backend.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.assertions.LocatorAssertions;
import io.hubgate.examples.backend.contract.ContractHttp;
import io.hubgate.examples.backend.contract.Reply;
import io.hubgate.rule.Rule;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The page of a server that knows no app. */
@ExtendWith(OneBrowser.class)
class EmptyPageTest {
    /** What the page writes: a method if it is not GET, an address, headers, and a body, each line but the last with a backslash. */
    private static final Pattern CURL = Pattern.compile("curl(?: -X (?<method>PUT|POST))? '?(?<url>http[^' ]+)'?"
            + "(?<headers>(?: \\\\\\n  -H '[^']+')*)(?: \\\\\\n  -d '(?<body>[^']+)')?");

    private static final LocatorAssertions.ContainsTextOptions SOON =
            new LocatorAssertions.ContainsTextOptions().setTimeout(2_000);

    @Test
    @Rule("D-6")
    void gives_three_lines_for_this_server_that_make_it_live(Browser browser) {
        try (Scene scene = Scene.begin();
                Visit visit = Visit.to(scene.url(), browser).open("")) {
            assertThat(visit.find(".steps pre")).hasCount(3);
            List<String> lines = visit.find(".steps pre").allTextContents();
            assertThat(lines).allMatch(line -> line.contains(scene.url() + "/api/"));
            assertThat(run(lines.get(0), scene.http()).status()).isEqualTo(201);
            assertThat(visit.sentences()).containsText("orders: cannot tell whether staging is free", SOON);
            assertThat(run(lines.get(1), scene.http()).at("/accepted")).isEqualTo("1");
            assertThat(visit.sentences()).containsText("orders: staging is blocked: 1 orchestration of orders1", SOON);
            assertThat(run(lines.get(2), scene.http()).text()).startsWith("NOT_READY orders/staging orders1");
        }
    }

    /** Does what the shell would do with a line; the line has to be exactly of the form that is expected. */
    private static Reply run(String line, ContractHttp http) {
        Matcher curl = CURL.matcher(line);
        assertThat(curl.matches()).as(line).isTrue();
        ContractHttp client = http;
        Matcher header = Pattern.compile("-H '([^:]+): ([^']+)'").matcher(curl.group("headers"));
        while (header.find()) {
            client = client.with(header.group(1), header.group(2));
        }
        String method = curl.group("method") == null ? "GET" : curl.group("method");
        String target = curl.group("url").replaceFirst("^http://[^/]+", "");
        return client.send(method, target, curl.group("body") == null ? "" : curl.group("body"));
    }
}
