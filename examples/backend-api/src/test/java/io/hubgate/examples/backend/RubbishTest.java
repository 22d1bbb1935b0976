// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.examples.backend;

import static org.assertj.core.api.Assertions.assertThat;

import io.hubgate.examples.backend.contract.ContractHttp;
import io.hubgate.examples.backend.contract.Reply;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Rubbish in every field, query parameter and path name of every call: a problem with a stable code, never a failure of ours. */
class RubbishTest {
    private static final String HUGE = "x".repeat(100_000);

    /** No field of any call takes any of these. */
    private static final List<String> WRONG_EVERYWHERE = List.of(
            "1", "1e400", "[[]]", "[null]", "\"\\u0000\"", "\"\\ud800\"", "\"\u202e evil\\n\"", "\"" + HUGE + "\"");

    private static final Map<String, List<String>> FIELDS = new LinkedHashMap<>();

    static {
        List<String> step = List.of("slot", "taskHub", "observedHub", "holder", "lease", "reason", "force");
        FIELDS.put(
                "POST /api/apps/orders/slots/staging",
                List.of("taskHub", "release", "new", "observedHub", "holder", "lease", "force"));
        for (String word : List.of("swap", "confirm", "abort", "rollback", "retire", "extend")) {
            FIELDS.put("POST /api/apps/orders/" + word, step);
        }
        FIELDS.put("POST /api/apps/orders/cleanup", List.of("taskHub", "inUse", "dryRun", "dropEntities"));
        FIELDS.put("PUT /api/apps/orders", List.of("slots", "reason", "force"));
        FIELDS.put("POST /api/events/quarantine/x/dismiss", List.of());
    }

    private static RunningBackend backend;
    private static ContractHttp http;

    @BeforeAll
    static void start() {
        backend = RunningBackend.start();
        http = backend.http();
        new Steps(http).declare("orders");
    }

    @AfterAll
    static void stop() {
        backend.close();
    }

    @TestFactory
    Stream<DynamicTest> in_a_field() {
        List<DynamicTest> tests = new ArrayList<>();
        FIELDS.forEach((call, fields) -> {
            for (String field : fields) {
                tests.add(DynamicTest.dynamicTest(call + " " + field, () -> {
                    for (String value : wrong(field)) {
                        Reply reply = send(call, body(field, value));
                        assertThat(reply.status())
                                .as(field + ": " + shown(value))
                                .isEqualTo(400);
                        assertThat(reply.code()).isIn("BAD_REQUEST", "HUB_NAME_INVALID");
                    }
                }));
            }
        });
        return tests.stream();
    }

    /** What is also wrong for one field or another. */
    private static final Map<String, List<String>> WRONG_FOR = Map.ofEntries(
            Map.entry("reason", List.of("{}", "true", "\"" + "r".repeat(1025) + "\"")),
            Map.entry(
                    "holder",
                    List.of(
                            "{}",
                            "{\"name\":\"\"}",
                            "{\"name\":1}",
                            "{\"names\":\"a\"}",
                            "{\"name\":\"a\",\"url\":\"javascript:alert(1)\"}",
                            "{\"name\":\"a\\u0007\"}",
                            "\"cd\"",
                            "true")),
            Map.entry(
                    "force",
                    List.of(
                            "{}",
                            "{\"reason\":\" \"}",
                            "{\"reason\":1}",
                            "true",
                            "{\"reason\":\"a\",\"acceptUnknown\":\"yes\"}",
                            "{\"reason\":\"a\",\"acceptunknown\":true}")),
            Map.entry(
                    "release",
                    List.of(
                            "{\"id\":\"\"}",
                            "{\"ident\":\"1\"}",
                            "{\"url\":\"file:///etc\"}",
                            "\"\"",
                            "{\"id\":\"1\",\"version\":\"" + "v".repeat(3000) + "\"}",
                            "true")),
            Map.entry("lease", List.of("\"\"", "\"1h\"", "\"PT0S\"", "\"-PT1H\"", "\"P31D\"", "true")),
            Map.entry(
                    "slots",
                    List.of(
                            "\"\"",
                            "{\"staging\":1}",
                            "{\"staging\":\"no hub\"}",
                            "{\"-\":null}",
                            "{\"blue\":null,\"BLUE\":null}",
                            "true")),
            Map.entry("inUse", List.of("\"hub\"", "[1]", "[\"no hub\"]", "{}")));

