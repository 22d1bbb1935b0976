// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.deployment;

import static io.hubgate.deployment.Scene.BY_1;
import static io.hubgate.deployment.Scene.BY_2;
import static io.hubgate.deployment.Scene.HUB_1;
import static io.hubgate.deployment.Scene.HUB_2;
import static io.hubgate.deployment.Scene.HUB_3;
import static io.hubgate.deployment.Scene.HUB_4;
import static io.hubgate.deployment.Scene.ORDERS;
import static io.hubgate.deployment.Scene.STRANGER;
import static org.assertj.core.api.Assertions.assertThat;

import io.hubgate.error.ErrorCode;
import io.hubgate.model.SlotName;
import io.hubgate.model.TaskHubName;
import io.hubgate.model.Token;
import io.hubgate.rule.Rule;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Of several rules that a call breaks, the first in the order of rule P-15 refuses it. */
class OrderTest {
    /** One way to break a rule of stage, in the order in which the rules are looked at. */
    enum Broken {
        PRODUCTION(ErrorCode.SLOT_IS_PRODUCTION),
        APP(ErrorCode.APP_UNKNOWN),
        SLOT(ErrorCode.SLOT_UNKNOWN),
        TOKEN(ErrorCode.STALE_TOKEN),
        PAST_STAGED(ErrorCode.HUB_NAME_USED),
        OTHERS(ErrorCode.DEPLOYMENT_OPEN),
        DOUBT(ErrorCode.SWAP_UNCONFIRMED),
        OBSERVED(ErrorCode.SLOT_DIFFERS),
        OWNED(ErrorCode.HUB_OWNED),
        NOT_EMPTY(ErrorCode.HUB_NOT_EMPTY),
        VERDICT(ErrorCode.NOT_READY);

        private final ErrorCode code;

        Broken(ErrorCode code) {
            this.code = code;
        }
    }

    /** Release 2 is live, release 1 drains in staging, and release 3 or 1 is staged with all that is broken. */
    private static Transition stage(Set<Broken> broken) {
        Scene scene = Scene.confirmed();
        open(scene, broken);
        TaskHubName hub = broken.contains(Broken.PAST_STAGED) ? HUB_1 : HUB_3;
        if (broken.contains(Broken.OWNED)) {
            scene.witness.owned(hub, Scene.OTHER_APP);
        }
        if (broken.contains(Broken.NOT_EMPTY)) {
            scene.witness.working.add(hub);
        }
        if (broken.contains(Broken.VERDICT)) {
            scene.witness.working.add(HUB_1);
        }
        if (broken.contains(Broken.APP)) {
            scene.app = App.undeclared(ORDERS);
        }
        return scene.ask(Scene.stage(slot(broken), hub, options(broken)));
    }

    /** A deployment of the caller, or of another run, as far as it takes. */
    private static void open(Scene scene, Set<Broken> broken) {
        Options by = broken.contains(Broken.OTHERS) ? BY_1 : BY_2;
        if (broken.contains(Broken.OTHERS) || broken.contains(Broken.DOUBT)) {
            scene.moves(Scene.stage(HUB_4, by));
        }
        if (broken.contains(Broken.DOUBT)) {
            scene.moves(Scene.swap(HUB_4, by));
        }
    }

    private static SlotName slot(Set<Broken> broken) {
        if (broken.contains(Broken.PRODUCTION)) {
            return SlotName.PRODUCTION;
        }
        return broken.contains(Broken.SLOT) ? new SlotName("blue") : SlotName.STAGING;
    }

    private static Options options(Set<Broken> broken) {
        Options options = BY_2;
        if (broken.contains(Broken.TOKEN)) {
            options = options.ifMatch(new Token(99));
        }
        return broken.contains(Broken.OBSERVED) ? options.observing(new ObservedHub(STRANGER)) : options;
    }

