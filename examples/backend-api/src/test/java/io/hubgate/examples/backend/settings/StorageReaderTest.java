// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.examples.backend.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StorageReaderTest {
    private static final String STORE = "HUBGATE_STORE";
    private static final String CONNECTION = "HUBGATE_STORAGE_CONNECTION_STRING";
    private static final String ENDPOINT = "HUBGATE_STORAGE_ENDPOINT";
    private static final String QUEUE = "HUBGATE_EVENTS_QUEUE";
    private static final String USABLE = "DefaultEndpointsProtocol=https;AccountName=orders;AccountKey=c2VjcmV0;";

    private static Storage storage(String... namesAndValues) {
        return SettingsReader.read(Map.of(), environment(namesAndValues)).storage();
    }

    private static Map<String, String> environment(String... namesAndValues) {
        Map<String, String> environment = new HashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            environment.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return environment;
    }

    private static void assertRefused(String[] namesAndValues, String... parts) {
        assertThatThrownBy(() -> storage(namesAndValues))
                .isInstanceOf(SettingsException.class)
                .message()
                .contains(parts)
                .doesNotContain("\\n")
                .doesNotContain("c2VjcmV0");
    }

    private static String[] given(String... namesAndValues) {
        return namesAndValues;
    }

    @Nested
    class TheStore {
        @Test
        void is_memory_when_nothing_is_said() {
            assertThat(storage())
                    .isEqualTo(new Storage(false, null, null, new TaskHubs(null, null, TaskHubs.Cleanup.TRACKING)));
            assertThat(storage().advice()).isEmpty();
        }

        @Test
        void is_in_the_tables_of_the_account_when_one_is_named() {
            Storage storage = storage(STORE, "azure-tables", CONNECTION, USABLE);
            assertThat(storage.isDurable()).isTrue();
            assertThat(storage.account()).isEqualTo(new StorageAccount.WithConnectionString(USABLE));
            assertThat(storage.advice()).isEmpty();
        }

        @Test
        void needs_an_account_when_it_is_in_tables() {
            assertRefused(given(STORE, "azure-tables"), STORE, CONNECTION, ENDPOINT);
        }

        @Test
        void cannot_be_in_two_accounts() {
            assertRefused(
                    given(STORE, "azure-tables", CONNECTION, USABLE, ENDPOINT, "https://orders.table.core.windows.net"),
                    CONNECTION,
                    ENDPOINT);
        }

        @Test
        void in_memory_beside_an_account_that_nothing_uses_is_surely_not_meant() {
            assertThat(storage(CONNECTION, USABLE).advice())
                    .singleElement()
                    .asString()
                    .contains(STORE);
        }
    }

    @Nested
    class TheConnectionString {
        @ParameterizedTest
        @CsvSource(
                value = {
                    "AccountName=orders|AccountKey (or SharedAccessSignature)",
                    "AccountName=orders;AccountKey=|no connection string",
                    "AccountKey=c2VjcmV0|AccountName",
                    "SharedAccessSignature=sig=c2VjcmV0|AccountName (or TableEndpoint)",
                    "c2VjcmV0|no connection string",
                    "https://orders.table.core.windows.net|no connection string",
                    ";|AccountKey",
                    "AccountName=orders;AccountKey=c2VjcmV0%|AccountKey that is not in Base64"
                },
                delimiter = '|')
        void that_lacks_something_says_what_and_never_what_it_holds(String value, String lacks) {
            assertRefused(given(STORE, "azure-tables", CONNECTION, value), CONNECTION, lacks);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "UseDevelopmentStorage=true",
                    "TableEndpoint=https://orders.table.core.windows.net/;SharedAccessSignature=sv=2024&sig=c2VjcmV0",
                    "accountname=orders; accountkey=c2VjcmV0"
                })
        void may_have_each_form_that_the_sdk_takes(String value) {
            assertThat(storage(STORE, "azure-tables", CONNECTION, value).account())
                    .isEqualTo(new StorageAccount.WithConnectionString(value));
        }

        @Test
        void is_not_shown() {
            assertThat(SettingsReader.read(Map.of(), environment(STORE, "azure-tables", CONNECTION, USABLE)))
                    .asString()
                    .doesNotContain("c2VjcmV0");
        }
    }

    @Nested
    class TheEndpoint {
        @Test
        void is_that_of_the_tables_and_says_where_the_queues_are() {
            assertThat(storage(STORE, "azure-tables", ENDPOINT, "https://orders.table.core.windows.net/")
                            .account())
                    .isInstanceOfSatisfying(StorageAccount.WithIdentity.class, account -> {
                        assertThat(account.tables()).isEqualTo(URI.create("https://orders.table.core.windows.net"));
                        assertThat(account.queues()).isEqualTo(URI.create("https://orders.queue.core.windows.net"));
                    });
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "http://orders.table.core.windows.net",
                    "orders.table.core.windows.net",
                    "https://orders.blob.core.windows.net",
                    "https://orders-secondary.table.core.windows.net",
                    "https://orders.table.core.windows.net/HubgateApps",
                    "https://orders.table.core.windows.net?sig=x",
                    "https://orders table"
                })
        void that_is_none_is_refused(String value) {
            assertRefused(given(STORE, "azure-tables", ENDPOINT, value), ENDPOINT);
        }
    }

    @Nested
    class TheQueue {
        @Test
        void may_stand_beside_either_store() {
            assertThat(storage(CONNECTION, USABLE, QUEUE, "hubgate-events").eventsQueue())
                    .isEqualTo("hubgate-events");
            assertThat(storage(CONNECTION, USABLE, QUEUE, "hubgate-events").advice())
                    .isEmpty();
        }

        @Test
        void needs_an_account() {
            assertRefused(given(QUEUE, "hubgate-events"), QUEUE, CONNECTION, ENDPOINT);
        }

        @ParameterizedTest
        @ValueSource(strings = {"Events", "ab", "a--b", "-events", "events-", "a_b", "https://x"})
        void that_has_no_name_of_a_queue_is_refused(String name) {
            assertRefused(given(CONNECTION, USABLE, QUEUE, name), QUEUE);
        }
    }
}
