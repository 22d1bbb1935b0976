// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.verification.azurite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.azure.core.util.BinaryData;
import com.azure.data.tables.TableClient;
import com.azure.data.tables.TableServiceClient;
import com.azure.data.tables.models.ListEntitiesOptions;
import com.azure.data.tables.models.TableEntity;
import com.azure.data.tables.models.TableServiceException;
import com.azure.data.tables.models.TableTransactionAction;
import com.azure.data.tables.models.TableTransactionActionType;
import com.azure.storage.blob.BlobClient;
import com.azure.storage.queue.QueueClient;
import io.hubgate.verification.azurite.StorageAccount.Service;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The proxy between clients of the Azure SDK and Azurite. */
class FaultProxyTest {
    private final StorageAccount account = TestStorage.sharedAzurite().account();
    private final FaultProxy proxy = FaultProxy.before(account.endpoint(Service.TABLE));
    private final StorageAccount proxied = account.through(Service.TABLE, proxy);
    private final String name = TestStorage.freshName("proxied");
    private final TableClient direct = Clients.tables(account, 0).getTableClient(name);
    private final TableClient once = Clients.tables(proxied, 0).getTableClient(name);
    private final TableClient retrying = Clients.tables(proxied, 3).getTableClient(name);

    @BeforeEach
    void createTable() {
        direct.createTable();
    }

    @AfterEach
    void close() {
        proxy.close();
    }

    private static TableEntity entity(String row) {
        return new TableEntity("p", row).addProperty("Text", "a text");
    }

    private long rows() {
        return direct.listEntities().stream().count();
    }

    private static boolean isInsert(ProxiedRequest request) {
        return request.method().equals("POST");
    }

    @Nested
    class PassingOn {
        @Test
        void leavesSignedRequestsAndBatchesValid() {
            List<TableTransactionAction> actions = IntStream.range(0, 100)
                    .mapToObj(i -> new TableTransactionAction(TableTransactionActionType.CREATE, entity("r" + i)))
                    .toList();
            once.submitTransaction(actions);
            assertThat(once.listEntities().stream().count()).isEqualTo(100);
            assertThat(proxy.faulty()).isZero();
        }

        @Test
        void leavesQueuesAndBlobsAsTheyAre() {
            try (FaultProxy queues = FaultProxy.before(account.endpoint(Service.QUEUE));
                    FaultProxy blobs = FaultProxy.before(account.endpoint(Service.BLOB))) {
                StorageAccount through = account.through(Service.QUEUE, queues).through(Service.BLOB, blobs);
                QueueClient queue = Clients.queues(through).createQueue(name);
                queue.sendMessage("ü".repeat(30_000));
                assertThat(queue.receiveMessage().getBody().toString()).hasSize(30_000);
                BlobClient blob =
                        Clients.blobs(through).createBlobContainer(name).getBlobClient("b");
                byte[] content = "0123456789".repeat(300_000).getBytes(java.nio.charset.StandardCharsets.UTF_8);
                blob.upload(BinaryData.fromBytes(content));
                assertThat(blob.downloadContent().toBytes()).isEqualTo(content);
                assertThat(queues.passed()).hasSize(3);
                assertThat(blobs.passed()).hasSizeGreaterThanOrEqualTo(3);
            }
        }

        @Test
        void recordsRequestsWithTheirQueries() {
            once.listEntities(new ListEntitiesOptions().setFilter("PartitionKey eq 'a b'"), null, null)
                    .forEach(entity -> {});
            assertThat(proxy.passed()).hasSize(1);
            ProxiedRequest request = proxy.passed().get(0).request();
            assertThat(request.method()).isEqualTo("GET");
            assertThat(request.target()).startsWith("/devstoreaccount1/" + name);
            assertThat(request.readableTarget()).contains("$filter=PartitionKey eq 'a b'");
            proxy.forget();
            assertThat(proxy.passed()).isEmpty();
        }

        @Test
        void showsPredicatesTheBodyOfABatch() {
            proxy.inject(Faults.on(request -> request.body().contains("RowKey='b7'"), Fault.serverBusy()));
            once.submitTransaction(
                    List.of(new TableTransactionAction(TableTransactionActionType.UPSERT_MERGE, entity("b6"))));
            assertThatThrownBy(() -> once.submitTransaction(
                            List.of(new TableTransactionAction(TableTransactionActionType.UPSERT_MERGE, entity("b7")))))
                    .isInstanceOf(TableServiceException.class);
            assertThat(rows()).isOne();
        }

        @Test
        void aServerThatIsGoneResetsAndOneThatCameBackAnswers() {
            try (Azurite own = Azurite.inMemory();
                    FaultProxy before = FaultProxy.before(own.account().endpoint(Service.TABLE))) {
                TableServiceClient tables = Clients.tables(own.account().through(Service.TABLE, before), 0);
                tables.createTable("one");
                own.kill();
                assertThatThrownBy(() -> tables.createTable("two")).hasRootCauseInstanceOf(java.io.IOException.class);
                own.start();
                tables.createTable("three");
                assertThat(tables.listTables().stream().count()).isOne();
            }
        }

