// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.examples.backend;

import static org.assertj.core.api.Assertions.assertThat;

import io.hubgate.examples.backend.contract.ContractHttp;
import io.hubgate.examples.backend.contract.Reply;
import io.hubgate.examples.backend.settings.Setting;
import io.hubgate.rule.Rule;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Deliveries over real HTTP; what each shape means the adapter's own tests show. */
class EventsTest {
    private static RunningBackend backend;
    private static ContractHttp http;

    @BeforeAll
    static void start() {
        backend = RunningBackend.start();
        http = backend.http();
    }

    @AfterAll
    static void stop() {
        backend.close();
    }

    private static Reply deliver(String body) {
        return http.send("POST", "/api/events", body);
    }

    @Nested
    class Deliveries {
        @Test
        @Rule("E-1")
        void count_what_was_taken_put_aside_and_ignored() {
            Reply reply = deliver(
                    Events.delivery(
                            Events.running("taken", "a"),
                            "{\"id\":\"1\",\"eventType\":\"orchestratorEvent\",\"data\":7}",
                            "{\"id\":\"2\",\"eventType\":\"Some.Other\",\"subject\":\"s\",\"eventTime\":\"2024-03-04T05:06:07Z\",\"data\":{}}"));
            assertThat(reply.at("/accepted")).isEqualTo("1");
            assertThat(reply.at("/quarantined")).isEqualTo("1");
            assertThat(reply.at("/ignored")).isEqualTo("1");
        }

        @Test
        @Rule("E-5")
        void of_5000_events_fit() {
            String[] events = IntStream.range(0, 5_000)
                    .mapToObj(i -> Events.running("large", "order-" + i))
                    .toArray(String[]::new);
            assertThat(deliver(Events.delivery(events)).at("/accepted")).isEqualTo("5000");
        }

        @Test
        void come_with_any_media_type() {
            for (String type :
                    new String[] {"application/json", "application/cloudevents-batch+json", "text/plain", "x/y"}) {
                assertThat(http.with("Content-Type", type)
                                .send("POST", "/api/events", "[]")
                                .status())
                        .isEqualTo(200);
            }
        }

        @Test
        @Rule("E-2")
        void that_are_no_json_are_the_only_bad_requests() {
            assertThat(deliver("not json").code()).isEqualTo("BAD_REQUEST");
            assertThat(deliver("[1,\"x\",null,{}]").at("/quarantined")).isEqualTo("4");
        }

        @Test
        @Rule("E-2")
        void that_are_too_large_are_413() {
            try (RunningBackend small = RunningBackend.start(Map.of(Setting.MAX_BODY, "2000"))) {
                Reply reply = small.http().send("POST", "/api/events", "[" + " ".repeat(3000) + "]");
                assertThat(reply.status()).isEqualTo(413);
            }
        }

        @Test
        @Rule("E-1")
        void that_cannot_be_kept_are_to_come_again() {
            try (RunningBackend full = RunningBackend.start(Map.of(Setting.MAX_INSTANCES, "2"))) {
                full.http().put("/api/apps/full", "{\"slots\":{\"production\":\"fullHub\"}}");
                Reply reply = full.http()
                        .send(
                                "POST",
                                "/api/events",
                                Events.delivery(
                                        Events.running("fullHub", "a"),
                                        Events.running("fullHub", "b"),
                                        Events.running("fullHub", "c")));
                assertThat(reply.status()).isEqualTo(503);
                assertThat(reply.code()).isEqualTo("STORE_UNAVAILABLE");
                assertThat(reply.header("Retry-After")).isNotEmpty();
            }
        }
    }

    @Nested
    class Handshakes {
        @Test
        @Rule("E-3")
        void echo_the_code_of_a_validation_event() {
            Reply reply = deliver("""
                    [{"id":"1","topic":"t","subject":"","eventTime":"2024-03-04T05:06:07Z","dataVersion":"1",
                      "eventType":"Microsoft.EventGrid.SubscriptionValidationEvent",
                      "data":{"validationCode":"512d38b6","validationUrl":"https://evil.example/"}}]""");
            assertThat(reply.at("/validationResponse")).isEqualTo("512d38b6");
        }

        @Test
        @Rule("E-3")
        void allow_the_origins_of_the_settings_only() {
            Reply known =
                    http.with("WebHook-Request-Origin", "eventgrid.azure.net").send("OPTIONS", "/api/events", "");
            assertThat(known.status()).isEqualTo(200);
            assertThat(known.header("WebHook-Allowed-Origin")).isEqualTo("eventgrid.azure.net");
            Reply unknown = http.with("WebHook-Request-Origin", "evil.example").send("OPTIONS", "/api/events", "");
            assertThat(unknown.status()).isEqualTo(403);
            assertThat(http.send("OPTIONS", "/api/events", "").status()).isEqualTo(204);
        }
    }

    @Nested
    class Quarantined {
        @Test
        @Rule("R-8")
        void events_are_listed_page_by_page_and_block_until_they_are_dismissed() {
            try (RunningBackend fresh = RunningBackend.start()) {
                ContractHttp there = fresh.http();
                new Steps(there).deploySecond("aside");
                new Steps(there).deliver(Events.running("aside0", "a"), Events.completed("aside0", "a"));
                there.send("POST", "/api/events", "[{\"junk\":1},{\"junk\":2}]");
                Reply gate = there.get("/api/apps/aside/slots/staging/gate");
                assertThat(gate.status()).isEqualTo(503);
                assertThat(gate.at("/reasons/0/code")).isEqualTo("EVENTS_QUARANTINED");
                Reply first = there.get("/api/events/quarantine?limit=1");
                Reply second = there.get("/api/events/quarantine?limit=1&after=" + first.at("/next"));
                assertThat(second.at("/items/0/excerpt")).contains("junk");
                for (Reply page : new Reply[] {first, second}) {
                    String dismiss = "/api/events/quarantine/" + page.at("/items/0/id") + "/dismiss";
                    assertThat(there.post(dismiss, "").at("/dismissed")).isEqualTo("true");
                    assertThat(there.post(dismiss, "{}").code()).isEqualTo("NOT_FOUND");
                }
                assertThat(there.get("/api/apps/aside/slots/staging/gate").status())
                        .isEqualTo(200);
            }
        }
    }
}
