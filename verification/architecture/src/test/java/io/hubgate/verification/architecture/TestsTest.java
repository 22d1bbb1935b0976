// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.verification.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.tngtech.archunit.lang.ArchRule;
import io.hubgate.verification.architecture.broken.Asleep;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Test;

/** Tests run: none is switched off. */
class TestsTest {

    private static final ArchRule NO_CLASS_OFF = noClasses().should().beAnnotatedWith(Disabled.class);
    private static final ArchRule NO_METHOD_OFF = noMethods().should().beAnnotatedWith(Disabled.class);

    @Test
    void no_test_is_disabled() {
        NO_CLASS_OFF.check(House.testClasses());
        NO_METHOD_OFF.check(House.testClasses().that(new NotBroken()));
    }

    @Test
    void the_rule_finds_what_it_forbids() {
        Broken.assertThatFails(NO_METHOD_OFF, Broken.classes(Asleep.class), "Asleep");
    }
}
