// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.store.azuretables;

import com.azure.core.http.HttpPipelineCallContext;
import com.azure.core.http.HttpPipelineNextPolicy;
import com.azure.core.http.HttpResponse;
import com.azure.core.http.policy.HttpPipelinePolicy;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import reactor.core.publisher.Mono;

/** Remembers what a store asks its account, readable, and how many entities come back. */
final class RequestLog implements HttpPipelinePolicy {
    private final List<String> requests = Collections.synchronizedList(new ArrayList<>());
    private final AtomicLong entities = new AtomicLong();

    void clear() {
        requests.clear();
        entities.set(0);
    }

    /** Returns method and URL of each request. */
    List<String> requests() {
        return List.copyOf(requests);
    }

    long entities() {
        return entities.get();
    }

    @Override
    public Mono<HttpResponse> process(HttpPipelineCallContext context, HttpPipelineNextPolicy next) {
        requests.add(context.getHttpRequest().getHttpMethod() + " "
                + URLDecoder.decode(context.getHttpRequest().getUrl() + "&", StandardCharsets.UTF_8));
        return next.process()
                .map(HttpResponse::buffer)
                .flatMap(response -> response.getBodyAsString()
                        .doOnNext(body -> entities.addAndGet(body.split("\"RowKey\":", -1).length - 1L))
                        .thenReturn(response));
    }
}
