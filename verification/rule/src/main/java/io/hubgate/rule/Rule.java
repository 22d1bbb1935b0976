// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.rule;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says which numbered rules of {@code docs/spec} a test shows.
 *
 * <p>A build test reads these citations: a rule without a test fails the build unless {@code docs/spec/untested.md} lists it, and so does a
 * citation of a rule that is not there.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Rule {

    /**
     * The ids of the rules, for example {@code S-3}.
     *
     * @return at least one id, each a letter, a hyphen and a number
     */
    String[] value();
}
