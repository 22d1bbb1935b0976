// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.verification.azurite;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;

/** What a {@link FaultProxy} does with a request instead of passing it on. Immutable. */
public final class Fault {
    private final String name;
    private final Effect effect;

    private Fault(String name, Effect effect) {
        this.name = name;
        this.effect = effect;
    }

    /** The request is passed on, but later. */
    public static Fault delay(Duration time) {
        return new Fault("delay of " + time, exchange -> {
            exchange.pause(time);
            exchange.answer(exchange.forward().bytes());
        });
    }

    /** The answer of a service that has too much to do: 503 {@code ServerBusy}. The server sees nothing. */
    public static Fault serverBusy() {
        return refusal(503, "ServerBusy");
    }

    /** An answer with a status and an error code, as the storage services write it. The server sees nothing. */
    public static Fault refusal(int status, String code) {
        return new Fault(status + " " + code, exchange -> exchange.answer(refusal(status, code, exchange.wantsJson())));
    }

    /** The connection is reset before the server has seen the request. */
    public static Fault resetBefore() {
        return new Fault("reset before", Exchange::reset);
    }

    /** The server acts, and then the connection is reset instead of an answer. */
    public static Fault resetAfter() {
        return new Fault("reset after", exchange -> {
            exchange.forward();
            exchange.reset();
        });
    }

    /** The server acts, and the answer never comes. It ends when the client closes the connection. */
    public static Fault lostReply() {
        return new Fault("lost reply", exchange -> {
            exchange.forward();
            exchange.keepSilent();
        });
    }

    /** The server acts, and the connection is closed in the middle of its answer. */
    public static Fault halfReply() {
        return new Fault("half a reply", exchange -> {
            HttpMessage reply = exchange.forward();
            int body = reply.body().length;
            int half = body > 1 ? reply.head().length + body / 2 : reply.head().length / 2;
            exchange.answer(Arrays.copyOf(reply.bytes(), half));
            exchange.close();
        });
    }

    /** The server sees nothing, and no answer comes. It ends when the client closes the connection. */
    public static Fault blackhole() {
        return new Fault("blackhole", Exchange::keepSilent);
    }

    void happen(Exchange exchange) throws IOException {
        effect.happen(exchange);
    }

    @Override
    public String toString() {
        return name;
    }

    private static byte[] refusal(int status, String code, boolean json) {
        String body = json
                ? "{\"odata.error\":{\"code\":\"" + code
                        + "\",\"message\":{\"lang\":\"en-US\",\"value\":\"Injected.\"}}}"
                : "<?xml version=\"1.0\" encoding=\"utf-8\"?><Error><Code>" + code
                        + "</Code><Message>Injected.</Message></Error>";
        String head = "HTTP/1.1 " + status + " Injected\r\nx-ms-error-code: " + code + "\r\nContent-Type: application/"
                + (json ? "json;odata=minimalmetadata" : "xml") + "\r\nContent-Length: " + body.getBytes(UTF_8).length
                + "\r\n\r\n";
        return (head + body).getBytes(UTF_8);
    }

    private interface Effect {
        void happen(Exchange exchange) throws IOException;
    }

    /** One request and the two connections that it concerns. */
    interface Exchange {
        boolean wantsJson();

        HttpMessage forward() throws IOException;

        void answer(byte[] bytes) throws IOException;

        void pause(Duration time) throws IOException;

        void keepSilent() throws IOException;

        void reset() throws IOException;

        void close() throws IOException;
    }
}
