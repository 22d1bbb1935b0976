// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.verification.explorer;

import static io.hubgate.verification.explorer.Scope.Event.LATE_START;
import static io.hubgate.verification.explorer.Scope.Event.ROLLBACK;
import static io.hubgate.verification.explorer.Scope.Event.TRIGGERS;
import static org.assertj.core.api.Assertions.assertThat;

import io.hubgate.rule.Rule;
import org.junit.jupiter.api.Test;

/** Each rule is needed: with one taken out, the explorer finds a path to what must never be. The paths are printed. */
class MutationTest {
    private static String find(Rules.Rule out, Scope scope, boolean deadEnds) {
        assertThat(explore(scope, Rules.ALL, deadEnds).path())
                .as("with the rule, nothing is found")
                .isEmpty();
        Exploration.Result result = explore(scope, Rules.without(out), deadEnds);
        System.out.println("without " + out + ", explored " + scope + ": " + result);
        assertThat(result.path()).as("without " + out).isNotEmpty();
        return result.path().get(result.path().size() - 1);
    }

    private static Exploration.Result explore(Scope scope, Rules rules, boolean deadEnds) {
        Probe probe = new Probe(rules);
        return new Exploration(scope, rules, world -> deadEnds && probe.isDeadEnd(world)).run();
    }

    @Test
    @Rule("P-1")
    void without_the_repeated_stage_work_is_overwritten() {
        Scope scope = Scope.of(Scope.Start.RUNNING, 3, LATE_START).to(8);
        assertThat(find(Rules.Rule.STAGE_AGAIN, scope, false)).contains("which holds work");
    }

    @Test
    @Rule("P-1")
    void without_the_repeated_swap_work_is_overwritten() {
        assertThat(find(Rules.Rule.SWAP_AGAIN, Scope.of(Scope.Start.RUNNING, 3), false))
                .contains("which holds work");
    }

    @Test
    @Rule("P-3")
    void without_the_renewal_a_slow_write_hits_anothers_deployment() {
        assertThat(find(Rules.Rule.RENEWAL, Scope.of(Scope.Start.RUNNING, 3), false))
                .contains("the record does not know it");
    }

    @Test
    @Rule("P-10")
    void judging_the_recorded_hub_alone_work_is_overwritten() {
        Scope scope = Scope.of(Scope.Start.RUNNING, 3, LATE_START).to(10);
        assertThat(find(Rules.Rule.OCCUPANTS, scope, false)).contains("which holds work");
    }

    @Test
    @Rule("P-16")
    void without_the_seal_triggers_start_work_that_is_overwritten() {
        Scope scope = Scope.of(Scope.Start.RUNNING, 3, TRIGGERS).to(10);
        assertThat(find(Rules.Rule.SEAL, scope, false)).contains("which holds work");
    }

    @Test
    @Rule("P-16")
    void sealing_while_a_host_lives_work_is_overwritten() {
        Scope scope = Scope.of(Scope.Start.RUNNING, 3, TRIGGERS).to(12);
        assertThat(find(Rules.Rule.SEAL_SEES_HOSTS, scope, false)).contains("which holds work");
    }

    @Test
    @Rule("P-1")
    void without_the_token_at_abort_pipelines_get_stuck() {
        Scope scope = Scope.of(Scope.Start.RUNNING, 3, ROLLBACK).to(17);
        assertThat(find(Rules.Rule.TOKEN_AT_ABORT, scope, true)).contains("no pipeline can finish");
    }

    @Test
    @Rule("P-11")
    void without_the_token_at_other_looks_pipelines_get_stuck() {
        Scope scope = Scope.of(Scope.Start.RUNNING, 3, ROLLBACK).to(18);
        assertThat(find(Rules.Rule.TOKEN_AT_LOOK, scope, true)).contains("no pipeline can finish");
    }

    @Test
    @Rule("P-1")
    void aborting_what_had_not_expired_when_the_token_was_read_gets_pipelines_stuck() {
        Scope scope = Scope.of(Scope.Start.RUNNING, 3, ROLLBACK).to(18);
        assertThat(find(Rules.Rule.EXPIRED_AT_LOOK, scope, true)).contains("no pipeline can finish");
    }
}
