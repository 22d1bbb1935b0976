// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.verification.embedding;

import static io.hubgate.verification.embedding.Embedded.hub;
import static org.assertj.core.api.Assertions.assertThat;

import io.hubgate.Answer;
import io.hubgate.delivery.IncomingEvent;
import io.hubgate.deployment.Command;
import io.hubgate.deployment.Decision;
import io.hubgate.deployment.Next;
import io.hubgate.deployment.Options;
import io.hubgate.error.ErrorCode;
import io.hubgate.format.ChainReport;
import io.hubgate.format.DecisionChain;
import io.hubgate.model.AppName;
import io.hubgate.model.Holder;
import io.hubgate.model.RuntimeStatus;
import io.hubgate.model.SlotName;
import io.hubgate.model.TaskHubName;
import io.hubgate.rule.Rule;
import io.hubgate.store.Deadline;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;

/** Many callers at one moment, each through a backend of its own over the same stores. */
class RacesTest {
    private static final int CALLERS = 24;
    private static final int APPS = 12;

    private final Embedded orders = new Embedded();

    @RepeatedTest(10)
    @Rule({"P-3", "S-5"})
    void oneOfManyStagesWinsAndTheOthersLearnWhoHoldsIt() throws Exception {
        orders.declareEmpty();
        List<Answer> answers = atOnce(
                CALLERS,
                i -> orders.another()
                        .execute(stage(Embedded.ORDERS, hub("orders" + i), Holder.of("run " + i)), Embedded.PIPELINE));

        List<Answer> won =
                answers.stream().filter(Answer.Accepted.class::isInstance).toList();
        assertThat(won).hasSize(1);
        assertThat(won.get(0).next()).isEqualTo(Next.DEPLOY);
        assertThat(orders.hubgate.decisions(Embedded.ORDERS, Long.MAX_VALUE, 100))
                .hasSize(2);
        answers.stream().filter(answer -> !won.contains(answer)).forEach(answer -> {
            Embedded.assertRefused(answer, ErrorCode.DEPLOYMENT_OPEN);
            assertThat(answer.app().deployment()).isEqualTo(won.get(0).app().deployment());
            assertThat(answer.next()).isEqualTo(Next.NOTHING);
        });
    }

    @RepeatedTest(10)
    @Rule("P-3")
    void theSameRunTwentyFourTimesGetsOneDeploymentAndMayDeployEachTime() throws Exception {
        orders.declareEmpty();
        List<Answer> answers = atOnce(
                CALLERS,
                i -> orders.another()
                        .execute(stage(Embedded.ORDERS, hub("orders1"), Holder.of("run 1")), Embedded.PIPELINE));

        assertThat(answers).extracting(Answer::next).containsOnly(Next.DEPLOY);
        assertThat(orders.hubgate.decisions(Embedded.ORDERS, Long.MAX_VALUE, 100))
                .hasSize(2);
    }

    @RepeatedTest(10)
    @Rule({"P-5", "S-6"})
    void oneOfManyAppsGetsAHubNameAndTheOthersLearnWhoOwnsIt() throws Exception {
        List<Answer> answers = atOnce(
                APPS,
                i -> orders.another()
                        .execute(
                                new Command.Stage(
                                        new AppName("app-" + i), SlotName.STAGING, shared(i), null, true, Options.NONE),
                                Embedded.PIPELINE));

        List<Answer> won =
                answers.stream().filter(Answer.Accepted.class::isInstance).toList();
        assertThat(won).hasSize(1);
        answers.stream().filter(answer -> !won.contains(answer)).forEach(answer -> {
            Embedded.assertRefused(answer, ErrorCode.HUB_OWNED);
            assertThat(((Answer.Refused) answer).refusal().owner())
                    .isEqualTo(won.get(0).app().name());
            assertThat(answer.app().isDeclared()).isFalse();
        });
        assertThat(orders.hubgate.apps(null, 100).items()).hasSize(1);
    }

    /** Names are compared without case. */
    private static TaskHubName shared(int caller) {
        return hub(caller % 2 == 0 ? "SharedHub" : "sharedhub");
    }

    @RepeatedTest(10)
    @Rule({"P-9", "S-3"})
    void whateverManyCallersDoTheDecisionsAreOneUnbrokenChain() throws Exception {
        orders.declareEmpty();
        atOnce(CALLERS, i -> {
            Embedded own = orders;
            Holder run = Holder.of("run " + i % 3);
            TaskHubName hub = hub("orders" + i % 3);
            own.another().execute(stage(Embedded.ORDERS, hub, run), Embedded.PIPELINE);
            Options held = Options.NONE.heldBy(run);
            own.another().execute(new Command.Swap(Embedded.ORDERS, SlotName.STAGING, hub, held), Embedded.PIPELINE);
            own.deliver(
                    new IncomingEvent.Parsed(own.lifecycleEvent(hub.value(), "order-" + i, RuntimeStatus.COMPLETED)));
            return own.another().execute(new Command.Confirm(Embedded.ORDERS, hub, held), Embedded.PIPELINE);
        });

        List<Decision> decisions = orders.hubgate.decisions(Embedded.ORDERS, Long.MAX_VALUE, 1000);
        assertThat(decisions).hasSizeGreaterThanOrEqualTo(4);
        ChainReport report = DecisionChain.verify(
                orders.app().log(),
                orders.apps.decisions(
                        Embedded.ORDERS, Long.MAX_VALUE, 1000, Deadline.in(Duration.ofSeconds(10), orders.clock)));
        assertThat(report)
                .isInstanceOfSatisfying(
                        ChainReport.Intact.class,
                        intact -> assertThat(intact.isWhole()).isTrue());
    }

    private static Command stage(AppName app, TaskHubName hub, Holder holder) {
        return new Command.Stage(app, SlotName.STAGING, hub, null, false, Options.NONE.heldBy(holder));
    }

    private interface Caller<T> {
        T call(int number);
    }

    private static <T> List<T> atOnce(int callers, Caller<T> caller) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(callers);
        try {
            CountDownLatch ready = new CountDownLatch(callers);
            List<Callable<T>> calls = IntStream.range(0, callers)
                    .mapToObj(i -> (Callable<T>) () -> {
                        ready.countDown();
                        ready.await();
                        return caller.call(i);
                    })
                    .toList();
            List<T> results = new ArrayList<>();
            for (Future<T> future : threads.invokeAll(calls)) {
                results.add(future.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }
}
