// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.verification.azurite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.azure.core.exception.HttpResponseException;
import com.azure.data.tables.models.TableItem;
import com.azure.storage.blob.models.BlobContainerItem;
import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

class AzuriteTest {
    private static List<String> tables(StorageAccount account) {
        return Clients.tables(account, 3).listTables().stream()
                .map(TableItem::getName)
                .toList();
    }

    @Nested
    @ExtendWith(AzuriteExtension.class)
    class SharedByAll {
        @Test
        void isOneServerForEachTestOfTheJvm(Azurite azurite, StorageAccount account) {
            assertThat(azurite).isSameAs(TestStorage.sharedAzurite());
            assertThat(azurite.isRunning()).isTrue();
            assertThat(ProcessHandle.of(azurite.processId())).isPresent();
            assertThat(account.connectionString()).contains("AccountName=");
        }

        @Test
        void hasTablesQueuesAndBlobs(Azurite azurite) {
            String name = TestStorage.freshName("all");
            Clients.tables(azurite.account(), 0).createTable(name);
            Clients.queues(azurite.account()).createQueue(name).sendMessage("hello");
            Clients.blobs(azurite.account()).createBlobContainer(name);
            assertThat(tables(azurite.account())).contains(name);
            assertThat(Clients.queues(azurite.account())
                            .getQueueClient(name)
                            .receiveMessage()
                            .getBody()
                            .toString())
                    .isEqualTo("hello");
            assertThat(Clients.blobs(azurite.account()).listBlobContainers().stream()
                            .map(BlobContainerItem::getName))
                    .contains(name);
        }

        @Test
        void hasTwoAccountsThatKnowNothingOfEachOther(Azurite azurite) {
            String name = TestStorage.freshName("apart");
            Clients.tables(azurite.account(), 0).createTable(name);
            assertThat(tables(azurite.account())).contains(name);
            assertThat(tables(azurite.secondAccount())).doesNotContain(name);
        }

        @Test
        void refusesAWrongKey(Azurite azurite) {
            StorageAccount wrong = StorageAccount.parse(
                    azurite.account().connectionString().replaceFirst("AccountKey=....", "AccountKey=AAAA"));
            assertThatThrownBy(() -> Clients.tables(wrong, 0).createTable("denied"))
                    .isInstanceOfSatisfying(
                            HttpResponseException.class,
                            refused -> assertThat(refused.getResponse().getStatusCode())
                                    .isEqualTo(403));
        }
    }

    @Nested
    class OnesOwn {
        @Test
        void keepsItsDataAndPortsOverAStop(@TempDir Path directory) {
            try (Azurite azurite = Azurite.onDisk(directory)) {
                StorageAccount account = azurite.account();
                Clients.tables(account, 0).createTable("kept");
                azurite.stop();
                assertThat(azurite.isRunning()).isFalse();
                azurite.start();
                assertThat(azurite.account().connectionString()).isEqualTo(account.connectionString());
                assertThat(tables(account)).containsExactly("kept");
            }
        }

        @Test
        void canBeKilledAndStartedAgain() {
            try (Azurite azurite = Azurite.inMemory()) {
                long first = azurite.processId();
                Clients.tables(azurite.account(), 0).createTable("lost");
                azurite.kill();
                assertThat(ProcessHandle.of(first)).isEmpty();
                assertThatThrownBy(azurite::processId).isInstanceOf(IllegalStateException.class);
                azurite.start();
                assertThat(azurite.processId()).isNotEqualTo(first);
                assertThat(tables(azurite.account())).isEmpty();
            }
        }

        @Test
        void isApartFromOthers() {
            try (Azurite one = Azurite.inMemory();
                    Azurite other = Azurite.inMemory()) {
                Clients.tables(one.account(), 0).createTable("mine");
                assertThat(tables(other.account())).isEmpty();
                assertThatThrownBy(one::start).hasMessage("the server runs already");
            }
        }

        @Test
        void saysWhyItDidNotStart(@TempDir Path directory) throws Exception {
            Path file = Files.writeString(directory.resolve("a-file"), "no directory");
            assertThatThrownBy(() -> Azurite.onDisk(file))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("Azurite did not start")
                    .hasStackTraceContaining("a-file");
        }

        @Test
        void endsWithAJvmThatIsKilled() throws Exception {
            String java =
                    Path.of(System.getProperty("java.home"), "bin", "java").toString();
            Process jvm = new ProcessBuilder(
                            java, "-cp", System.getProperty("java.class.path"), ServerHolder.class.getName())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            try (BufferedReader lines = jvm.inputReader()) {
                ProcessHandle server =
                        ProcessHandle.of(Long.parseLong(lines.readLine())).orElseThrow();
                assertThat(server.isAlive()).isTrue();
                jvm.destroyForcibly();
                assertThat(server.onExit().get(20, TimeUnit.SECONDS).isAlive()).isFalse();
            } finally {
                jvm.destroyForcibly();
            }
        }
    }
}
