// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.examples.backend;

import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpPipelineCallContext;
import com.azure.core.http.HttpPipelineNextPolicy;
import com.azure.core.http.HttpResponse;
import com.azure.core.http.policy.HttpPipelinePolicy;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import reactor.core.publisher.Mono;

/** Time that a test lets pass, for us and for the storage service alike: its {@code Date} header is moved as far as our clock is. */
final class LaterStorage implements HttpPipelinePolicy, InstantSource {
    private final InstantSource clock = InstantSource.system();
    private Duration later = Duration.ZERO;

    void pass(Duration time) {
        later = later.plus(time);
    }

    @Override
    public Instant instant() {
        return clock.instant().plus(later);
    }

    @Override
    public Mono<HttpResponse> process(HttpPipelineCallContext context, HttpPipelineNextPolicy next) {
        return next.process().map(this::moved);
    }

    private HttpResponse moved(HttpResponse response) {
        String date = response.getHeaderValue(HttpHeaderName.DATE);
        if (date != null) {
            ZonedDateTime time = ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .withZoneSameInstant(ZoneOffset.UTC)
                    .plus(later);
            response.getHeaders().set(HttpHeaderName.DATE, DateTimeFormatter.RFC_1123_DATE_TIME.format(time));
        }
        return response;
    }
}
