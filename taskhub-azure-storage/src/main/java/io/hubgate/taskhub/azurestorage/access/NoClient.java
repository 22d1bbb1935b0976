// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.taskhub.azurestorage.access;

import com.azure.core.http.HttpClient;
import com.azure.core.http.HttpRequest;
import com.azure.core.http.HttpResponse;
import reactor.core.publisher.Mono;

/** Stands where a builder of the SDK wants a client although nothing is sent: only the addresses are asked for. */
enum NoClient implements HttpClient {
    INSTANCE;

    @Override
    public Mono<HttpResponse> send(HttpRequest request) {
        return Mono.error(new IllegalStateException("nothing is sent to find out an address"));
    }
}
