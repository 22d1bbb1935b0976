// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.taskhub.azurestorage;

import com.azure.core.http.HttpMethod;
import com.azure.core.http.HttpPipelineCallContext;
import com.azure.core.http.HttpPipelineNextPolicy;
import com.azure.core.http.HttpPipelinePosition;
import com.azure.core.http.HttpResponse;
import com.azure.core.http.policy.HttpPipelinePolicy;
import io.hubgate.taskhub.Trouble;
import io.hubgate.taskhub.azurestorage.internal.client.StorageTrouble;
import java.util.ArrayList;
import java.util.List;
import reactor.core.publisher.Mono;

/** Ends the n-th request that a test cares for: before it is sent, or after it was carried out and before its answer is seen. */
final class Killer implements HttpPipelinePolicy {
    final List<HttpMethod> seen = new ArrayList<>();
    private final boolean onlyDeletes;
    private final boolean afterwards;
    private int left;

    Killer(int nth, boolean onlyDeletes, boolean afterwards) {
        this.left = nth;
        this.onlyDeletes = onlyDeletes;
        this.afterwards = afterwards;
    }

    /** One that ends nothing, and only counts. */
    static Killer none() {
        return new Killer(0, false, false);
    }

    boolean hasKilled() {
        return left < 0;
    }

    @Override
    public HttpPipelinePosition getPipelinePosition() {
        return HttpPipelinePosition.PER_CALL;
    }

    @Override
    public Mono<HttpResponse> process(HttpPipelineCallContext context, HttpPipelineNextPolicy next) {
        HttpMethod method = context.getHttpRequest().getHttpMethod();
        seen.add(method);
        if ((onlyDeletes && method != HttpMethod.DELETE) || left <= 0 || --left > 0) {
            return next.process();
        }
        left = -1;
        Mono<HttpResponse> death =
                Mono.error(new StorageTrouble(Trouble.UNREACHABLE, "killed here", "run the test's next line"));
        return afterwards ? next.process().then(death) : death;
    }
}
