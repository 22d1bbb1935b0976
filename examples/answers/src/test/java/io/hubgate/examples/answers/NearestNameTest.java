// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.examples.answers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestNameTest {
    private static final List<String> FIELDS = List.of("taskHub", "inUse", "dryRun", "dropEntities");

    @ParameterizedTest
    @CsvSource({
        "dryrun,dryRun",
        "dryRunn,dryRun",
        "DRYRUN,dryRun",
        "task_hub,taskHub",
        "inuse,inUse",
        "dropEntity,dropEntities"
    })
    void finds_what_was_meant(String wrong, String meant) {
        assertThat(NearestName.hint(wrong, FIELDS)).isEqualTo("did you mean '" + meant + "'?");
    }

    @Test
    void lists_what_is_known_when_nothing_is_near() {
        assertThat(NearestName.hint("somethingElseEntirely", FIELDS))
                .isEqualTo("known are dropEntities, dryRun, inUse, taskHub");
    }

    @Test
    void says_so_when_nothing_is_known() {
        assertThat(NearestName.hint("x", List.of())).isEqualTo("none is known here");
    }

    @Test
    void is_not_slowed_down_by_a_huge_name() {
        assertThat(NearestName.hint("x".repeat(1_000_000), FIELDS)).startsWith("known are");
    }
}
