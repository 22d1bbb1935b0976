// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.benchmarks.start;

import io.javalin.Javalin;

/** The least that the backend's HTTP library can be: one route, no logging backend, no settings. */
public final class Hello {
    private Hello() {}

    /**
     * Answers until the process is told to end.
     *
     * @param arguments the port
     */
    public static void main(String[] arguments) {
        Javalin.create(config -> {
                    config.startup.showJavalinBanner = false;
                    config.startup.showOldJavalinVersionWarning = false;
                    config.startup.startupWatcherEnabled = false;
                    config.jetty.host = "127.0.0.1";
                    config.jetty.port = Integer.parseInt(arguments[0]);
                    config.routes.get("/readyz", context -> context.result("hello"));
                })
                .start();
    }
}
