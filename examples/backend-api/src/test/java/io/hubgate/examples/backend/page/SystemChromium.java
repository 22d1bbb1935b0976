// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.examples.backend.page;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The Chromium of the system. On a fresh Debian machine it is installed from Debian's packages by the first test that needs it, so that one
 * command runs all tests with nothing installed by hand.
 */
final class SystemChromium {
    private static final List<String> PLACES =
            List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome");

    private static final String INSTALL = "if [ \"$(id -u)\" -eq 0 ]; then as=; else as='sudo -n'; fi; "
            + "$as apt-get update && $as apt-get install -y chromium";

    private SystemChromium() {}

    static Path path() {
        return installed()
                .or(SystemChromium::install)
                .orElseThrow(() -> new IllegalStateException("the tests of the page need Chromium in one of " + PLACES
                        + ", and it could not be installed here: install it by hand"));
    }

    private static Optional<Path> installed() {
        return PLACES.stream().map(Path::of).filter(Files::isExecutable).findFirst();
    }

    private static Optional<Path> install() {
        try {
            new ProcessBuilder("sh", "-c", INSTALL)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.INHERIT)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new IllegalStateException("Chromium could not be installed: install it by hand", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return installed();
    }
}
