// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.taskhub.azurestorage;

import io.hubgate.taskhub.Trouble;
import io.hubgate.taskhub.azurestorage.internal.client.Failures;
import io.hubgate.taskhub.azurestorage.internal.client.StorageTrouble;
import io.hubgate.taskhub.azurestorage.internal.client.Visit;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.TimeoutException;
import reactor.core.publisher.Mono;

/** Waits for what the asynchronous clients do. */
final class Waiting {
    private Waiting() {}

    /** Lets a time pass, which ends with the visit's or when somebody interrupts. */
    static void pause(Visit visit, Duration time) {
        until(visit, "", Mono.delay(time));
    }

    static <T> T until(Visit visit, String account, Mono<T> work) {
        if (visit.deadline().isPast()) {
            throw visit.outOfTime(account);
        }
        try {
            return Objects.requireNonNull(work.timeout(visit.deadline().left())
                    .onErrorMap(TimeoutException.class, late -> visit.outOfTime(account))
                    .block());
        } catch (RuntimeException e) {
            if (e.getCause() instanceof InterruptedException) {
                Thread.currentThread().interrupt();
                throw new StorageTrouble(Trouble.INSPECTING, "the inspection was interrupted", "ask again");
            }
            throw Failures.of(e, account);
        }
    }
}
