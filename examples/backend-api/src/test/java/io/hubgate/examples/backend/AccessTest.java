// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.examples.backend;

import static org.assertj.core.api.Assertions.assertThat;

import io.hubgate.examples.backend.AccessGrid.Who;
import io.hubgate.examples.backend.contract.ContractHttp;
import io.hubgate.examples.backend.contract.Reply;
import io.hubgate.examples.backend.settings.Setting;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Which key opens which call: every call of the document with every role, and without. */
class AccessTest {
    private static final String ORDERS_ONLY = "orders-deploy-secret";

    @TempDir
    static Path dir;

    private static RunningBackend backend;
    private static ContractHttp http;

    @BeforeAll
    static void start() throws IOException {
        String keys = Arrays.stream(Who.values())
                .filter(who -> who != Who.NONE)
                .map(who -> "{\"name\":\"%1$s key\",\"role\":\"%1$s\",\"key\":\"%2$s\"}"
                        .formatted(who.name().toLowerCase(Locale.ROOT), who.secret()))
                .collect(Collectors.joining(","));
        String limited =
                "{\"name\":\"orders\",\"role\":\"deploy\",\"key\":\"" + ORDERS_ONLY + "\",\"apps\":[\"orders-*\"]}";
        Path file = dir.resolve("keys.json");
        Files.writeString(file, "{\"keys\":[" + keys + "," + limited + "]}");
        backend = RunningBackend.start(Map.of(Setting.KEYS_FILE, file.toString()));
        http = backend.http();
        client(Who.ADMIN).put("/api/apps/orders-weu", "{\"slots\":{\"production\":\"OrdersWeu\"}}");
        client(Who.ADMIN).put("/api/apps/shop", "{\"slots\":{\"production\":\"ShopHub\"}}");
    }

    @AfterAll
    static void stop() {
        backend.close();
    }

    private static ContractHttp client(Who who) {
        return who == Who.NONE ? http : http.key(who.secret());
    }

    private static Reply call(ContractHttp client, String call) {
        String method = call.substring(0, call.indexOf(' '));
        String target = call.substring(call.indexOf(' ') + 1)
                .replace("{app}", "shop")
                .replace("{slot}", "staging")
                .replace("{hub}", "ShopHub")
                .replace("{id}", "none")
                .replace("{file}", "none.js")
                .replace("/api/gate", "/api/gate?app=shop");
        String body = target.contains("/api/events") && !target.contains("quarantine") ? "[]" : body(target);
        return switch (method) {
            case "POST", "PUT" ->
                client.with("Content-Type", "application/json").send(method, target, body);
            default -> client.send(method, target, "");
        };
    }

    private static String body(String target) {
        if (target.endsWith("/waivers")) {
            return "{\"taskHub\":\"never1\",\"code\":\"STALE_STATUS\",\"instanceId\":\"x\",\"reason\":\"x\"}";
        }
        return target.contains("/dismiss") || !target.matches(".*/(abort|staging)") ? "{}" : "{\"taskHub\":\"never1\"}";
    }

    @TestFactory
    Stream<DynamicTest> each_call_opens_to_the_roles_of_the_specification_and_to_no_other() {
        return AccessGrid.grid().entrySet().stream()
                .flatMap(entry -> Arrays.stream(Who.values())
                        .map(who -> DynamicTest.dynamicTest(entry.getKey() + " as " + who, () -> {
                            int status = call(client(who), entry.getKey()).status();
                            if (entry.getValue().contains(who)) {
                                assertThat(status).isNotIn(401, 403, 500);
                            } else {
                                assertThat(status).isEqualTo(who == Who.NONE ? 401 : 403);
                            }
                        })));
    }

    @Test
    void the_grid_has_every_call_of_the_document() {
        assertThat(AccessGrid.grid().keySet())
                .containsAll(ContractHttp.documentedCalls().stream()
                        .filter(call -> !call.equals("GET /api/live"))
                        .toList());
    }

    @Nested
    class Live {
        @Test
        void needs_the_role_read() {
            assertThat(http.get("/api/live").status()).isEqualTo(401);
            assertThat(client(Who.EVENTS).get("/api/live").status()).isEqualTo(403);
        }
    }

    @Nested
    class StrongerOrders {
        @Test
        void a_force_needs_admin() {
            String body = "{\"taskHub\":\"never1\",\"force\":{\"reason\":\"now\"}}";
            assertThat(client(Who.DEPLOY)
                            .post("/api/apps/nobody/slots/staging", body)
                            .status())
                    .isEqualTo(403);
            assertThat(client(Who.ADMIN)
                            .post("/api/apps/nobody/slots/staging", body)
                            .status())
                    .isEqualTo(404);
            for (String step : new String[] {"swap", "confirm", "abort", "rollback", "retire", "extend", "seal"}) {
                assertThat(client(Who.DEPLOY)
                                .post("/api/apps/nobody/" + step, body)
                                .status())
                        .as(step)
                        .isEqualTo(403);
            }
        }