    private static List<Set<Broken>> everySet() {
        List<Set<Broken>> sets = new ArrayList<>(List.of(EnumSet.noneOf(Broken.class)));
        for (Broken broken : Broken.values()) {
            for (Set<Broken> set : List.copyOf(sets)) {
                Set<Broken> more = EnumSet.of(broken);
                more.addAll(set);
                sets.add(more);
            }
        }
        sets.removeIf(set -> set.isEmpty() || set.containsAll(EnumSet.of(Broken.PRODUCTION, Broken.SLOT)));
        return sets;
    }

    @Test
    @Rule("P-15")
    void of_every_set_of_broken_rules_of_stage_the_first_refuses() {
        List<Set<Broken>> sets = everySet();
        assertThat(sets).hasSize(2047 - 512);
        for (Set<Broken> broken : sets) {
            Transition transition = stage(broken);
            assertThat(transition).as(broken.toString()).isInstanceOf(Transition.Rejected.class);
            assertThat(((Transition.Rejected) transition).refusal().code())
                    .as(broken.toString())
                    .isEqualTo(broken.iterator().next().code);
        }
        assertThat(stage(EnumSet.noneOf(Broken.class))).isInstanceOf(Transition.Moved.class);
    }

    @Nested
    class Of_swap {
        @Test
        @Rule("P-15")
        void the_slot_comes_before_the_app_and_the_app_before_the_token() {
            Options stale = BY_1.ifMatch(new Token(99));
            new Scene()
                    .refuses(new Command.Swap(ORDERS, SlotName.PRODUCTION, HUB_2, stale), ErrorCode.SLOT_IS_PRODUCTION);
            new Scene().refuses(Scene.swap(HUB_2, stale), ErrorCode.APP_UNKNOWN);
            Scene.staged()
                    .refuses(new Command.Swap(ORDERS, new SlotName("blue"), HUB_2, stale), ErrorCode.SLOT_UNKNOWN);
            Scene.confirmed().refuses(Scene.swap(HUB_2, stale), ErrorCode.STALE_TOKEN);
        }

        @Test
        @Rule("P-15")
        void anothers_deployment_comes_before_the_observation() {
            Options strange = BY_2.observing(new ObservedHub(STRANGER));
            Scene scene = Scene.staged();
            scene.refuses(Scene.swap(HUB_2, strange), ErrorCode.DEPLOYMENT_OPEN);
            assertThat(scene.production().occupants()).doesNotContain(STRANGER);
            scene.expired().refuses(Scene.swap(HUB_2, strange), ErrorCode.SLOT_DIFFERS);
        }
    }

    @Nested
    class Of_the_others {
        @Test
        @Rule("P-15")
        void the_token_comes_before_all_that_the_record_says() {
            Options stale = BY_1.ifMatch(new Token(99));
            Scene scene = Scene.confirmed();
            for (Command command : List.of(
                    Scene.confirm(HUB_3, stale),
                    Scene.abort(HUB_3, stale),
                    Scene.rollback(HUB_3, stale),
                    Scene.retire(SlotName.STAGING, stale),
                    Scene.extend(HUB_3, stale),
                    Scene.declare(HUB_1, HUB_1, stale),
                    new CleanupCommand.Begin(ORDERS, HUB_3, stale))) {
                scene.refuses(command, ErrorCode.STALE_TOKEN);
            }
        }

        @Test
        @Rule("P-15")
        void the_app_comes_before_the_token() {
            Options stale = BY_1.ifMatch(new Token(99));
            for (Command command : List.of(
                    Scene.confirm(HUB_3, stale),
                    Scene.abort(HUB_3, stale),
                    Scene.rollback(HUB_3, stale),
                    Scene.retire(SlotName.STAGING, stale),
                    Scene.extend(HUB_3, stale))) {
                new Scene().refuses(command, ErrorCode.APP_UNKNOWN);
            }
        }

        @Test
        @Rule("P-15")
        void an_open_deployment_comes_before_the_verdict_of_a_retire() {
            Scene scene = Scene.confirmed();
            scene.moves(Scene.stage(HUB_3, BY_1));
            scene.witness.working.add(HUB_1);
            scene.refuses(
                    Scene.retire(SlotName.STAGING, BY_1.observing(new ObservedHub(STRANGER))),
                    ErrorCode.DEPLOYMENT_OPEN);
        }
    }
}
