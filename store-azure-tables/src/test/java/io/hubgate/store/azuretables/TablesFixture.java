// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.store.azuretables;

import com.azure.core.http.HttpPipelineCallContext;
import com.azure.core.http.HttpPipelineNextPolicy;
import com.azure.core.http.HttpResponse;
import com.azure.core.http.policy.HttpPipelinePolicy;
import io.hubgate.store.testkit.StoreFixture;
import io.hubgate.store.testkit.Wire;
import io.hubgate.verification.azurite.TestStorage;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import reactor.core.publisher.Mono;

/** Two clients of one fresh prefix in the tests' account; the first one's HTTP requests go through the kit's wire. */
final class TablesFixture<S> implements StoreFixture<S> {
    private final AzureTableStores one;
    private final AzureTableStores two;
    private final Function<AzureTableStores, S> store;

    TablesFixture(Wire wire, Function<AzureTableStores, S> store) {
        String prefix = freshPrefix();
        this.one = builder(prefix).addPolicy(new WirePolicy(wire)).build();
        this.two = builder(prefix).build();
        this.store = store;
    }

    static String freshPrefix() {
        String name = TestStorage.freshName("t");
        return "t" + name.substring(name.length() - 9);
    }

    static AzureTableStores.Builder builder(String prefix) {
        return AzureTableStores.builder()
                .connectionString(TestStorage.shared().account().connectionString())
                .tablePrefix(prefix)
                .requestTimeout(Duration.ofSeconds(30));
    }

    @Override
    public S first() {
        return store.apply(one);
    }

    @Override
    public S second() {
        return store.apply(two);
    }

    @Override
    public int largeHub() {
        return 10_000;
    }

    @Override
    public void close() {
        one.close();
        two.close();
    }

    /**
     * Sends each HTTP request through the wire, and tells it how many rows came back: entities, and active instances that a summary lists, since
     * the kit takes each for a row.
     */
    private record WirePolicy(Wire wire) implements HttpPipelinePolicy {
        private static final Pattern ROW = Pattern.compile("\"RowKey\":|[^W\\\\]=1\\|[AO]\\|");

        @Override
        public Mono<HttpResponse> process(HttpPipelineCallContext context, HttpPipelineNextPolicy next) {
            return Mono.fromCallable(() -> wire.send(() -> {
                HttpResponse response = Objects.requireNonNull(
                        next.process().map(HttpResponse::buffer).block());
                Matcher rows = ROW.matcher(
                        Objects.requireNonNullElse(response.getBodyAsString().block(), ""));
                wire.rows(rows.results().count());
                return response;
            }));
        }
    }
}
