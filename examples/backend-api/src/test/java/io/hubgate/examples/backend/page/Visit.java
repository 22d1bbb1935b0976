// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.examples.backend.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.ColorScheme;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/**
 * One person in front of the page. When the visit ends it fails the test if the console had an error, or if anything was asked of another
 * server than the page's own.
 */
final class Visit implements AutoCloseable {
    private final URI server;
    private final BrowserContext context;
    private final Page page;
    private final List<String> errors = new ArrayList<>();
    private final List<Request> requests = new ArrayList<>();
    private final List<String> expected = new ArrayList<>();

    private Visit(URI server, BrowserContext context) {
        this.server = server;
        this.context = context;
        this.page = context.newPage();
        page.onConsoleMessage(this::noteConsole);
        page.onPageError(errors::add);
        context.onRequest(requests::add);
    }

    /** Begins a visit with a window of the usual size. */
    static Visit to(URI server, Browser browser) {
        return sized(server, browser, 1280);
    }

    /** Begins a visit with a window of some width. */
    static Visit sized(URI server, Browser browser, int width) {
        return with(server, browser, new Browser.NewContextOptions().setViewportSize(width, 800));
    }

    /** Begins a visit by somebody who likes it dark, or light. */
    static Visit liking(ColorScheme scheme, URI server, Browser browser) {
        return with(
                server,
                browser,
                new Browser.NewContextOptions().setViewportSize(1280, 800).setColorScheme(scheme));
    }

    private static Visit with(URI server, Browser browser, Browser.NewContextOptions options) {
        return new Visit(server, browser.newContext(options.setTimezoneId("UTC").setLocale("en-GB")));
    }

    private void noteConsole(ConsoleMessage message) {
        if ("error".equals(message.type()) || "warning".equals(message.type())) {
            errors.add(message.text() + " at " + message.location());
        }
    }

    /** Says that the browser itself will note failed requests of this kind, since the test makes them fail. */
    Visit expecting(String note) {
        expected.add(note);
        return this;
    }

    /** Opens a view, such as {@code #/apps/orders}, and waits until it stands there. */
    Visit open(String hash) {
        page.navigate(server + "/" + hash);
        page.waitForSelector("body[data-shown=\"" + hash + "\"]");
        return this;
    }

    Page page() {
        return page;
    }

    Locator find(String selector) {
        return page.locator(selector);
    }

    /** Returns the sentences of the cards, from top to bottom. */
    Locator sentences() {
        return page.locator("main .sentence");
    }

    /** Returns everything that was asked for, from whomever. */
    List<Request> requests() {
        return List.copyOf(requests);
    }

    int number(String script) {
        return ((Number) page.evaluate(script)).intValue();
    }

    @Override
    public void close() {
        // What the page still does while it closes counts too.
        context.close();
        errors.removeIf(error -> expected.stream().anyMatch(error::contains));
        List<String> elsewhere = requests.stream()
                .map(Request::url)
                .filter(url -> !url.startsWith(server + "/") && !url.startsWith("data:"))
                .toList();
        assertThat(errors).as("errors in the console").isEmpty();
        assertThat(elsewhere).as("requests that leave the server").isEmpty();
    }
}
