// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.store.azuretables;

import com.azure.core.credential.AzureSasCredential;
import com.azure.core.credential.TokenCredential;
import com.azure.core.http.HttpClient;
import com.azure.core.http.policy.FixedDelayOptions;
import com.azure.core.http.policy.HttpPipelinePolicy;
import com.azure.core.http.policy.RetryOptions;
import com.azure.data.tables.TableServiceAsyncClient;
import com.azure.data.tables.TableServiceClientBuilder;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;

/** Where the account is and what opens it. */
record Connection(UnaryOperator<TableServiceClientBuilder> address) {
    static Connection byString(String text) {
        return new Connection(builder -> builder.connectionString(text));
    }

    static Connection byCredential(URI endpoint, TokenCredential credential) {
        return new Connection(builder -> builder.endpoint(endpoint.toString()).credential(credential));
    }

    static Connection bySas(URI url) {
        String text = url.toString();
        int query = text.indexOf('?');
        if (query < 0) {
            throw new IllegalArgumentException("a SAS URL has its signature behind a question mark");
        }
        AzureSasCredential signature = new AzureSasCredential(text.substring(query + 1));
        return new Connection(
                builder -> builder.endpoint(text.substring(0, query)).credential(signature));
    }

    TableServiceAsyncClient client(HttpClient http, List<HttpPipelinePolicy> policies) {
        // Line repeats what may be repeated; the SDK would also repeat writes whose answer was lost.
        RetryOptions none = new RetryOptions(new FixedDelayOptions(0, Duration.ZERO));
        TableServiceClientBuilder builder = new TableServiceClientBuilder()
                .httpClient(http)
                .retryOptions(none)
                .addPolicy(new ETagPolicy());
        policies.forEach(builder::addPolicy);
        return address.apply(builder).buildAsyncClient();
    }
}
