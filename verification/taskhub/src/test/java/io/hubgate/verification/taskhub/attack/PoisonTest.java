// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.verification.taskhub.attack;

import static org.assertj.core.api.Assertions.assertThat;

import io.hubgate.model.Actor;
import io.hubgate.readiness.BlockerCode;
import io.hubgate.readiness.Verdict;
import io.hubgate.readiness.Waiver;
import io.hubgate.readiness.WaiverTarget;
import io.hubgate.rule.Rule;
import io.hubgate.verification.taskhub.image.Message;
import io.hubgate.verification.taskhub.image.StorageImage;
import io.hubgate.verification.taskhub.platform.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A message that no host can take: the engine tries it for ever and never removes it. */
@Rule("R-16")
class PoisonTest {
    private final Target target = new Target(1);

    private StorageImage poisoned(StorageImage image) {
        return Images.withQueues(
                image,
                queues -> queues.replaceAll(
                        (name, messages) -> messages.stream().map(this::tried).toList()));
    }

    private Message tried(Message message) {
        Instant then = target.platform.now().minus(Duration.ofHours(2));
        return new Message(message.id(), message.text(), 10, then, null);
    }

    private Message start() {
        target.platform.start("order-1", Kind.WAIT, null);
        List<Message> queued = target.platform.image().hubs().queues().values().stream()
                .flatMap(List::stream)
                .toList();
        assertThat(queued).hasSize(1);
        return queued.get(0);
    }

    @Test
    void blocks_by_a_name_of_its_own_that_tells_the_message() {
        Message message = start();
        assertThat(Target.codes(target.verdict())).contains("MESSAGES_QUEUED");
        Verdict verdict = target.verdict(this::poisoned);
        assertThat(verdict.isReady()).isFalse();
        assertThat(verdict.basis().blockers()).singleElement().satisfies(blocker -> {
            assertThat(blocker.code()).isEqualTo(BlockerCode.POISON_MESSAGE);
            assertThat(blocker.message()).contains(message.id(), "order-1");
        });
    }

    @Test
    void is_waived_by_its_id_and_no_other_message_with_it() {
        Message message = start();
        waive("another");
        assertThat(target.verdict(this::poisoned).isReady()).isFalse();
        waive(message.id());
        Verdict verdict = target.verdict(this::poisoned);
        assertThat(verdict.isReady()).as(verdict.toString()).isTrue();
        assertThat(Target.codes(verdict)).contains("WAIVED");
    }

    private void waive(String message) {
        Instant now = target.platform.now();
        target.waivers.add(new Waiver(
                "w-" + message,
                Target.HUB,
                BlockerCode.POISON_MESSAGE,
                new WaiverTarget.OfMessage(message),
                Actor.of("operator"),
                "its instance was purged",
                now,
                now.plus(Duration.ofDays(1))));
    }
}
