// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.taskhub.azurestorage;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.azure.core.http.HttpClient;
import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpHeaders;
import com.azure.core.http.HttpRequest;
import com.azure.core.http.HttpResponse;
import io.hubgate.verification.azurite.MadeUpResponse;
import java.net.URLDecoder;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * A service that answers where an emulator is more lenient than the real one: pages that are empty and not the last, answers that ask for
 * patience, refusals, garbage. It knows one hub, {@code OrdersHub}, with one control queue, in the account {@code fake}.
 */
final class FakeStorage implements HttpClient {
    static final String CONNECTION =
            "DefaultEndpointsProtocol=https;AccountName=fake;AccountKey=ZmFrZQ==;" + "EndpointSuffix=storage.invalid";

    final List<HttpRequest> requests = new CopyOnWriteArrayList<>();
    private final Function<String, @Nullable Answer> extra;
    private final Supplier<ZonedDateTime> clock;

    /** What an answer is. */
    record Answer(int status, String body, HttpHeaders headers) {
        static Answer json(String body) {
            return new Answer(200, body, new HttpHeaders());
        }

        static Answer status(int status, String code) {
            return new Answer(status, "", new HttpHeaders().set(HttpHeaderName.fromString("x-ms-error-code"), code));
        }

        Answer with(String name, String value) {
            return new Answer(status, body, new HttpHeaders(headers).set(HttpHeaderName.fromString(name), value));
        }
    }

    /**
     * @param now what the service's clock says
     * @param extra answers by method and readable address; null for what a quiet hub would answer
     */
    FakeStorage(ZonedDateTime now, Function<String, @Nullable Answer> extra) {
        this(() -> now, extra);
    }

    /**
     * @param clock the service's
     * @param extra as above
     */
    FakeStorage(Supplier<ZonedDateTime> clock, Function<String, @Nullable Answer> extra) {
        this.clock = clock;
        this.extra = extra;
    }

    @Override
    public Mono<HttpResponse> send(HttpRequest request) {
        requests.add(request);
        String address = request.getHttpMethod() + " "
                + URLDecoder.decode(request.getUrl().toString(), UTF_8);
        return Mono.fromSupplier(() -> {
            Answer answer = extra.apply(address);
            return response(request, answer == null ? quiet(address) : answer);
        });
    }

    private static Answer quiet(String address) {
        if (address.contains("/Tables")) {
            return Answer.json(
                    "{\"value\":[{\"TableName\":\"OrdersHubInstances\"},{\"TableName\":\"OrdersHubHistory\"},"
                            + "{\"TableName\":\"OrdersHubPartitions\"}]}");
        }
        if (address.contains("OrdersHubPartitions")) {
            return Answer.json(
                    "{\"value\":[{\"odata.etag\":\"1\",\"PartitionKey\":\"\",\"RowKey\":\"ordershub-control-00\","
                            + "\"Timestamp@odata.type\":\"Edm.DateTime\",\"Timestamp\":\"2026-01-01T00:00:00Z\"}]}");
        }
        if (address.contains(".table.")) {
            return Answer.json("{\"value\":[]}");
        }
        if (address.contains(".blob.")) {
            return Answer.json(
                    "<?xml version=\"1.0\"?><EnumerationResults><Containers/><NextMarker/></EnumerationResults>");
        }
        if (address.contains("comp=list")) {
            return Answer.json(
                    "<?xml version=\"1.0\"?><EnumerationResults><Queues><Queue><Name>ordershub-control-00</Name></Queue>"
                            + "<Queue><Name>ordershub-workitems</Name></Queue></Queues><NextMarker/></EnumerationResults>");
        }
        if (address.contains("comp=metadata")) {
            return Answer.json("").with("x-ms-approximate-messages-count", "0");
        }
        return Answer.json("<?xml version=\"1.0\"?><QueueMessagesList></QueueMessagesList>");
    }

    private HttpResponse response(HttpRequest request, Answer answer) {
        boolean json = answer.body().startsWith("{");
        HttpHeaders headers = new HttpHeaders(answer.headers())
                .set(HttpHeaderName.DATE, DateTimeFormatter.RFC_1123_DATE_TIME.format(clock.get()))
                .set(HttpHeaderName.CONTENT_TYPE, json ? "application/json" : "application/xml");
        return new MadeUpResponse(request, answer.status(), headers, answer.body());
    }
}
