// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.store.azuretables;

import com.azure.core.http.HttpClient;
import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpHeaders;
import com.azure.core.http.HttpRequest;
import com.azure.core.http.HttpResponse;
import io.hubgate.verification.azurite.MadeUpResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/** An HTTP client of the SDK that has no service behind it: a test says what is answered, for what Azurite never answers. */
final class FakeService implements HttpClient {
    private static final String ACCOUNT = "DefaultEndpointsProtocol=https;AccountName=fake;AccountKey=ZmFrZQ==;"
            + "TableEndpoint=https://fake.invalid/";

    private final Function<Call, Answer> service;
    private final List<Call> calls = Collections.synchronizedList(new ArrayList<>());

    /** A request: which one, from 0; its method and URL in one text; when it came, by {@link System#nanoTime}. */
    record Call(int number, String text, long at) {}

    /** What is answered. */
    record Answer(int status, HttpHeaders headers, String body) {
        static Answer json(int status, String body) {
            return new Answer(status, new HttpHeaders(), body)
                    .with("Content-Type", "application/json;odata=minimalmetadata");
        }

        /** An error as the service tells it. */
        static Answer error(int status, String code) {
            return json(
                    status,
                    "{\"odata.error\":{\"code\":\"" + code
                            + "\",\"message\":{\"lang\":\"en-US\",\"value\":\"0:Made up.\"}}}");
        }

        /** An error as gateways, and the service for some refusals, tell it. */
        static Answer xml(int status, String code) {
            String body = "<?xml version=\"1.0\" encoding=\"utf-8\"?><error><code>" + code
                    + "</code><message>Made up.</message></error>";
            return new Answer(status, new HttpHeaders(), body).with("Content-Type", "application/xml");
        }

        /** The answer to a transaction, of one part for each change, or of one that says why nothing was done. */
        static Answer batch(Answer... parts) {
            StringBuilder body = new StringBuilder(
                    "--batchresponse_1\r\nContent-Type: multipart/mixed;" + " boundary=changesetresponse_1\r\n\r\n");
            for (Answer part : parts) {
                body.append("--changesetresponse_1\r\nContent-Type: application/http\r\n")
                        .append("Content-Transfer-Encoding: binary\r\n\r\nHTTP/1.1 ")
                        .append(part.status)
                        .append(" Said\r\n");
                part.headers.forEach(header -> body.append(header.getName())
                        .append(": ")
                        .append(header.getValue())
                        .append("\r\n"));
                body.append("\r\n").append(part.body).append("\r\n");
            }
            body.append("--changesetresponse_1--\r\n--batchresponse_1--\r\n");
            return new Answer(202, new HttpHeaders(), body.toString())
                    .with("Content-Type", "multipart/mixed; boundary=batchresponse_1");
        }

        Answer with(String header, String value) {
            return new Answer(status, new HttpHeaders(headers).set(HttpHeaderName.fromString(header), value), body);
        }
    }

    FakeService(Function<Call, Answer> service) {
        this.service = service;
    }

    /** Answers one request after the other; the last answer stands for all further ones. */
    static FakeService saying(Answer... answers) {
        return new FakeService(call -> answers[Math.min(call.number(), answers.length - 1)]);
    }

    AzureTableStores stores() {
        return AzureTableStores.builder()
                .connectionString(ACCOUNT)
                .httpClient(this)
                .build();
    }

    List<Call> calls() {
        return List.copyOf(calls);
    }

    @Override
    public Mono<HttpResponse> send(HttpRequest request) {
        return Mono.fromSupplier(() -> {
            Call call = new Call(calls.size(), request.getHttpMethod() + " " + request.getUrl(), System.nanoTime());
            calls.add(call);
            Answer answer = service.apply(call);
            return new MadeUpResponse(request, answer.status(), answer.headers(), answer.body());
        });
    }
}
