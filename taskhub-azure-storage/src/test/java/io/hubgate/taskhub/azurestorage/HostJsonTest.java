// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.taskhub.azurestorage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hubgate.error.InvalidValueException;
import io.hubgate.rule.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Rule("R-20")
class HostJsonTest {
    @Test
    void tellsWhereTheHubIs() {
        HostJson read = HostJson.read("""
                { // comments are allowed
                  "version": "2.0", "extensions": { "DurableTask": { "hubName": "%Hub%", "storageProvider": {
                  "type": "AzureStorage", "connectionName": "Own", "trackingStoreConnectionName": "Other",
                  "trackingStoreNamePrefix": "Shared", } } } }""");
        assertThat(read).isEqualTo(new HostJson("%Hub%", "Own", "Other", "Shared", null));
    }

    @Test
    void knowsWhatIsMeantByNothing() {
        assertThat(HostJson.read("{}")).isEqualTo(new HostJson(null, "AzureWebJobsStorage", null, null, null));
        assertThat(HostJson.read("{\"durableTask\":{\"hubName\":\"Old\"}}").hubName())
                .isEqualTo("Old");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Netherite", "mssql", "azureManaged", "something\\nelse"})
    void refusesOtherProviders(String type) {
        HostJson read =
                HostJson.read("{\"extensions\":{\"durableTask\":{\"storageProvider\":{\"type\":\"" + type + "\"}}}}");
        assertThatThrownBy(read::requireAzureStorage)
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("only Azure Storage can")
                .hasMessageNotContaining("\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"storageProvider\":{}}", "{\"storageProvider\":{\"type\":\"azurestorage\"}}"})
    void takesAzureStorageHoweverItIsSaid(String durableTask) {
        HostJson read = HostJson.read("\uFEFF{\"extensions\":{\"durableTask\":" + durableTask + "}}");
        assertThat(read.requireAzureStorage().otherProvider()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{", "\"text\"", "null", "{\"version\": }"})
    void refusesWhatIsNoFile(String text) {
        assertThatThrownBy(() -> HostJson.read(text)).isInstanceOf(InvalidValueException.class);
    }

    @Test
    void tellsOfANameWhereNobodyLooks() {
        String misplaced = "{\"version\":\"2.0\",\"logging\":{\"durableTask\":{\"hubName\":\"OrdersHub\"}}}";
        assertThatThrownBy(() -> HostJson.read(misplaced))
                .isInstanceOfSatisfying(
                        InvalidValueException.class,
                        told -> assertThat(told.fix()).contains("extensions.durableTask.hubName"));
    }
}
