// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.hubgate.rule.Rule;
import io.hubgate.verification.azurite.AzuriteExtension;
import io.hubgate.verification.azurite.StorageAccount;
import io.hubgate.verification.azurite.TestStorage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The command line at a real storage server. */
@ExtendWith(AzuriteExtension.class)
@Timeout(180)
class InspectTest {
    private static final String VARIABLE = "HUBGATE_TASKHUB_CONNECTION_STRING";

    private static String connectionString;
    private static Map<String, String> environment;
    private static SmallHub idle;
    private static SmallHub busy;
    private static SmallHub alive;

    @BeforeAll
    static void make(StorageAccount account) {
        connectionString = account.connectionString();
        environment = Map.of(VARIABLE, connectionString);
        idle = make("idle").instance("order-1", "PlaceOrder", "Completed", Duration.ofDays(20));
        busy = make("busy")
                .owned(Duration.ofHours(1))
                .instance("order-1003", "PlaceOrder", "Running", Duration.ofMinutes(134))
                .waitsFor("order-1003", "ChargeCard", Duration.ofMinutes(133))
                // As the engine escapes the control character ESC in a key.
                .instance("evil\u202E^\u00DB[31m", "Approve\u001B[2J", "Running", Duration.ofMinutes(3));
        alive = make("alive").owned(Duration.ofHours(1));
    }

    private static SmallHub make(String prefix) {
        return SmallHub.make(connectionString, TestStorage.freshName(prefix));
    }

    private static Ran inspect(String... args) {
        String[] all = new String[args.length + 1];
        all[0] = "inspect";
        System.arraycopy(args, 0, all, 1, args.length);
        return Ran.here(environment, all);
    }

    @Nested
    class Json {
        @Test
        void is_exactly_the_body_of_a_verdict_and_nothing_else_is_said() throws Exception {
            Ran ran = Ran.process(environment, "inspect", "--hub", idle.name(), "--output", "json");
            assertThat(ran.err()).isEmpty();
            assertThat(ran.out()).endsWith("}\n").hasLineCount(1);
            assertThat(VerdictSchema.complaints(ran.out())).isEmpty();
            assertThat(VerdictSchema.at(ran.out(), "/verdict")).isEqualTo("READY");
            assertThat(VerdictSchema.at(ran.out(), "/confidence")).isEqualTo("TASK_HUB");
            assertThat(VerdictSchema.at(ran.out(), "/evidence/0/source")).isEqualTo("task-hub");
            assertThat(VerdictSchema.at(ran.out(), "/evidence/1")).isEmpty();
            assertThat(ran.end()).isZero();
        }

        @Test
        @Rule("R-3")
        void says_what_each_instance_waits_for_if_asked() {
            Ran ran = inspect("--hub", busy.name(), "--output", "json", "--explain");
            assertThat(VerdictSchema.complaints(ran.out())).isEmpty();
            assertThat(VerdictSchema.at(ran.out(), "/blockers/0/code")).isEqualTo("INSTANCES_ACTIVE");
            assertThat(VerdictSchema.at(ran.out(), "/blockers/0/instances/0/instanceId"))
                    .isEqualTo("order-1003");
            assertThat(VerdictSchema.at(ran.out(), "/blockers/0/instances/0/waitsFor/0/kind"))
                    .isEqualTo("activity");
            assertThat(VerdictSchema.at(ran.out(), "/blockers/0/instances/0/waitsFor/0/name"))
                    .isEqualTo("ChargeCard");
            assertThat(ran.end()).isEqualTo(10);
        }
    }

    @Nested
    class OfMany {
        @Test
        @Rule("R-3")
        void json_names_a_hundred_and_text_twenty() {
            SmallHub many = make("many").owned(Duration.ofHours(1));
            IntStream.range(0, 30)
                    .forEach(i -> many.instance("order-" + i, "PlaceOrder", "Running", Duration.ofMinutes(5)));
            Ran text = inspect("--hub", many.name(), "--no-explain");
            assertThat(text.out()).contains("30 orchestrations of ").contains("    and 10 more\n");
            assertThat(text.out().lines().filter(line -> line.startsWith("    order-")))
                    .hasSize(20);
            Ran json = inspect("--hub", many.name(), "--output", "json");
            assertThat(VerdictSchema.complaints(json.out())).isEmpty();
            assertThat(json.out().split("\"instanceId\":\"order-")).hasSize(31);
        }
    }

    @Nested
    class Text {
        @Test
        void says_what_blocks_since_when_and_what_it_waits_for() {
            Ran ran = inspect("--hub", busy.name());
            assertThat(ran.out()
                            .replaceAll("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d", "TIME")
                            .replaceAll("\\d h \\d+ min", "AGE"))
                    .startsWith("NOT_READY 2 orchestrations of " + busy.name()
                            + " still run, the oldest for AGE (order-1003)")
                    .contains("\nWhat stands against it\n  INSTANCES_ACTIVE: 2 orchestrations ")
                    .contains("""
                                order-1003  PlaceOrder  Running, AGE old, last progress AGE ago at TIME UTC
                                  waits for the activity ChargeCard, since TIME UTC, for AGE
                            """)
                    .contains("\nLooked at\n  task-hub at TIME UTC\n");
            assertThat(ran.err()).isEmpty();
            assertThat(ran.end()).isEqualTo(10);
        }

        @Test
        void shows_what_is_foreign_escaped() {
            Ran ran = inspect("--hub", busy.name());
            assertThat(ran.out())
                    .contains("evil\\u202E\\u001B[31m")
                    .contains("Approve\\u001B[2J")
                    .doesNotContain("\u001B")
                    .doesNotContain("\u202E");
        }
    }

