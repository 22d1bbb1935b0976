// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.verification.recordings;

import static org.assertj.core.api.Assertions.assertThat;

import io.hubgate.Answer;
import io.hubgate.Hubgate;
import io.hubgate.HubgateBuilder;
import io.hubgate.StatusQuery;
import io.hubgate.deployment.Command;
import io.hubgate.deployment.Next;
import io.hubgate.deployment.Options;
import io.hubgate.eventgrid.WebhookHandler;
import io.hubgate.eventgrid.WebhookRequest;
import io.hubgate.eventgrid.WebhookSettings;
import io.hubgate.model.Actor;
import io.hubgate.model.AppName;
import io.hubgate.model.SlotName;
import io.hubgate.model.TaskHubName;
import io.hubgate.readiness.ReadinessPolicy;
import io.hubgate.readiness.Verdict;
import io.hubgate.store.inmemory.InMemoryAppStore;
import io.hubgate.store.inmemory.InMemoryInstanceStore;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/**
 * Hubgate as it is, without a look at the hub: each delivery goes through the webhook, by the clock of its receipt. The hub is in production
 * while its events come; at the moment that is judged another release is staged, swapped in and confirmed, so that the hub has left production
 * and its code stands in the slot which the next release would overwrite. The settle window is zero.
 */
class HubgateWithEvents implements Judge {
    private static final AppName APP = new AppName("orders");
    private static final Actor PIPELINE = Actor.of("orders-cd");
    private static final TaskHubName NEXT_RELEASE = new TaskHubName("NextRelease");

    @Override
    public String name() {
        return "Hubgate with events";
    }

    @Override
    public Said judge(Moment moment) {
        ReplayClock clock = new ReplayClock(moment.at().minus(Duration.ofDays(1)));
        HubgateBuilder builder = Hubgate.builder(new InMemoryAppStore(), InMemoryInstanceStore.create())
                .policy(ReadinessPolicy.DEFAULT.withSettleWindow(Duration.ZERO))
                .clock(clock);
        Hubgate hubgate = with(builder, moment).build();
        accepted(hubgate, new Command.Declare(APP, inProduction(moment.hub()), Options.NONE));
        WebhookHandler webhook = new WebhookHandler(
                (events, deadline) -> hubgate.take(events, deadline.left()), WebhookSettings.defaults(), clock);
        for (Recording.Post post : moment.received()) {
            clock.set(post.receivedAt());
            WebhookRequest delivery = new WebhookRequest(
                    "POST", Map.of("Content-Type", "application/json; charset=utf-8"), Map.of(), post.bytes());
            assertThat(webhook.handle(delivery).status()).isEqualTo(200);
        }
        clock.set(moment.at());
        leaveProduction(hubgate);
        return said(hubgate.status(StatusQuery.of(APP, SlotName.STAGING)).verdict(), moment);
    }

    /** What else this judge looks at. */
    HubgateBuilder with(HubgateBuilder builder, Moment moment) {
        return builder;
    }

    Said said(Verdict verdict, Moment moment) {
        return Said.valueOf(verdict.outcome());
    }

    private static Map<SlotName, Optional<TaskHubName>> inProduction(TaskHubName hub) {
        return Map.of(SlotName.PRODUCTION, Optional.of(hub), SlotName.STAGING, Optional.empty());
    }

    private static void leaveProduction(Hubgate hubgate) {
        Command.Stage stage = new Command.Stage(APP, SlotName.STAGING, NEXT_RELEASE, null, false, Options.NONE);
        assertThat(accepted(hubgate, stage)).isEqualTo(Next.DEPLOY);
        Command.Swap swap = new Command.Swap(APP, SlotName.STAGING, NEXT_RELEASE, Options.NONE);
        assertThat(accepted(hubgate, swap)).isEqualTo(Next.SWAP_SLOTS);
        accepted(hubgate, new Command.Confirm(APP, NEXT_RELEASE, Options.NONE));
    }

    private static Next accepted(Hubgate hubgate, Command command) {
        Answer answer = hubgate.execute(command, PIPELINE);
        assertThat(answer).isInstanceOf(Answer.Accepted.class);
        return answer.next();
    }

    /** The clock of a recording: it stands where the replay is. */
    private static final class ReplayClock implements InstantSource {
        private Instant now;

        ReplayClock(Instant now) {
            this.now = now;
        }

        void set(Instant time) {
            now = time;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
