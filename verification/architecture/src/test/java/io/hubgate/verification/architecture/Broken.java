// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.verification.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;

/** Shows that a rule can fail: it is run on classes that break it on purpose. */
final class Broken {

    static final String PACKAGE = "io.hubgate.verification.architecture.broken";

    private Broken() {}

    static JavaClasses classes(Class<?>... types) {
        return new ClassFileImporter().importClasses(types);
    }

    static void assertThatFails(ArchRule rule, JavaClasses classes, String naming) {
        String report = rule.evaluate(classes).getFailureReport().toString();
        assertThat(report).as(rule.getDescription()).contains(naming);
    }
}
