// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.verification.azurite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hubgate.verification.azurite.StorageAccount.Service;
import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.opentest4j.TestAbortedException;

class StorageAccountTest {
    private static final String REAL =
            "DefaultEndpointsProtocol=https;AccountName=orders;AccountKey=c2VjcmV0==;EndpointSuffix=core.windows.net";

    @Nested
    class Parsing {
        @Test
        void findsTheEndpointsOfAnAccountWithASuffix() {
            StorageAccount account = StorageAccount.parse(REAL);
            assertThat(account.name()).isEqualTo("orders");
            assertThat(account.key()).isEqualTo("c2VjcmV0==");
            assertThat(account.endpoint(Service.TABLE)).isEqualTo(URI.create("https://orders.table.core.windows.net"));
            assertThat(account.connectionString()).isEqualTo(REAL);
        }

        @Test
        void takesEndpointsWithASignature() {
            StorageAccount account = StorageAccount.parse(
                    "TableEndpoint=https://t.example/;QueueEndpoint=https://q.example/;SharedAccessSignature=sv=1&sig=a%3D");
            assertThat(account.endpoint(Service.TABLE)).isEqualTo(URI.create("https://t.example"));
            assertThat(account.key()).isNull();
            assertThat(account.connectionString()).endsWith("SharedAccessSignature=sv=1&sig=a%3D");
        }

        @Test
        void refusesWhatIsNoneWithoutRepeatingIt() {
            assertThatThrownBy(() -> StorageAccount.parse("AccountKey=hunter2"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("AccountName")
                    .hasMessageNotContaining("hunter2");
        }

        @Test
        void itsTextShowsNoKey() {
            assertThat(StorageAccount.parse(REAL)).asString().contains("orders").doesNotContain("c2VjcmV0");
        }
    }

    @Nested
    class Choosing {
        @Test
        void aVariableChoosesARealAccount() {
            TestStorage real = TestStorage.chosenBy(Optional.of(REAL), Optional.of(REAL.replace("orders", "second")));
            assertThat(real.account().name()).isEqualTo("orders");
            assertThat(real.secondAccount().name()).isEqualTo("second");
        }

        @Test
        void withoutASecondRealOneTheTestThatAsksIsAborted() {
            TestStorage real = TestStorage.chosenBy(Optional.of(REAL), Optional.empty());
            assertThatThrownBy(real::secondAccount)
                    .isInstanceOf(TestAbortedException.class)
                    .hasMessageContaining(TestStorage.SECOND_VARIABLE);
        }

        @Test
        void withoutAVariableItIsTheSharedAzurite() {
            TestStorage emulated = TestStorage.chosenBy(Optional.empty(), Optional.empty());
            assertThat(emulated.account().connectionString())
                    .isEqualTo(TestStorage.sharedAzurite().account().connectionString());
        }
    }

    @Nested
    class NamingFreshly {
        @Test
        void givesEachTimeAnotherNameForTablesAndQueues() {
            assertThat(TestStorage.freshName("orders"))
                    .matches("orders[0-9a-f]{32}")
                    .isNotEqualTo(TestStorage.freshName("orders"));
        }

        @Test
        void refusesWhatOneOfThemWouldRefuse() {
            assertThatThrownBy(() -> TestStorage.freshName("my-queue")).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
