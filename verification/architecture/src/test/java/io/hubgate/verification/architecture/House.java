// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.verification.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The repository on disk: its modules, found by their {@code pom.xml}, with sources and compiled classes. */
final class House {

    private static final Path ROOT = findRoot();
    private static final List<HouseModule> MODULES = findModules();
    private static final JavaClasses MAIN = importMain();
    private static final JavaClasses TESTS = importTests();

    private House() {}

    static Path root() {
        return ROOT;
    }

    /** All modules that have sources, published ones and others. */
    static List<HouseModule> modules() {
        return MODULES;
    }

    static HouseModule module(String path) {
        return MODULES.stream()
                .filter(module -> module.path().equals(path))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no module " + path + " among " + MODULES));
    }

    static List<HouseModule> published() {
        return MODULES.stream().filter(HouseModule::published).toList();
    }

    /** The classes that others get from us. */
    static JavaClasses publishedClasses() {
        return classesOf(HouseModule::published);
    }

    /** What runs for somebody: published modules and examples. */
    static JavaClasses shippedClasses() {
        return classesOf(module -> !module.path().startsWith("verification/"));
    }

    /** The main classes of the modules that a test is about; imported once, since the import is what takes time. */
    static JavaClasses classesOf(Predicate<HouseModule> chosen) {
        List<String> places = MODULES.stream()
                .filter(chosen)
                .map(module -> module.mainClasses().toUri().toString())
                .toList();
        return MAIN.that(DescribedPredicate.describe(
                "are compiled from the chosen modules", type -> places.stream().anyMatch(sourceOf(type)::startsWith)));
    }

    /** The tests of all modules, and the sources of those modules that exist only for tests. */
    static JavaClasses testClasses() {
        return TESTS;
    }

    private static String sourceOf(JavaClass type) {
        return type.getSource().orElseThrow().getUri().toString();
    }

    private static JavaClasses importMain() {
        return importAll(MODULES.stream().map(HouseModule::mainClasses));
    }

    private static JavaClasses importTests() {
        Stream<Path> ofVerification = MODULES.stream()
                .filter(module -> module.path().startsWith("verification/"))
                .map(HouseModule::mainClasses);
        return importAll(Stream.concat(MODULES.stream().map(HouseModule::testClasses), ofVerification));
    }

    private static JavaClasses importAll(Stream<Path> places) {
        return new ClassFileImporter()
                .importPaths(places.filter(Files::isDirectory).toList());
    }

    private static Path findRoot() {
        Path here = Path.of("").toAbsolutePath();
        for (Path dir = here; dir != null; dir = dir.getParent()) {
            if (Files.isDirectory(dir.resolve(".mvn"))) {
                return dir;
            }
        }
        throw new AssertionError("no .mvn above " + here);
    }

    private static List<HouseModule> findModules() {
        try (Stream<Path> files = Files.walk(ROOT, 3)) {
            return files.filter(file -> file.endsWith("pom.xml"))
                    .map(Path::getParent)
                    .filter(dir -> Files.isDirectory(dir.resolve("src")))
                    .filter(dir -> !dir.toString().contains("target"))
                    .map(HouseModule::new)
                    .sorted((a, b) -> a.path().compareTo(b.path()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
