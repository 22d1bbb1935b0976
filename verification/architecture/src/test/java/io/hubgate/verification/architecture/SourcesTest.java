// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.verification.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What only the sources show: packages that say what belongs in them, and the header of each file. */
class SourcesTest {

    private static final String HEADER = """
            // Copyright The Hubgate Authors.
            // SPDX-License-Identifier: Apache-2.0
            """;

    @TestFactory
    Stream<DynamicTest> each_package_says_what_belongs_in_it_and_that_null_is_marked() {
        return House.modules().stream()
                .map(module -> DynamicTest.dynamicTest(module.path(), () -> {
                    for (Path directory : packagesOf(module)) {
                        Path info = directory.resolve("package-info.java");
                        assertThat(info).exists();
                        assertThat(Files.readString(info)).as(info.toString()).contains("/**", "@NullMarked");
                    }
                }));
    }

    @TestFactory
    Stream<DynamicTest> a_published_module_has_a_module_info() {
        return House.published().stream()
                .map(module -> DynamicTest.dynamicTest(
                        module.path(),
                        () -> assertThat(module.mainSources().resolve("module-info.java"))
                                .exists()));
    }

    /** A module may skip its Javadoc only while it has nothing to document: the tool refuses an empty module. */
    @TestFactory
    Stream<DynamicTest> a_published_module_with_types_has_its_javadoc_made() {
        return House.published().stream()
                .filter(module -> module.javaFiles(module.mainSources()).stream()
                        .anyMatch(file -> !file.toString().endsWith("-info.java")))
                .map(module -> DynamicTest.dynamicTest(
                        module.path(),
                        () -> assertThat(module.directory().resolve("pom.xml"))
                                .content()
                                .doesNotContain("maven.javadoc.skip")));
    }

    @Test
    void each_file_begins_with_the_header() throws IOException {
        List<Path> without = new ArrayList<>();
        for (HouseModule module : House.modules()) {
            List<Path> files = new ArrayList<>(module.javaFiles(module.mainSources()));
            files.addAll(module.javaFiles(module.testSources()));
            for (Path file : files) {
                if (!Files.readString(file).startsWith(HEADER)) {
                    without.add(file);
                }
            }
        }
        assertThat(without).isEmpty();
    }

    /** Of main sources only: a test stands in the package of what it tests. */
    private static Set<Path> packagesOf(HouseModule module) {
        Set<Path> packages = new TreeSet<>();
        for (Path file : module.javaFiles(module.mainSources())) {
            if (!file.endsWith("module-info.java")) {
                packages.add(file.getParent());
            }
        }
        return packages;
    }
}
