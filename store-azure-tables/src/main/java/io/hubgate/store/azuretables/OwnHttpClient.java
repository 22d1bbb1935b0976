// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.store.azuretables;

import com.azure.core.http.HttpClient;
import com.azure.core.http.okhttp.OkHttpAsyncHttpClientBuilder;
import java.io.IOException;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Response;

/** The HTTP client unless another is handed in. It never repeats a request: a POST whose connection broke may have been carried out. */
final class OwnHttpClient implements AutoCloseable {
    private static final int CONNECTIONS = 64;

    /** Shorter than servers keep a connection that nobody uses (Azurite: 5 s): a write on one that just ended has an unknown outcome. */
    private static final int IDLE_SECONDS = 4;

    private final OkHttpClient client;

    OwnHttpClient() {
        Dispatcher dispatcher = new Dispatcher();
        // All requests go to one host, for which the default is five.
        dispatcher.setMaxRequests(CONNECTIONS);
        dispatcher.setMaxRequestsPerHost(CONNECTIONS);
        client = new OkHttpClient.Builder()
                .dispatcher(dispatcher)
                .connectionPool(new ConnectionPool(CONNECTIONS, IDLE_SECONDS, TimeUnit.SECONDS))
                .retryOnConnectionFailure(false)
                .addNetworkInterceptor(OwnHttpClient::atOnce)
                .build();
    }

    /**
     * Lets what is written leave at once. A transaction is written in several parts, and unless told so (Nagle's algorithm) the last of them waits
     * until the server has acknowledged those before, which a server may put off for 40 ms.
     */
    private static Response atOnce(Interceptor.Chain chain) throws IOException {
        Objects.requireNonNull(chain.connection()).socket().setTcpNoDelay(true);
        return chain.proceed(chain.request());
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
