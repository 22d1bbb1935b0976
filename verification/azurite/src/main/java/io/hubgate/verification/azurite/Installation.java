// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.verification.azurite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;

/**
 * Azurite on disk, of the version that {@code package-lock.json} pins. The first test that needs it runs {@code npm ci}, so that one command
 * runs all tests on a fresh clone; so does the first one after the lock file has changed. Any number of test JVMs may come at once.
 */
final class Installation {
    private static final Path MODULE = root().resolve("verification/azurite");
    private static final Path LOCK = MODULE.resolve("package-lock.json");
    /** Written last, with the content of the lock file: what is there without it is half an installation, or another one. */
    private static final Path STAMP = MODULE.resolve("node_modules/.hubgate-installed");

    private Installation() {}

    /** The script that ends the server with its starter. */
    static Path watch() {
        return MODULE.resolve("parent-watch.cjs");
    }

    /** The server's script, installed if need be. */
    static synchronized Path server() {
        try {
            if (!isComplete()) {
                installAlone();
            }
            return MODULE.resolve("node_modules/azurite/dist/src/azurite.js");
        } catch (IOException e) {
            throw new UncheckedIOException("Azurite could not be installed", e);
        }
    }

    private static boolean isComplete() throws IOException {
        return Files.exists(STAMP) && Files.readString(STAMP).equals(Files.readString(LOCK));
    }

    /** The lock is the operating system's, so it goes with a JVM that is killed. */
    private static void installAlone() throws IOException {
        Path mutex = Files.createDirectories(MODULE.resolve("target")).resolve("npm-ci.mutex");
        try (FileChannel channel = FileChannel.open(mutex, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock held = channel.lock()) {
            if (held.isValid() && !isComplete()) {
                install();
                Files.writeString(STAMP, Files.readString(LOCK));
            }
        }
    }

    private static void install() throws IOException {
        String npm = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows") ? "npm.cmd" : "npm";
        Path log = MODULE.resolve("target/npm-ci.log");
        try {
            int exit = new ProcessBuilder(List.of(npm, "ci", "--no-audit", "--no-fund", "--ignore-scripts"))
                    .directory(MODULE.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start()
                    .waitFor();
            if (exit != 0) {
                throw new IllegalStateException("npm ci failed with " + exit + ":\n" + Files.readString(log));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while npm ci ran", e);
        } catch (IOException e) {
            throw new IOException("these tests need Node 20 or later with npm on the PATH: install it by hand", e);
        }
    }

    private static Path root() {
        Path here = Path.of("").toAbsolutePath();
        for (Path directory = here; directory != null; directory = directory.getParent()) {
            if (Files.isDirectory(directory.resolve(".mvn"))) {
                return directory;
            }
        }
        throw new IllegalStateException("no .mvn above " + here);
    }
}