        @Test
        void standsBeforeEmulatorsOnly() {
            assertThatThrownBy(() -> FaultProxy.before(java.net.URI.create("https://orders.table.core.windows.net")))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Nested
    class Failing {
        @Test
        void serverBusyIsAnAnswerAndTheServerSeesNothing() {
            proxy.inject(Faults.always(Fault.serverBusy()));
            assertThatThrownBy(() -> once.createEntity(entity("r")))
                    .isInstanceOfSatisfying(TableServiceException.class, busy -> {
                        assertThat(busy.getResponse().getStatusCode()).isEqualTo(503);
                        assertThat(busy.getValue().getErrorCode()).hasToString("ServerBusy");
                    });
            assertThat(rows()).isZero();
        }

        @Test
        void aClientThatTriesAgainGetsThroughAfterTheFirstRefusals() {
            proxy.inject(Faults.first(2, FaultProxyTest::isInsert, Fault.serverBusy()));
            retrying.createEntity(entity("r"));
            assertThat(rows()).isOne();
            assertThat(proxy.passed()).hasSize(3);
            assertThat(proxy.faulty()).isEqualTo(2);
        }

        @Test
        void aResetBeforeLeavesNothing() {
            proxy.inject(Faults.always(Fault.resetBefore()));
            assertThatThrownBy(() -> once.createEntity(entity("r"))).hasRootCauseInstanceOf(java.io.IOException.class);
            assertThat(rows()).isZero();
        }

        @Test
        void aResetAfterLeavesWhatWasDone() {
            proxy.inject(Faults.always(Fault.resetAfter()));
            assertThatThrownBy(() -> once.createEntity(entity("r"))).hasRootCauseInstanceOf(java.io.IOException.class);
            assertThat(rows()).isOne();
        }

        @Test
        void aRetryAfterALostAnswerMeetsItsOwnRow() {
            proxy.inject(Faults.nth(1, FaultProxyTest::isInsert, Fault.resetAfter()));
            assertThatThrownBy(() -> retrying.createEntity(entity("r")))
                    .isInstanceOfSatisfying(
                            TableServiceException.class,
                            conflict -> assertThat(conflict.getResponse().getStatusCode())
                                    .isEqualTo(409));
            assertThat(rows()).isOne();
        }

        @Test
        void halfAReplyIsNoAnswer() {
            direct.createEntity(entity("r"));
            proxy.inject(Faults.always(Fault.halfReply()));
            assertThatThrownBy(() -> once.getEntity("p", "r")).hasRootCauseInstanceOf(java.io.IOException.class);
            proxy.inject(Faults.none());
            assertThat(once.getEntity("p", "r").getProperty("Text")).isEqualTo("a text");
        }

        @Test
        void aLostReplyIsWaitedForAndTheServerHasActed() {
            proxy.inject(Faults.always(Fault.lostReply()));
            assertThatThrownBy(() -> once.createEntity(entity("r"))).hasRootCauseInstanceOf(java.io.IOException.class);
            assertThat(rows()).isOne();
        }

        @Test
        void aBlackholeIsWaitedForAndTheServerSeesNothing() {
            proxy.inject(Faults.always(Fault.blackhole()));
            assertThatThrownBy(() -> once.createEntity(entity("r"))).hasRootCauseInstanceOf(java.io.IOException.class);
            assertThat(rows()).isZero();
        }

        @Test
        void aDelayIsOnlyLater() {
            proxy.inject(Faults.always(Fault.delay(Duration.ofMillis(300))));
            long begin = System.nanoTime();
            once.createEntity(entity("r"));
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThanOrEqualTo(Duration.ofMillis(300));
            assertThat(rows()).isOne();
        }

        @Test
        void afterAnyFaultTheNextRequestPasses() {
            for (Fault fault : List.of(
                    Fault.serverBusy(),
                    Fault.resetBefore(),
                    Fault.resetAfter(),
                    Fault.halfReply(),
                    Fault.refusal(500, "X"))) {
                proxy.inject(Faults.always(fault));
                assertThatThrownBy(() -> once.upsertEntity(entity("r")))
                        .as(fault.toString())
                        .isNotNull();
                proxy.inject(Faults.none());
                once.upsertEntity(entity("r"));
            }
            assertThat(rows()).isOne();
        }

        @Test
        void faultsThatFailThemselvesAreToldAtTheEnd() {
            FaultProxy broken = FaultProxy.before(account.endpoint(Service.TABLE));
            broken.inject(request -> {
                throw new UnsupportedOperationException("a mistake in the test");
            });
            TableServiceClient tables = Clients.tables(account.through(Service.TABLE, broken), 0);
            assertThatThrownBy(() -> tables.createTable("x")).hasRootCauseInstanceOf(java.io.IOException.class);
            assertThatThrownBy(broken::close).hasRootCauseMessage("a mistake in the test");
        }
    }
}
