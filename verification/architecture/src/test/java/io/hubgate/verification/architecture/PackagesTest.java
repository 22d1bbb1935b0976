// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.verification.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import io.hubgate.verification.architecture.broken.FileHelper;
import io.hubgate.verification.architecture.broken.left.Left;
import io.hubgate.verification.architecture.broken.right.Right;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Packages: no cycles, no drawers for odds and ends, none in two modules. */
class PackagesTest {

    private static final ArchRule NO_CYCLES =
            slices().assignedFrom(new EachPackage()).should().beFreeOfCycles();

    private static final ArchRule NO_DRAWERS = noClasses()
            .should()
            .resideInAnyPackage("..util..", "..utils..", "..helper..", "..helpers..", "..common..", "..misc..")
            .orShould()
            .haveNameMatching(".*(Util|Utils|Helper|Helpers|Manager)");

    @TestFactory
    Stream<DynamicTest> the_packages_of_a_module_have_no_cycle() {
        return House.modules().stream()
                .filter(module -> !module.path().startsWith("verification/"))
                .map(module -> DynamicTest.dynamicTest(
                        module.path(), () -> NO_CYCLES.allowEmptyShould(true).check(module.classes())));
    }

    @Test
    void no_class_is_in_a_drawer_for_odds_and_ends() {
        NO_DRAWERS.check(House.shippedClasses());
    }

    @Test
    void no_package_is_in_two_modules() {
        Map<String, HouseModule> owners = new HashMap<>();
        for (HouseModule module : House.modules()) {
            for (JavaClass type : module.classes()) {
                if (!type.getPackageName().isEmpty()) {
                    HouseModule owner = owners.computeIfAbsent(type.getPackageName(), name -> module);
                    assertThat(owner).as("the module of " + type.getName()).isEqualTo(module);
                }
            }
        }
        assertThat(owners).containsKey("io.hubgate.rule");
    }

    @Test
    void the_rules_find_what_they_forbid() {
        JavaClasses broken = Broken.classes(Left.class, Right.class, FileHelper.class);
        Broken.assertThatFails(NO_CYCLES, broken, "Left");
        Broken.assertThatFails(NO_DRAWERS, broken, "FileHelper");
    }

    private static final class EachPackage implements SliceAssignment {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            return type.getPackageName().startsWith("io.hubgate")
                    ? SliceIdentifier.of(type.getPackageName())
                    : SliceIdentifier.ignore();
        }

        @Override
        public String getDescription() {
            return "each package by itself";
        }
    }
}
