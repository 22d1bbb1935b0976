// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.examples.backend.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RoleTest {
    private static final Map<Role, Set<Role>> INCLUDED = Map.of(
            Role.READ, Set.of(Role.READ),
            Role.DEPLOY, Set.of(Role.DEPLOY, Role.READ),
            Role.CLEANUP, Set.of(Role.CLEANUP, Role.READ),
            Role.ADMIN, Set.of(Role.ADMIN, Role.DEPLOY, Role.CLEANUP, Role.READ),
            Role.EVENTS, Set.of(Role.EVENTS));

    @ParameterizedTest
    @EnumSource
    void includes_exactly_what_the_specification_says(Role role) {
        for (Role needed : Role.values()) {
            assertThat(role.includes(needed))
                    .as(role + " for " + needed)
                    .isEqualTo(INCLUDED.getOrDefault(role, Set.of()).contains(needed));
        }
    }
}
