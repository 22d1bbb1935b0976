// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.verification.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;

/** Leaves out the classes that break a rule on purpose. */
final class NotBroken extends DescribedPredicate<JavaClass> {

    NotBroken() {
        super("are not broken on purpose");
    }

    @Override
    public boolean test(JavaClass type) {
        return !type.getPackageName().startsWith(Broken.PACKAGE);
    }
}