    private static List<String> wrong(String field) {
        List<String> wrong = new ArrayList<>(WRONG_EVERYWHERE);
        if (field.equals("reason")) {
            // Free text: what is invisible in it is escaped where it is shown.
            wrong.removeIf(value -> value.contains("evil") || value.contains("\\u0000"));
        }
        List<String> other = List.of("new", "dryRun", "dropEntities").contains(field)
                ? List.of("\"true\"", "{}", "0")
                : List.of("{}", "true", "\"no hub\"", "\"../etc\"");
        wrong.addAll(WRONG_FOR.getOrDefault(field, other));
        return wrong;
    }

    private static String body(String field, String value) {
        String hub = field.equals("taskHub") ? "" : "\"taskHub\":\"orders1\",";
        return "{" + (List.of("slots", "reason", "force").contains(field) ? "" : hub) + "\"" + field + "\":" + value
                + "}";
    }

    @TestFactory
    Stream<DynamicTest> in_the_body_as_a_whole() {
        List<String> bodies = List.of(
                "{",
                "{\"taskHub\":\"orders1\"",
                "{}{}",
                "{} x",
                "[]",
                "null",
                "1",
                "\"\"",
                "{\"taskHub\":\"orders1\",\"taskHub\":\"orders2\"}",
                "{\"a\":".repeat(200) + "1" + "}".repeat(200),
                "[".repeat(50_000),
                "{'taskHub':'orders1'}",
                "{\"taskhub\":\"orders1\"}",
                "{\"\":1}",
                "\ufeff{}",
                "{\"n\":" + "9".repeat(5000) + "}");
        return FIELDS.keySet().stream()
                .map(call -> DynamicTest.dynamicTest(call, () -> {
                    for (String body : bodies) {
                        Reply reply = send(call, body);
                        assertThat(reply.status()).as(shown(body)).isEqualTo(400);
                        assertThat(reply.code()).isEqualTo("BAD_REQUEST");
                    }
                    assertThat(send(call, new byte[] {'{', '"', (byte) 0xc3, (byte) 0x28, '"', '}'})
                                    .status())
                            .isEqualTo(400);
                    assertThat(send(call, "{\"reason\":\"" + "x".repeat(1_100_000) + "\"}")
                                    .status())
                            .isEqualTo(413);
                }));
    }

    @TestFactory
    Stream<DynamicTest> in_a_query_parameter() {
        Map<String, List<String>> wrong = new LinkedHashMap<>();
        for (String call : List.of("/api/apps/orders/slots/staging/status?", "/api/apps/orders/slots/staging/gate?")) {
            wrong.put(call + "intent=", List.of("", "Overwrite", "delete2", "\u0000"));
            wrong.put(call + "taskHub=", List.of("", "x", "no hub", HUGE.substring(0, 2000)));
            wrong.put(call + "observedHub=", List.of("x", "no hub"));
            wrong.put(call + "wait=", List.of("", "25", "PT61S", "-PT1S", "P1D", "PT1S PT1S"));
            wrong.put(call + "waits=", List.of("PT1S"));
        }
        wrong.put("/api/gate?app=", List.of("", "-", "a b", "\u0000"));
        wrong.put("/api/gate?slot=", List.of("staging"));
        wrong.put("/api/gate?app=orders&slot=", List.of("", "-"));
        for (String call :
                List.of("/api/apps/orders/decisions?", "/api/taskhubs/orders0/instances?", "/api/events/quarantine?")) {
            wrong.put(call + "limit=", List.of("", "0", "1001", "-1", "ten", "1.5", "99999999999"));
            wrong.put(call + "page=", List.of("1"));
        }
        wrong.put("/api/apps/orders/decisions?after=", List.of("", "0", "-1", "x", "9".repeat(30)));
        wrong.put("/api/events/quarantine?after=", List.of("", "A", "../x"));
        wrong.put("/api/apps/orders/why?at=", List.of("", "yesterday", "2026-11-23", "2026-13-01T00:00:00Z"));
        wrong.put("/api/taskhubs/orders0/status?intent=", List.of("", "eat"));
        wrong.put("/api/taskhubs/orders0/instances?status=", List.of("", "all", "Active"));
        wrong.put("/api/apps?limit=", List.of("1"));
        wrong.put("/metrics?name=", List.of("x"));
        return wrong.entrySet().stream()
                .map(entry -> DynamicTest.dynamicTest(entry.getKey(), () -> {
                    for (String value : entry.getValue()) {
                        Reply reply = http.get(entry.getKey() + encoded(value));
                        assertThat(reply.status()).as(shown(value)).isEqualTo(400);
                        assertThat(reply.code()).isIn("BAD_REQUEST", "HUB_NAME_INVALID");
                    }
                }));
    }

