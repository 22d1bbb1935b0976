// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.deployment;

import static io.hubgate.deployment.Scene.HUB_1;
import static io.hubgate.deployment.Scene.NOW;
import static io.hubgate.deployment.Scene.ORDERS;
import static org.assertj.core.api.Assertions.assertThat;

import io.hubgate.error.ErrorCode;
import io.hubgate.model.Actor;
import io.hubgate.model.ExecutionId;
import io.hubgate.model.InstanceId;
import io.hubgate.readiness.BlockerCode;
import io.hubgate.readiness.Waiver;
import io.hubgate.readiness.WaiverTarget;
import io.hubgate.rule.Rule;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Waivers as commands: each is a decision, has an end, and can be taken back. */
@Rule("R-15")
class WaiverCommandsTest {
    private static final Actor ADA = Actor.of("ada");
    private final Scene scene = Scene.holding(HUB_1, null);

    private static RulesCommand.Waive waive(String instance, @Nullable Instant until, Options options) {
        return waive(BlockerCode.STALE_STATUS, instance, until, options);
    }

    private static RulesCommand.Waive waive(
            BlockerCode code, String instance, @Nullable Instant until, Options options) {
        WaiverTarget target = new WaiverTarget.OfInstance(new InstanceId(instance), new ExecutionId("e1"));
        return new RulesCommand.Waive(ORDERS, HUB_1, code, target, until, ADA, options);
    }

    private static Options why() {
        return Options.NONE.because("the order was cancelled by phone");
    }

    @Test
    void one_says_who_why_and_until_when() {
        scene.moves(waive("order-1", NOW.plusSeconds(60), why()));
        Waiver waiver = scene.app.rules().waivers().get(0);
        assertThat(waiver.by()).isEqualTo(ADA);
        assertThat(waiver.reason()).isEqualTo("the order was cancelled by phone");
        assertThat(waiver.at()).isEqualTo(NOW);
        assertThat(waiver.until()).isEqualTo(NOW.plusSeconds(60));
    }

    @Test
    void without_an_end_it_lasts_as_long_as_one_may() {
        scene.moves(waive("order-1", null, why()));
        assertThat(scene.app.rules().waivers().get(0).until()).isEqualTo(NOW.plus(Waiver.LONGEST));
    }

    @Test
    void the_same_again_is_unchanged_so_that_a_lost_answer_makes_no_second_one() {
        scene.moves(waive("order-1", null, why()));
        scene.later(Duration.ofMinutes(1)).keeps(waive("order-1", null, why()));
        assertThat(scene.app.rules().waivers()).hasSize(1);
    }

    @Test
    void what_cannot_be_waived_so_is_refused_and_changes_nothing() {
        scene.refuses(waive("order-1", null, Options.NONE), ErrorCode.BAD_REQUEST);
        scene.refuses(waive("order-1", NOW, why()), ErrorCode.BAD_REQUEST);
        scene.refuses(waive("order-1", NOW.plus(Waiver.LONGEST).plusNanos(1), why()), ErrorCode.BAD_REQUEST);
        scene.refuses(waive(BlockerCode.STILL_ROUTED, "order-1", null, why()), ErrorCode.BAD_REQUEST);
        assertThat(scene.app.rules()).isEqualTo(AppRules.NONE);
    }

    @Test
    void each_has_an_id_of_its_own_and_can_be_taken_back_by_it() {
        scene.app = scene.moves(waive("order-1", null, why())).app().withLog(new LogHead(7, "x"));
        scene.moves(waive("order-2", null, why()));
        assertThat(scene.app.rules().waivers()).extracting(Waiver::id).doesNotHaveDuplicates();
        String second = scene.app.rules().waivers().get(1).id();
        scene.moves(new RulesCommand.Unwaive(ORDERS, second.toUpperCase(java.util.Locale.ROOT), Options.NONE));
        assertThat(scene.app.rules().waivers()).hasSize(1);
        scene.refuses(new RulesCommand.Unwaive(ORDERS, second, Options.NONE), ErrorCode.NOT_FOUND);
    }

    @Test
    void those_that_are_over_make_room_for_the_next() {
        for (int n = 0; n < AppRules.MOST_WAIVERS; n++) {
            scene.moves(waive("order-" + n, NOW.plusSeconds(60), why()));
        }
        scene.refuses(waive("one-more", null, why()), ErrorCode.BAD_REQUEST);
        scene.later(Duration.ofMinutes(1)).moves(waive("one-more", null, why()));
        assertThat(scene.app.rules().waivers()).hasSize(1);
    }
}
