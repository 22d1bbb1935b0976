// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.verification.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** One module of the house. */
record HouseModule(Path directory) {

    /** Its path below the root, with {@code /} on every system. */
    String path() {
        return House.root().relativize(directory).toString().replace('\\', '/');
    }

    boolean published() {
        return !path().startsWith("examples/") && !path().startsWith("verification/");
    }

    Path mainSources() {
        return directory.resolve("src/main/java");
    }

    Path testSources() {
        return directory.resolve("src/test/java");
    }

    Path mainClasses() {
        return directory.resolve("target/classes");
    }

    Path testClasses() {
        return directory.resolve("target/test-classes");
    }

    JavaClasses classes() {
        return House.classesOf(this::equals);
    }

    List<Path> javaFiles(Path sources) {
        if (!Files.isDirectory(sources)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(sources)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return path();
    }
}
