// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.verification.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Dependencies point inward: everything may use core, core uses the JDK, slf4j, and Jackson where documents are encoded. */
class ModuleDependenciesTest {

    private static final List<String> ALWAYS = List.of("java", "org.jspecify.annotations", "org.slf4j");

    /** Outside packages that each published module may use beside those. A new module must be entered here. */
    private static final Map<String, List<String>> OUTSIDE = Map.of(
            "core", List.of("com.fasterxml.jackson"),
            "store-inmemory", List.of(),
            "store-azure-tables", List.of("com.azure.core", "com.azure.data.tables", "okhttp3", "reactor"),
            "store-testkit", List.of("org.junit.jupiter.api", "org.opentest4j", "org.assertj.core", "io.hubgate.rule"),
            "eventgrid-adapter",
                    List.of(
                            "com.fasterxml.jackson",
                            "com.azure.messaging.eventgrid",
                            "com.azure.core",
                            "com.azure.storage.queue"),
            "taskhub-azure-storage",
                    List.of(
                            "com.fasterxml.jackson",
                            "com.azure.core",
                            "com.azure.data.tables",
                            "com.azure.storage",
                            "reactor",
                            "org.reactivestreams"));

    @TestFactory
    Stream<DynamicTest> a_published_module_uses_core_and_what_it_declares() {
        JavaClasses core = House.module("core").classes();
        return House.published().stream()
                .map(module -> DynamicTest.dynamicTest(module.path(), () -> {
                    List<String> outside = OUTSIDE.get(module.path());
                    assertThat(outside).as("what " + module + " may use").isNotNull();
                    JavaClasses own = module.classes();
                    classes()
                            .should()
                            .onlyDependOnClassesThat(allowed(requireNonNull(outside), names(own), names(core)))
                            .check(own);
                }));
    }

    @Test
    void jackson_is_used_by_core_only_in_the_format_of_documents() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.hubgate.format..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.fasterxml.jackson..")
                .check(House.module("core").classes());
    }

    @Test
    void nothing_depends_on_examples_or_on_what_verifies() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.hubgate.examples..", "io.hubgate.verification..")
                .check(House.publishedClasses());
    }

    private static DescribedPredicate<JavaClass> allowed(List<String> outside, Set<String> own, Set<String> core) {
        return DescribedPredicate.describe(
                "are of the module itself, of core, or in " + ALWAYS + outside,
                target -> own.contains(baseName(target))
                        || core.contains(baseName(target))
                        || Stream.concat(ALWAYS.stream(), outside.stream())
                                .anyMatch(prefix -> isIn(target.getBaseComponentType(), prefix)));
    }

    private static boolean isIn(JavaClass target, String prefix) {
        return target.isPrimitive()
                || target.getPackageName().equals(prefix)
                || target.getPackageName().startsWith(prefix + ".");
    }

    private static String baseName(JavaClass target) {
        return target.getBaseComponentType().getName();
    }

    private static Set<String> names(JavaClasses classes) {
        Set<String> names = new TreeSet<>();
        classes.forEach(type -> names.add(type.getName()));
        return names;
    }
}
