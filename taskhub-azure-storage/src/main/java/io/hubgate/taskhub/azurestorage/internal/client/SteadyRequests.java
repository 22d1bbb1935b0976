// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.taskhub.azurestorage.internal.client;

import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpPipelineCallContext;
import com.azure.core.http.HttpPipelineNextPolicy;
import com.azure.core.http.HttpPipelinePosition;
import com.azure.core.http.HttpResponse;
import com.azure.core.http.policy.HttpPipelinePolicy;
import io.hubgate.error.HubgateException;
import io.hubgate.taskhub.azurestorage.access.RequestRates;
import io.hubgate.taskhub.azurestorage.access.StorageEndpoints;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * Sends each request at the account's pace, reads its answer whole, and repeats it where that may help: after an answer that asks for fewer
 * requests until the deadline, after none a few times. It stands in for the retries of the SDK, whose waits know no deadline.
 */
final class SteadyRequests implements HttpPipelinePolicy {
    private static final Set<Integer> BUSY = Set.of(429, 503);
    private static final Set<Integer> PASSING = Set.of(408, 500, 502, 504);
    private static final int MOST_TRIES = 4;
    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(30);
    private static final Duration FIRST_WAIT = Duration.ofMillis(200);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

    private final Visit visit;
    private final StorageEndpoints account;
    private final RequestRates rates;
    private final ServiceClock clock;

    SteadyRequests(Visit visit, StorageEndpoints account, RequestRates rates, ServiceClock clock) {
        this.visit = visit;
        this.account = account;
        this.rates = rates;
        this.clock = clock;
    }

    @Override
    public HttpPipelinePosition getPipelinePosition() {
        return HttpPipelinePosition.PER_CALL;
    }

    @Override
    public Mono<HttpResponse> process(HttpPipelineCallContext context, HttpPipelineNextPolicy next) {
        return Mono.defer(() -> pause(rates.reserve(account)).then(Mono.defer(() -> send(next.clone()))))
                .retryWhen(Retry.from(this::waits));
    }

    private Mono<HttpResponse> send(HttpPipelineNextPolicy next) {
        visit.sent();
        return next.process()
                .switchIfEmpty(Mono.error(new Repeatable(unanswered(null), false, null)))
                .flatMap(SteadyRequests::whole)
                .timeout(LONGEST_ANSWER)
                .onErrorMap(
                        failure -> !(failure instanceof Repeatable),
                        failure -> failure instanceof StorageTrouble
                                ? failure
                                : new Repeatable(unanswered(failure), false, null))
                .flatMap(this::judged);
    }

    /** The body is read here, so that a connection which breaks in its middle counts as no answer. */
    private static Mono<HttpResponse> whole(HttpResponse response) {
        HttpResponse buffered = response.buffer();
        return buffered.getBodyAsByteArray().thenReturn(buffered);
    }

    private Mono<HttpResponse> judged(HttpResponse response) {
        clock.saw(response.getHeaderValue(HttpHeaderName.DATE));
        boolean busy = BUSY.contains(response.getStatusCode());
        visit.answered(busy);
        if (busy) {
            rates.slowDown(account);
            return Mono.error(
                    new Repeatable(Failures.throttled(account.account()), true, Patience.asked(response.getHeaders())));
        }
        if (PASSING.contains(response.getStatusCode())) {
            String why = "it answers with status " + response.getStatusCode();
            return Mono.error(new Repeatable(Failures.unreachable(account.account(), why), false, null));
        }
        return Mono.just(response);
    }

    private Publisher<?> waits(Flux<Retry.RetrySignal> failures) {
        return failures.concatMap(failure -> {
            if (!(failure.failure() instanceof Repeatable repeatable)) {
                return Mono.error(failure.failure());
            }
            Duration wait = repeatable.wanted == null ? backOff(failure.totalRetries()) : repeatable.wanted;
            boolean tooOften = !repeatable.busy && failure.totalRetries() + 1 >= MOST_TRIES;
            if (tooOften || wait.compareTo(visit.deadline().left()) >= 0) {
                return Mono.error(repeatable.trouble);
            }
            return Mono.delay(wait);
        });
    }

    private static Duration backOff(long retries) {
        Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(10, retries));
        return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
    }

    private static Mono<Void> pause(Duration wait) {
        return wait.isZero() || wait.isNegative()
                ? Mono.empty()
                : Mono.delay(wait).then();
    }

    private StorageTrouble unanswered(@Nullable Throwable failure) {
        String why = failure == null ? "no answer came" : failure.getClass().getSimpleName();
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnknownHostException) {
                why = "its name is not known";
            } else if (cause instanceof ConnectException) {
                why = "the connection is refused";
            }
        }
        return Failures.unreachable(account.account(), why);
    }

    /** A failure that may pass. */
    private static final class Repeatable extends HubgateException {
        private static final long serialVersionUID = 1L;

        private final StorageTrouble trouble;
        private final boolean busy;
        private final transient @Nullable Duration wanted;

        Repeatable(StorageTrouble trouble, boolean busy, @Nullable Duration wanted) {
            super(trouble.code(), String.valueOf(trouble.getMessage()), trouble.fix(), trouble);
            this.trouble = trouble;
            this.busy = busy;
            this.wanted = wanted;
        }
    }
}
