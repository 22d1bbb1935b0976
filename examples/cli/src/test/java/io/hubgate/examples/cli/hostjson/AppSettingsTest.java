// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.examples.cli.hostjson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.hubgate.examples.cli.account.Complaint;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AppSettingsTest {
    private static AppSettings of(String durableTask, Map<String, String> environment) {
        return AppSettings.of(
                "\uFEFF{ // comments are allowed\n\"version\": \"2.0\", \"extensions\": {\"DurableTask\": "
                        + durableTask + ",}}",
                "host.json",
                environment);
    }

    @Nested
    class HubName {
        @Test
        void stands_in_the_file() {
            assertThat(of("{\"HubName\": \"OrdersHub\"}", Map.of()).hubName()).contains("OrdersHub");
        }

        @Test
        void is_looked_up_where_it_is_a_setting() {
            assertThat(of("{\"hubName\": \"%TaskHubName%\"}", Map.of("TaskHubName", "orders$421"))
                            .hubName())
                    .contains("orders$421");
            assertThat(of("{\"hubName\": \"a%X%b%Y%\"}", Map.of("X", "1", "Y", "2"))
                            .hubName())
                    .contains("a1b2");
        }

        @Test
        void that_is_a_setting_which_nobody_set_is_a_wrong_configuration() {
            assertThatExceptionOfType(Complaint.class)
                    .isThrownBy(() ->
                            of("{\"hubName\": \"%TaskHubName%\"}", Map.of()).hubName())
                    .withMessageContaining("TaskHubName")
                    .satisfies(told -> assertThat(told.kind()).isEqualTo(Complaint.Kind.CONFIGURATION));
        }

        @Test
        void is_absent_if_the_file_has_none() {
            assertThat(of("{}", Map.of()).hubName()).isEmpty();
        }

        @Test
        void in_a_place_where_nobody_looks_is_told() {
            String misplaced = "{\"version\": \"2.0\", \"logging\": {\"durableTask\": {\"hubName\": \"OrdersHub\"}}}";
            assertThatExceptionOfType(Complaint.class)
                    .isThrownBy(() -> AppSettings.of(misplaced, "host.json", Map.of()))
                    .satisfies(told -> assertThat(told.fix()).contains("extensions.durableTask.hubName"))
                    .satisfies(told -> assertThat(told.kind()).isEqualTo(Complaint.Kind.CONFIGURATION));
        }
    }

    @Nested
    class Provider {
        @ParameterizedTest
        @ValueSource(strings = {"mssql", "Netherite", "azureManaged", "something new"})
        void that_is_another_is_named(String type) {
            assertThat(of("{\"storageProvider\": {\"type\": \"" + type + "\"}}", Map.of())
                            .otherProvider())
                    .contains(type);
        }
    }

    @Nested
    class Connections {
        @Test
        void are_taken_from_the_environment_by_the_names_that_the_file_has() {
            AppSettings file = of(
                    "{\"storageProvider\": {\"connectionName\": \"Hub\", \"trackingStoreConnectionName\": \"Rows\","
                            + " \"trackingStoreNamePrefix\": \"Shared\"}}",
                    Map.of("AzureWebJobsHub", "one", "Rows", "two"));
            assertThat(file.connection()).contains(Map.entry("AzureWebJobsHub", "one"));
            assertThat(file.trackingConnection()).contains(Map.entry("Rows", "two"));
            assertThat(file.trackingPrefix()).isEqualTo("Shared");
        }

        @Test
        void have_a_standard_name() {
            assertThat(of("{}", Map.of("AzureWebJobsStorage", "cs")).connection())
                    .contains(Map.entry("AzureWebJobsStorage", "cs"));
            assertThat(of("{}", Map.of()).connection()).isEmpty();
            assertThat(of("{}", Map.of()).trackingConnection()).isEmpty();
        }

        @Test
        void of_a_tracking_store_are_never_passed_over() {
            AppSettings file = of("{\"storageProvider\": {\"trackingStoreConnectionName\": \"Rows\"}}", Map.of());
            assertThatExceptionOfType(Complaint.class)
                    .isThrownBy(file::trackingConnection)
                    .withMessageContaining("Rows");
        }
    }

    @Nested
    class File {
        @ParameterizedTest
        @ValueSource(strings = {"", "[]", "{", "null", "{\"version\": }"})
        void that_is_rubbish_is_told_as_such(String text) {
            assertThatExceptionOfType(Complaint.class).isThrownBy(() -> AppSettings.of(text, "host.json", Map.of()));
        }

        @Test
        void that_does_not_exist_is_told_by_name() {
            assertThatExceptionOfType(Complaint.class)
                    .isThrownBy(() -> AppSettings.read(Path.of("no-such-host.json"), Map.of()))
                    .withMessageContaining("no-such-host.json");
        }
    }
}
