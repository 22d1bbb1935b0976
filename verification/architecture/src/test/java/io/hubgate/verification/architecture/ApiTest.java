// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.verification.architecture;

import static com.tngtech.archunit.core.domain.properties.HasModifiers.Predicates.modifier;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.ThrowsDeclaration;
import io.hubgate.error.HubgateException;
import io.hubgate.verification.architecture.broken.BareName;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.reflect.Executable;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What the published modules show to others. */
class ApiTest {

    /** Names of parameters that say: here travels an identifier. */
    private static final Set<String> IDENTIFIERS = Set.of(
            "app",
            "appname",
            "hub",
            "taskhub",
            "hubname",
            "slot",
            "slotname",
            "release",
            "releaseid",
            "instance",
            "instanceid",
            "orchestrator",
            "functionname",
            "actor",
            "holder",
            "token");

    @TestFactory
    Stream<DynamicTest> a_published_module_exports_all_packages_but_internal_ones() {
        return House.published().stream()
                .map(module -> DynamicTest.dynamicTest(module.path(), () -> {
                    Set<String> open = new TreeSet<>();
                    for (JavaClass type : module.classes()) {
                        String name = type.getPackageName();
                        if (!name.isEmpty() && !type.getSimpleName().equals("package-info") && !isInternal(name)) {
                            open.add(name);
                        }
                    }
                    assertThat(exportsOf(module)).containsExactlyInAnyOrderElementsOf(open);
                }));
    }

    @TestFactory
    Stream<DynamicTest> exported_types_never_mention_internal_ones() {
        return House.published().stream()
                .map(module -> DynamicTest.dynamicTest(module.path(), () -> {
                    List<String> mentions = new ArrayList<>();
                    module.classes().stream()
                            .filter(ApiTest::isExported)
                            .forEach(type -> mentions.addAll(internalsIn(type)));
                    assertThat(mentions).isEmpty();
                }));
    }

    @Test
    void each_exception_of_ours_has_the_one_root() {
        classes()
                .that()
                .areAssignableTo(Throwable.class)
                .should()
                .beAssignableTo(HubgateException.class)
                .check(House.publishedClasses());
    }

    @Test
    void no_exception_is_thrown_that_says_nothing() {
        noClasses()
                .should()
                .callConstructor(RuntimeException.class)
                .orShould()
                .callConstructor(RuntimeException.class, String.class)
                .orShould()
                .callConstructor(RuntimeException.class, String.class, Throwable.class)
                .orShould()
                .callConstructor(RuntimeException.class, Throwable.class)
                .orShould()
                .callConstructor(Exception.class)
                .orShould()
                .callConstructor(Exception.class, String.class)
                .check(House.publishedClasses().that(new NotThrowable()));
    }

    @Test
    void exported_methods_declare_only_our_own_exceptions() {
        List<String> foreign = new ArrayList<>();
        for (JavaClass type : House.publishedClasses()) {
            if (isExported(type)) {
                for (JavaCodeUnit unit : type.getCodeUnits()) {
                    foreign.addAll(foreignThrows(unit));
                }
            }
        }
        assertThat(foreign).isEmpty();
    }

    @Test
    void identifiers_never_travel_as_bare_strings() throws ClassNotFoundException {
        List<String> bare = new ArrayList<>();
        for (JavaClass type : House.module("core").classes()) {
            if (isExported(type) && !type.getPackageName().equals("io.hubgate.model")) {
                bare.addAll(bareIdentifiers(Class.forName(type.getName(), false, ApiTest.class.getClassLoader())));
            }
        }
        assertThat(bare).isEmpty();
    }

    @Test
    void the_rule_finds_a_bare_identifier() {
        assertThat(bareIdentifiers(BareName.class))
                .hasSize(1)
                .first()
                .asString()
                .contains("taskHub");
    }

    private static List<String> bareIdentifiers(Class<?> type) {
        List<String> bare = new ArrayList<>();
        Stream<Executable> all =
                Stream.concat(Arrays.stream(type.getDeclaredMethods()), Arrays.stream(type.getDeclaredConstructors()));
        all.filter(unit -> Modifier.isPublic(unit.getModifiers()) && !unit.isSynthetic())
                .forEach(unit -> {
                    for (Parameter parameter : unit.getParameters()) {
                        if (parameter.getType() == String.class
                                && IDENTIFIERS.contains(parameter.getName().toLowerCase(Locale.ROOT))) {
                            bare.add(unit + " takes " + parameter);
                        }
                    }
                });
        return bare;
    }

    private static List<String> foreignThrows(JavaCodeUnit unit) {
        List<String> foreign = new ArrayList<>();
        if (modifier(JavaModifier.PUBLIC).test(unit)) {
            for (ThrowsDeclaration<?> thrown : unit.getThrowsClause()) {
                JavaClass type = thrown.getRawType();
                if (!type.isAssignableTo(HubgateException.class) && !type.isEquivalentTo(InterruptedException.class)) {
                    foreign.add(unit.getFullName() + " throws " + type.getName());
                }
            }
        }
        return foreign;
    }

    private static List<String> internalsIn(JavaClass type) {
        List<String> mentions = new ArrayList<>();
        for (JavaCodeUnit unit : type.getCodeUnits()) {
            if (unit.getModifiers().contains(JavaModifier.PUBLIC)
                    || unit.getModifiers().contains(JavaModifier.PROTECTED)) {
                Stream.concat(unit.getAllInvolvedRawTypes().stream(), Stream.of(unit.getRawReturnType()))
                        .filter(mentioned -> isInternal(mentioned.getPackageName()))
                        .forEach(mentioned -> mentions.add(unit.getFullName() + " mentions " + mentioned.getName()));
            }
        }
        return mentions;
    }

    private static boolean isExported(JavaClass type) {
        return type.getModifiers().contains(JavaModifier.PUBLIC)
                && !type.getPackageName().isEmpty()
                && !isInternal(type.getPackageName());
    }

    private static boolean isInternal(String packageName) {
        return packageName.startsWith("io.hubgate") && packageName.matches(".*\\.internal(\\..*)?");
    }

    private static Set<String> exportsOf(HouseModule module) {
        Set<String> exports = new TreeSet<>();
        ModuleDescriptor descriptor = ModuleFinder.of(module.mainClasses()).findAll().stream()
                .findFirst()
                .orElseThrow(() -> new AssertionError(module + " has no module-info"))
                .descriptor();
        descriptor.exports().forEach(export -> exports.add(export.source()));
        return exports;
    }

    /** Exceptions themselves call the constructors of their parents. */
    private static final class NotThrowable extends com.tngtech.archunit.base.DescribedPredicate<JavaClass> {
        NotThrowable() {
            super("are no exceptions");
        }

        @Override
        public boolean test(JavaClass type) {
            return !type.isAssignableTo(Throwable.class);
        }
    }
}
