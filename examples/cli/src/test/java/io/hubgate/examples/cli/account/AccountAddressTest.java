// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.examples.cli.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccountAddressTest {
    private static final String SECRET = "c2VjcmV0LXRoYXQtbm9ib2R5LXNlZXM=";

    private static AccountAddress parse(String text) {
        return AccountAddress.connectionString("--connection", text);
    }

    @Nested
    class ConnectionString {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "DefaultEndpointsProtocol=https;AccountName=orders;AccountKey=" + SECRET
                            + ";EndpointSuffix=core.windows.net",
                    " accountname=orders ; accountkey=" + SECRET + " ;; ",
                    "AccountName=orders;SharedAccessSignature=sv=2024&ss=bqt&sig=a%3D;TableEndpoint=https://x",
                })
        void names_the_account_and_hides_the_secret(String text) {
            assertThat(parse(text)).hasToString("orders");
            assertThat(parse(text).connectionString()).isEqualTo(text.strip());
        }

        @Test
        void of_the_emulator_needs_nothing_else() {
            assertThat(parse("UseDevelopmentStorage=true")).hasToString("devstoreaccount1");
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "'' | is empty",
                    "orders | is no connection string",
                    "AccountName=orders;c2VjcmV0LXRoYXQtbm9ib2R5LXNlZXM= | is no connection string",
                    "AccountName=orders;AcountKey=c2VjcmV0LXRoYXQtbm9ib2R5LXNlZXM= | did you mean 'AccountKey'?",
                    "AccountName=orders | has neither AccountKey nor SharedAccessSignature",
                    "AccountKey=c2VjcmV0LXRoYXQtbm9ib2R5LXNlZXM= | has no AccountName",
                    "AccountName=orders;AccountKey=c2VjcmV0LXRoYXQtbm9ib2R5LXNlZXM=… | cut off or mistyped",
                })
        void that_cannot_be_one_is_told_as_a_slip_without_its_secret(String text, String complaint) {
            assertThatExceptionOfType(Complaint.class)
                    .isThrownBy(() -> parse(text))
                    .withMessageStartingWith("--connection ")
                    .withMessageContaining(complaint)
                    .satisfies(
                            told -> assertThat(told.getMessage() + told.fix()).doesNotContain("c2VjcmV0"))
                    .satisfies(told -> assertThat(told.kind()).isEqualTo(Complaint.Kind.USAGE));
        }
    }

    @Nested
    class Address {
        @Test
        void of_one_service_with_an_account_signature_is_that_of_all_three() {
            AccountAddress account = Endpoint.parse(
                    "--endpoint", "https://orders.table.core.windows.net/?sv=2024&ss=bqt&srt=sco&sig=x%3D");
            assertThat(account).hasToString("orders");
            assertThat(account.connectionString())
                    .isEqualTo("BlobEndpoint=https://orders.blob.core.windows.net;"
                            + "QueueEndpoint=https://orders.queue.core.windows.net;"
                            + "TableEndpoint=https://orders.table.core.windows.net;"
                            + "SharedAccessSignature=sv=2024&ss=bqt&srt=sco&sig=x%3D");
        }

        @ParameterizedTest
        @CsvSource({
            "https://orders.table.core.windows.net/,has no shared access signature",
            "https://orders.table.core.windows.net/?sv=1&sig=x,for a single service",
            "http://orders.table.core.windows.net/?ss=bqt&sig=x,no https address",
            "https://orders-secondary.table.core.windows.net/?ss=bqt&sig=x,no https address",
            "https://example.com/?ss=bqt&sig=x,no https address",
            "not an address,is no address",
        })
        void that_cannot_be_used_is_told_with_what_to_do(String text, String complaint) {
            assertThatExceptionOfType(Complaint.class)
                    .isThrownBy(() -> Endpoint.parse("--endpoint", text))
                    .withMessageContaining(complaint)
                    .satisfies(told -> assertThat(told.fix()).isNotBlank());
        }
    }
}
