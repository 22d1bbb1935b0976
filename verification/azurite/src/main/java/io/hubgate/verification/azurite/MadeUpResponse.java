// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.verification.azurite;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpHeaders;
import com.azure.core.http.HttpRequest;
import com.azure.core.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What a test says that the storage service answered, for what Azurite never answers. Immutable. */
public final class MadeUpResponse extends HttpResponse {
    private final int status;
    private final HttpHeaders headers;
    private final String body;

    /**
     * Makes a response up.
     *
     * @param request what it answers
     * @param status the status
     * @param headers the headers
     * @param body the body
     */
    public MadeUpResponse(HttpRequest request, int status, HttpHeaders headers, String body) {
        super(request);
        this.status = status;
        this.headers = new HttpHeaders(headers);
        this.body = body;
    }

    @Override
    public int getStatusCode() {
        return status;
    }

    @Override
    @Deprecated
    public @Nullable String getHeaderValue(String name) {
        return headers.getValue(HttpHeaderName.fromString(name));
    }

    @Override
    public HttpHeaders getHeaders() {
        return headers;
    }

    @Override
    public Flux<ByteBuffer> getBody() {
        return Flux.just(ByteBuffer.wrap(body.getBytes(UTF_8)));
    }

    @Override
    public Mono<byte[]> getBodyAsByteArray() {
        return Mono.just(body.getBytes(UTF_8));
    }

    @Override
    public Mono<String> getBodyAsString() {
        return Mono.just(body);
    }

    @Override
    public Mono<String> getBodyAsString(Charset charset) {
        return Mono.just(body);
    }
}
