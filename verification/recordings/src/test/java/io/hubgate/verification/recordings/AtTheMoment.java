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
import io.hubgate.taskhub.TaskHubInspector;
import io.hubgate.verification.taskhub.image.TimeShift;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Hubgate at a recorded moment. Each delivery goes through the webhook, by the clock of its receipt. The hub is in production while its events
 * come; at the moment that is judged another release is staged, swapped in and confirmed, so that the hub has left production and its code
 * stands in the slot which the next release would overwrite. The settle window is zero.
 */
final class AtTheMoment {
    private static final AppName APP = new AppName("orders");
    private static final Actor PIPELINE = Actor.of("orders-cd");
    private static final TaskHubName NEXT_RELEASE = new TaskHubName("NextRelease");

    /** Many are asked at once. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Moment moment;
    private final TaskHubName hub;
    private final TimeShift shift;
    private final ReplayClock clock;
    private final Hubgate hubgate;
    private final InstantSource after;

    /**
     * @param moment which
     * @param hub how its hub is called here
     * @param inspector what looks at the hub, or null if nothing does
     * @param after what the clock says when the moment has come; all recorded times are moved so that the moment is then
     */
    AtTheMoment(Moment moment, TaskHubName hub, @Nullable TaskHubInspector inspector, InstantSource after) {
        this.moment = moment;
        this.hub = hub;
        this.after = after;
        this.shift = new TimeShift(Duration.between(moment.at(), after.instant()));
        this.clock = new ReplayClock(InstantSource.fixed(after.instant().minus(Duration.ofDays(1))));
        HubgateBuilder builder = Hubgate.builder(new InMemoryAppStore(), InMemoryInstanceStore.create())
                .policy(ReadinessPolicy.DEFAULT.withSettleWindow(Duration.ZERO))
                .patience(PATIENCE)
                .clock(clock);
        this.hubgate = (inspector == null ? builder : builder.inspector(inspector)).build();
        accepted(new Command.Declare(APP, inProduction(hub), Options.NONE));
    }

    /** Delivers what had been received by then. */
    AtTheMoment withEvents() {
        WebhookHandler webhook = new WebhookHandler(
                (events, deadline) -> hubgate.take(events, deadline.left()), WebhookSettings.defaults(), clock);
        for (Recording.Post post : moment.received()) {
            clock.set(InstantSource.fixed(post.receivedAt().plus(shift.by())));
            byte[] body = renamed(shift.of(post.body().toString())).getBytes(StandardCharsets.UTF_8);
            WebhookRequest delivery = new WebhookRequest(
                    "POST", Map.of("Content-Type", "application/json; charset=utf-8"), Map.of(), body);
            assertThat(webhook.handle(delivery).status()).isEqualTo(200);
        }
        return this;
    }

    private String renamed(String body) {
        return body.replace(named(moment.hub()), named(hub));
    }

    private static String named(TaskHubName hub) {
        return "\"hubName\":\"" + hub.value() + '"';
    }

    /** What Hubgate says of the slot that serves the hub. */
    Verdict verdict() {
        return hubgate.status(StatusQuery.of(APP, SlotName.STAGING)).verdict();
    }

    private static Map<SlotName, Optional<TaskHubName>> inProduction(TaskHubName hub) {
        return Map.of(SlotName.PRODUCTION, Optional.of(hub), SlotName.STAGING, Optional.empty());
    }

    /** The next release goes live, at the moment itself. */
    AtTheMoment afterProduction() {
        clock.set(after);
        Command.Stage stage = new Command.Stage(APP, SlotName.STAGING, NEXT_RELEASE, null, false, Options.NONE);
        assertThat(accepted(stage)).isEqualTo(Next.DEPLOY);
        Command.Swap swap = new Command.Swap(APP, SlotName.STAGING, NEXT_RELEASE, Options.NONE);
        assertThat(accepted(swap)).isEqualTo(Next.SWAP_SLOTS);
        accepted(new Command.Confirm(APP, NEXT_RELEASE, Options.NONE));
        return this;
    }

    private Next accepted(Command command) {
        Answer answer = hubgate.execute(command, PIPELINE);
        assertThat(answer).isInstanceOf(Answer.Accepted.class);
        return answer.next();
    }

    /** Stands where the replay is. */
    private static final class ReplayClock implements InstantSource {
        private InstantSource now;

        ReplayClock(InstantSource now) {
            this.now = now;
        }

        void set(InstantSource time) {
            now = time;
        }

        @Override
        public Instant instant() {
            return now.instant();
        }
    }
}
