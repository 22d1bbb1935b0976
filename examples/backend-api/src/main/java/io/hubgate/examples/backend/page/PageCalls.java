// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.examples.backend.page;

import io.hubgate.error.ErrorCode;
import io.hubgate.examples.backend.http.Accept;
import io.hubgate.examples.backend.http.Call;
import io.hubgate.examples.backend.http.HttpAnswer;
import io.hubgate.examples.backend.http.Problem;
import io.hubgate.examples.backend.http.ProblemException;
import io.hubgate.examples.backend.http.Route;
import io.hubgate.examples.backend.http.SecurityHeaders;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The root and the files of the page. They are public and the same for everybody: what the page shows it asks the API for. */
public final class PageCalls {
    private static final Pattern FILE = Pattern.compile("[a-z0-9][a-z0-9-]{0,60}\\.(js|css|svg|png|woff2)");

    private static final Map<String, String> TYPES = Map.of(
            "js", "text/javascript; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "svg", "image/svg+xml",
            "png", "image/png",
            "woff2", "font/woff2");

    private final ExampleLines examples;

    /**
     * Creates the calls.
     *
     * @param examples what a caller gets that is no browser
     */
    public PageCalls(ExampleLines examples) {
        this.examples = examples;
    }

    /**
     * Returns the calls of this group.
     *
     * @return the routes
     */
    public List<Route> routes() {
        return List.of(Route.get("/", null, this::root), Route.get("/page/{file}", null, this::file));
    }

    private HttpAnswer root(Call call) {
        boolean browser = Accept.of(call.header("Accept").orElse("*/*")).prefers("text/html", "text/plain");
        Optional<byte[]> page = browser ? resource("index.html") : Optional.empty();
        return page.map(html -> HttpAnswer.bytes("text/html; charset=utf-8", html)
                        .header(SecurityHeaders.POLICY, SecurityHeaders.PAGE_POLICY))
                .orElseGet(() -> HttpAnswer.text(200, examples.text()))
                .header("Vary", "Accept");
    }

    private HttpAnswer file(Call call) {
        String name = call.path("file");
        if (FILE.matcher(name).matches()) {
            Optional<byte[]> file = resource(name);
            if (file.isPresent()) {
                String type = TYPES.getOrDefault(name.substring(name.lastIndexOf('.') + 1), "application/octet-stream");
                return HttpAnswer.bytes(type, file.get()).header("Cache-Control", "no-cache");
            }
        }
        throw new ProblemException(Problem.of(ErrorCode.NOT_FOUND, "the page has no such file", "open / in a browser"));
    }

    private static Optional<byte[]> resource(String name) {
        try (InputStream in = PageCalls.class.getResourceAsStream("/page/" + name)) {
            return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException("the page's " + name + " cannot be read", e);
        }
    }
}