    @TestFactory
    Stream<DynamicTest> twice_or_badly_encoded_in_a_query() {
        return Stream.of(
                        "?intent=stop&intent=stop",
                        "?intent=%zz",
                        "?intent=%f",
                        "?%ff=1",
                        "?intent=%c3%28",
                        "?" + "a&".repeat(300))
                .map(query -> DynamicTest.dynamicTest(shown(query), () -> {
                    Reply reply = backend.raw("GET /api/apps/orders/slots/staging/status" + query + " HTTP/1.1", "");
                    assertThat(reply.status()).isEqualTo(400);
                    assertThat(reply.code()).isEqualTo("BAD_REQUEST");
                }));
    }

    @TestFactory
    Stream<DynamicTest> in_a_name_of_the_path() {
        List<String> names = List.of("-", "a_b", "a b", "%00", "\u202e", "a".repeat(100), "ümlaut", ".", "a%2Fb", "*");
        List<String> paths = List.of(
                "/api/apps/NAME",
                "/api/apps/NAME/status",
                "/api/apps/orders/slots/NAME/status",
                "/api/apps/orders/slots/NAME/gate",
                "/api/apps/NAME/decisions",
                "/api/taskhubs/NAME/status",
                "/api/taskhubs/NAME/instances");
        return paths.stream()
                .map(path -> DynamicTest.dynamicTest(path, () -> {
                    for (String name : names) {
                        Reply reply =
                                http.get(path.replace("NAME", encoded(name).replace("+", "%20")));
                        assertThat(reply.status()).as(name).isIn(400, 404);
                        assertThat(reply.code()).isIn("BAD_REQUEST", "HUB_NAME_INVALID", "NOT_FOUND");
                    }
                }));
    }

    @TestFactory
    Stream<DynamicTest> in_a_header() {
        return Stream.of(
                        "If-Match:x",
                        "If-Match:\"1",
                        "If-Match:-1",
                        "If-Match:1, 2",
                        "If-Match:W/\"1\"",
                        "If-Match:" + "9".repeat(40))
                .map(header -> DynamicTest.dynamicTest(header, () -> {
                    ContractHttp odd = http.with(header.split(":", 2)[0], header.split(":", 2)[1]);
                    assertThat(odd.post("/api/apps/orders/swap", "{}").code()).isEqualTo("BAD_REQUEST");
                }));
    }

    @TestFactory
    Stream<DynamicTest> of_another_media_type() {
        return Stream.of(
                        "text/plain",
                        "application/x-www-form-urlencoded",
                        "application/json; charset=utf-16",
                        "json",
                        "application/jsonx")
                .map(type -> DynamicTest.dynamicTest(type, () -> {
                    Reply reply = http.with("Content-Type", type).send("POST", "/api/apps/orders/swap", "{}");
                    assertThat(reply.status()).isEqualTo(415);
                    assertThat(reply.code()).isEqualTo("NOT_FOUND");
                }));
    }

    private static Reply send(String call, String body) {
        return send(call, body.getBytes(StandardCharsets.UTF_8));
    }

    private static Reply send(String call, byte[] body) {
        String[] parts = call.split(" ", 2);
        return http.with("Content-Type", "application/json").send(parts[0], parts[1], body);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String shown(String text) {
        return text.length() > 60 ? text.substring(0, 60) + "…" : text;
    }
}