    @Nested
    class Failure {
        @Test
        @Rule("R-18")
        void of_a_mistyped_hub_is_unknown_names_the_nearest_and_creates_nothing() {
            String before = Inventory.of(connectionString);
            String mistyped = idle.name().substring(0, idle.name().length() - 1) + "x";
            Ran ran = inspect("--hub", mistyped, "--output", "json");
            assertThat(VerdictSchema.complaints(ran.out())).isEmpty();
            assertThat(VerdictSchema.at(ran.out(), "/reasons/0/code")).isEqualTo("HUB_MISSING");
            assertThat(VerdictSchema.at(ran.out(), "/reasons/0/fix")).contains("did you mean '" + idle.name() + "'?");
            assertThat(VerdictSchema.at(ran.out(), "/confidence")).isEqualTo("null");
            assertThat(ran.end()).isEqualTo(20);
            assertThat(Inventory.of(connectionString)).isEqualTo(before);
        }

        @Test
        @Rule("R-20")
        void of_a_wrong_key_is_unknown_and_shows_no_key() {
            String wrong = connectionString.replaceFirst("AccountKey=....", "AccountKey=AAAA");
            Ran ran = Ran.here(Map.of(VARIABLE, wrong), "inspect", "--hub", idle.name());
            assertThat(ran.out()).startsWith("UNKNOWN ").contains("ACCESS_DENIED: ");
            assertThat(ran.out() + ran.err()).doesNotContain("AAAA").doesNotContain("AccountKey");
            assertThat(ran.end()).isEqualTo(20);
        }

        @Test
        @Rule("R-20")
        void of_a_server_that_is_not_there_is_unknown() {
            String gone = connectionString.replaceAll(":\\d+/", ":1/");
            Ran ran = Ran.here(Map.of(VARIABLE, gone), "inspect", "--hub", idle.name(), "--within", "PT10S");
            assertThat(ran.out()).startsWith("UNKNOWN ").contains("UNREACHABLE: ");
            assertThat(ran.end()).isEqualTo(20);
        }
    }

    @Nested
    class Delete {
        @Test
        @Rule("R-17")
        void is_refused_at_once_while_a_host_lives() {
            Ran ran = inspect("--hub", alive.name(), "--intent", "delete");
            assertThat(ran.out()).contains("HOST_ACTIVE: a host works on " + alive.name());
            assertThat(ran.end()).isEqualTo(10);
        }

        @Test
        @Rule("R-17")
        void tells_what_is_missing_if_there_is_no_time_for_a_second_look() {
            Ran ran = inspect("--hub", idle.name(), "--intent", "delete", "--within", "PT20S");
            assertThat(ran.out()).contains("HOST_ACTIVE: no host was seen").contains("over at ");
            assertThat(ran.end()).isEqualTo(10);
        }
    }

    @Nested
    class Listing {
        @Test
        void has_every_hub_of_the_account_and_whether_a_host_is_there() {
            Ran ran = inspect();
            assertThat(ran.out()).containsPattern(idle.name() + " +1 +0 +0 +\\d+ .*ago +none");
            assertThat(ran.out()).containsPattern(busy.name() + " +2 +2 +0 +\\d+ .*ago +alive");
            assertThat(ran.out()).containsPattern(alive.name() + " +0 +0 +0 +\\d+ .*ago +alive");
            assertThat(ran.err()).isEmpty();
            assertThat(ran.end()).isZero();
        }

        @Test
        @Rule("R-20")
        void that_storage_refuses_is_unknown() {
            String wrong = connectionString.replaceFirst("AccountKey=....", "AccountKey=AAAA");
            Ran ran = Ran.here(Map.of(VARIABLE, wrong), "inspect");
            assertThat(ran.out()).isEmpty();
            assertThat(ran.err()).contains("to do: ").doesNotContain("AAAA");
            assertThat(ran.end()).isEqualTo(20);
        }
    }

    @Nested
    class HostJson {
        private Ran with(Path dir, String durableTask, Map<String, String> more) throws IOException {
            Path file = dir.resolve("host.json");
            Files.writeString(file, "{\"version\":\"2.0\",\"extensions\":{\"durableTask\":" + durableTask + "}}");
            return Ran.here(more, "inspect", "--host-json", file.toString());
        }

        @Test
        void names_hub_and_account_by_settings(@TempDir Path dir) throws Exception {
            Map<String, String> settings = Map.of("Storage2", connectionString, "TaskHubName", idle.name());
            Ran ran = with(
                    dir,
                    "{\"hubName\":\"%TaskHubName%\",\"storageProvider\":{\"connectionName\":\"Storage2\"}}",
                    settings);
            assertThat(ran.out()).startsWith("READY " + idle.name());
            assertThat(ran.end()).isZero();
        }

        @Test
        @Rule("R-20")
        void of_another_provider_is_refused_and_never_taken_for_an_empty_hub(@TempDir Path dir) throws Exception {
            Ran ran = with(dir, "{\"hubName\":\"Orders\",\"storageProvider\":{\"type\":\"mssql\"}}", environment);
            assertThat(ran.out())
                    .startsWith("UNKNOWN ")
                    .contains("UNSUPPORTED_BACKEND: ")
                    .contains("mssql");
            assertThat(ran.end()).isEqualTo(30);
        }

        @Test
        void with_a_setting_that_nobody_set_is_a_wrong_configuration(@TempDir Path dir) throws Exception {
            Ran ran = with(dir, "{\"hubName\":\"%TaskHubName%\"}", environment);
            assertThat(ran.out()).isEmpty();
            assertThat(ran.err())
                    .startsWith("hubgate: ")
                    .contains("TaskHubName")
                    .contains("to do: ");
            assertThat(ran.end()).isEqualTo(30);
        }
    }
}
