// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.store.azuretables;

import com.azure.core.http.HttpClient;
import com.azure.core.http.okhttp.OkHttpAsyncHttpClientBuilder;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;

/** The HTTP client unless another is handed in. It never repeats a request: a POST whose connection broke may have been carried out. */
final class OwnHttpClient implements AutoCloseable {
    private static final int CONNECTIONS = 64;

    private final OkHttpClient client;

    OwnHttpClient() {
        Dispatcher dispatcher = new Dispatcher();
        // All requests go to one host, for which the default is five.
        dispatcher.setMaxRequests(CONNECTIONS);
        dispatcher.setMaxRequestsPerHost(CONNECTIONS);
        client = new OkHttpClient.Builder()
                .dispatcher(dispatcher)
                .retryOnConnectionFailure(false)
                .build();
    }

    HttpClient client() {
        return new OkHttpAsyncHttpClientBuilder(client).build();
    }

    @Override
    public void close() {
        client.dispatcher().executorService().shutdown();
        client.connectionPool().evictAll();
    }
}