        @Test
        void dropping_entities_needs_admin() {
            String body = "{\"dropEntities\":true}";
            assertThat(client(Who.DEPLOY).post("/api/apps/shop/cleanup", body).status())
                    .isEqualTo(403);
            assertThat(client(Who.CLEANUP).post("/api/apps/shop/cleanup", body).status())
                    .isEqualTo(403);
            assertThat(client(Who.ADMIN).post("/api/apps/shop/cleanup", body).status())
                    .isEqualTo(200);
        }

        @Test
        void a_mistake_in_the_request_is_told_before_a_missing_key() {
            assertThat(http.post("/api/apps/shop/swap", "{\"taskhub\":\"x\"}").code())
                    .isEqualTo("BAD_REQUEST");
        }
    }

    @Nested
    class KeysForSomeApps {
        private final ContractHttp orders = http.key(ORDERS_ONLY);

        @Test
        void open_those_apps_only() {
            assertThat(orders.get("/api/apps/orders-weu").status()).isEqualTo(200);
            assertThat(orders.get("/api/apps/ORDERS-WEU/status").status()).isEqualTo(200);
            assertThat(orders.get("/api/apps/shop").code()).isEqualTo("FORBIDDEN");
            assertThat(orders.post("/api/apps/shop/swap", "{}").code()).isEqualTo("FORBIDDEN");
            assertThat(orders.get("/api/gate?app=orders-weu&app=shop").code()).isEqualTo("FORBIDDEN");
        }

        @Test
        void see_those_apps_and_hubs_only() {
            assertThat(orders.get("/api/apps").json().at("/apps")).hasSize(1);
            assertThat(orders.get("/api/taskhubs/OrdersWeu/status").status()).isEqualTo(200);
            assertThat(orders.get("/api/taskhubs/ShopHub/status").code()).isEqualTo("FORBIDDEN");
            assertThat(orders.get("/api/taskhubs/ShopHub/instances").code()).isEqualTo("FORBIDDEN");
        }

        @Test
        void do_not_see_what_may_be_anybodys() {
            assertThat(orders.get("/api/events/quarantine").code()).isEqualTo("FORBIDDEN");
        }
    }

    @Nested
    class PresentingAKey {
        @Test
        void works_in_each_of_the_places() {
            String secret = Who.READ.secret();
            String basic = Base64.getEncoder().encodeToString((":" + secret).getBytes(StandardCharsets.UTF_8));
            assertThat(http.with("Authorization", "Basic " + basic)
                            .get("/api/apps")
                            .status())
                    .isEqualTo(200);
            assertThat(http.with("x-functions-key", secret).get("/api/apps").status())
                    .isEqualTo(200);
            assertThat(http.with("aeg-sas-key", secret).get("/api/apps").status())
                    .isEqualTo(401);
            assertThat(http.get("/api/apps?code=" + secret).status()).isEqualTo(400);
        }

        @Test
        void has_two_more_places_for_deliveries() {
            String secret = Who.EVENTS.secret();
            assertThat(http.with("aeg-sas-key", secret)
                            .send("POST", "/api/events", "[]")
                            .status())
                    .isEqualTo(200);
            assertThat(http.send("POST", "/api/events?code=" + secret + "&other=1", "[]")
                            .status())
                    .isEqualTo(200);
            assertThat(http.send("POST", "/api/events?code=wrong", "[]").status())
                    .isEqualTo(401);
        }

        @Test
        void says_how_when_it_is_missing() {
            assertThat(http.get("/api/apps").header("WWW-Authenticate")).startsWith("Bearer");
        }

        @Test
        void puts_the_keys_name_into_decisions() {
            client(Who.ADMIN).with("X-Hubgate-Actor", "ada").put("/api/apps/named", "{}");
            assertThat(client(Who.READ).get("/api/apps/named/decisions").at("/decisions/0/actor/name"))
                    .isEqualTo("admin key");
            assertThat(client(Who.READ).get("/api/apps/named/decisions").at("/decisions/0/actor/onBehalfOf"))
                    .isEqualTo("ada");
        }
    }

    @Nested
    class WithKeys {
        @Test
        void neither_host_nor_proxy_matters() {
            ContractHttp proxied =
                    client(Who.READ).with("X-Forwarded-For", "192.0.2.1").with("Origin", "https://elsewhere.example");
            assertThat(proxied.get("/api/apps").status()).isEqualTo(200);
        }
    }
}
