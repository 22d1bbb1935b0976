// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.store.azuretables;

import com.azure.core.http.HttpPipelineCallContext;
import com.azure.core.http.HttpPipelineNextPolicy;
import com.azure.core.http.HttpResponse;
import com.azure.core.http.policy.HttpPipelinePolicy;
import java.util.ArrayList;
import java.util.List;
import reactor.core.publisher.Mono;

/**
 * Reads the ETags of a transaction's rows out of its answer. The service sends them; the SDK (12.5) drops them, and without them each write would
 * cost a read. The caller puts a list into the Reactor context, which the SDK passes on to policies.
 */
final class ETagPolicy implements HttpPipelinePolicy {
    /** The key of the list in the context. */
    static final String SINK = "hubgate-etags";

    @Override
    public Mono<HttpResponse> process(HttpPipelineCallContext context, HttpPipelineNextPolicy next) {
        Object sink = context.getData(SINK).orElse(null);
        if (!(sink instanceof Sink target)) {
            return next.process();
        }
        return next.process().flatMap(response -> {
            HttpResponse buffered = response.buffer();
            return buffered.getBodyAsString()
                    .doOnNext(body -> target.fill(parse(body)))
                    .thenReturn(buffered);
        });
    }

    /** Returns one ETag for each part of a multipart answer; empty where a part has none. */
    static List<String> parse(String body) {
        List<String> etags = new ArrayList<>();
        int last = -1;
        for (String line : body.lines().toList()) {
            if (line.startsWith("HTTP/1.1 ")) {
                etags.add("");
                last++;
            } else if (last >= 0 && line.regionMatches(true, 0, "ETag:", 0, 5)) {
                etags.set(last, line.substring(5).strip());
            }
        }
        return etags;
    }

    /** Where the ETags of one transaction go. Written by the thread that reads the answer, read after its future is done. */
    static final class Sink {
        private volatile List<String> etags = List.of();

        void fill(List<String> found) {
            etags = found;
        }

        List<String> etags() {
            return etags;
        }
    }
}
