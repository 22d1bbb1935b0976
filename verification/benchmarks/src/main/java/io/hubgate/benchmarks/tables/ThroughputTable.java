// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.benchmarks.tables;

import com.azure.data.tables.TableClient;
import io.hubgate.Answer;
import io.hubgate.Hubgate;
import io.hubgate.benchmarks.measure.Spread;
import io.hubgate.benchmarks.start.Server;
import io.hubgate.delivery.IncomingEvent;
import io.hubgate.deployment.Command;
import io.hubgate.deployment.Options;
import io.hubgate.model.Actor;
import io.hubgate.model.AppName;
import io.hubgate.model.SlotName;
import io.hubgate.model.TaskHubName;
import io.hubgate.store.azuretables.AzureTableStores;
import io.hubgate.verification.azurite.Azurite;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Durable events a second, against one upsert an event and against whole transactions, in turns: a round has each way once. The first round does
 * not count.
 */
final class ThroughputTable {
    private static final int ROUNDS = Integer.getInteger("hubgate.rounds", 7);
    private static final int SENDERS = 64;
    private static final int SINGLE = Integer.getInteger("hubgate.single", 10_000);
    private static final int MANY = Integer.getInteger("hubgate.many", 20_000);
    private static final String UPSERT = "one upsert an event";
    private static final String CREATING = "transactions that create 100 rows";
    private static final String CEILING = "transactions that create 50 rows and replace 50";
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final PlainTables plain;
    private final AzureTableStores stores;
    private final Hubgate hubgate;
    private final int port;
    private final Processors processors;
    private final AtomicInteger names = new AtomicInteger();

    /** One way to make events durable; it tells how many seconds that took. */
    private interface Work {
        double seconds() throws Exception;
    }

    /** A way and how many events it takes a round. */
    private record Way(int events, Work work) {}

    private ThroughputTable(String account, AzureTableStores stores, Server.Running backend, Processors processors) {
        this.plain = new PlainTables(account);
        this.stores = stores;
        this.hubgate = Hubgate.builder(stores.apps(), stores.instances()).build();
        this.port = backend.port();
        this.processors = processors;
    }

    static void print(Path backend) throws Exception {
        try (Azurite azurite = Azurite.inMemory()) {
            String account = azurite.account().connectionString();
            Map<String, String> settings =
                    Map.of("HUBGATE_STORE", "azure-tables", "HUBGATE_STORAGE_CONNECTION_STRING", account);
            try (AzureTableStores stores =
                            AzureTableStores.builder().connectionString(account).build();
                    Server.Running running = new Server(backend, List.of("--port"), settings).run()) {
                Processors processors = new Processors(
                        azurite.processId(),
                        List.of(ProcessHandle.current().pid(), running.process().pid()));
                new ThroughputTable(account, stores, running, processors).measure();
            }
        }
    }

    private void measure() throws Exception {
        Map<String, Way> ways = new LinkedHashMap<>();
        ways.put(UPSERT, new Way(SINGLE, this::upserts));
        ways.put("through HTTP, 1 a delivery", new Way(SINGLE, () -> throughHttp(SINGLE, 1)));
        Transactions whole = new Transactions(plain, MANY);
        ways.put(CREATING, new Way(MANY, whole::creating));
        ways.put(CEILING, new Way(MANY, whole::halfReplacing));
        ways.put("through HTTP, 100 a delivery", new Way(MANY, () -> throughHttp(MANY, 100)));
        ways.put("in process, 1 a delivery", new Way(SINGLE, () -> inProcess(SINGLE, 1)));
        ways.put("in process, 100 a delivery", new Way(MANY, () -> inProcess(MANY, 100)));
        Map<String, List<Measured>> measured = new LinkedHashMap<>();
        for (int round = 0; round < ROUNDS; round++) {
            for (Map.Entry<String, Way> way : ways.entrySet()) {
                Measured one = measure(way.getValue());
                System.err.printf("round %d: %s: %s%n", round, way.getKey(), one);
                if (round > 0) {
                    measured.computeIfAbsent(way.getKey(), none -> new ArrayList<>())
                            .add(one);
                }
            }
        }
        print(measured);
    }

    private Measured measure(Way way) throws Exception {
        Processors.Spent before = processors.spent();
        double seconds = way.work().seconds();
        Processors.Spent spent = processors.spent().minus(before);
        return new Measured(way.events() / seconds, spent.server() / way.events(), spent.clients() / way.events());
    }

    /**
     * What was measured of one way in one round.
     *
     * @param rate events a second, by the clock
     * @param server processor time of the emulator for an event, in microseconds
     * @param clients that of all other processes
     */
    private record Measured(double rate, double server, double clients) {}

    private static void print(Map<String, List<Measured>> measured) {
        System.out.println(
                "| way | events/s | to an upsert each | to transactions that create | to transactions of the same kind |"
                        + " processor time an event, µs: Azurite | all else |");
        System.out.println("|---|---|---|---|---|---|---|");
        List<Measured> upsert = measured.getOrDefault(UPSERT, List.of());
        List<Measured> creating = measured.getOrDefault(CREATING, List.of());
        List<Measured> ceiling = measured.getOrDefault(CEILING, List.of());
        measured.forEach((way, rounds) -> System.out.println("| " + way + " | "
                + spread(rounds, Measured::rate).text(0) + " | "
                + ratios(rounds, upsert).text(2) + " | "
                + ratios(rounds, creating).text(2) + " | "
                + ratios(rounds, ceiling).text(2) + " | "
                + spread(rounds, Measured::server).text(0) + " | "
                + spread(rounds, Measured::clients).text(0) + " |"));
    }

    private static Spread spread(List<Measured> rounds, ToDoubleFunction<Measured> what) {
        return Spread.of(rounds.stream().map(what::applyAsDouble).toList());
    }

    /** Compares what was measured in the same round. */
    private static Spread ratios(List<Measured> these, List<Measured> those) {
        return Spread.of(IntStream.range(0, these.size())
                .mapToObj(round -> these.get(round).rate() / those.get(round).rate())
                .toList());
    }

    private double upserts() throws Exception {
        TableClient table = plain.create("upserts" + names.incrementAndGet());
        Lives lives = Lives.of(new TaskHubName("upserts"), SINGLE);
        double seconds = new Crowd(SENDERS)
                .seconds(
                        SINGLE,
                        n -> table.upsertEntity(PlainTables.row(
                                "0", lives.events().get(n).instance().value())));
        table.deleteTable();
        return seconds;
    }

    private TaskHubName claimed() {
        TaskHubName hub = new TaskHubName("orders" + names.incrementAndGet());
        Answer answer = hubgate.execute(
                new Command.Declare(
                        new AppName(hub.value() + "-prod"), Map.of(SlotName.STAGING, Optional.of(hub)), Options.NONE),
                Actor.of("benchmark"));
        if (!(answer instanceof Answer.Accepted)) {
            throw new IllegalStateException("the app was not declared: " + answer);
        }
        return hub;
    }

    private double throughHttp(int events, int size) throws Exception {
        Lives lives = Lives.of(claimed(), events);
        List<byte[]> deliveries = lives.json(size);
        List<Sender> all = new ArrayList<>();
        ThreadLocal<Sender> sender = ThreadLocal.withInitial(() -> new Sender(port));
        double seconds = new Crowd(SENDERS).seconds(deliveries.size(), n -> {
            Sender mine = sender.get();
            mine.deliver(deliveries.get(n));
            synchronized (all) {
                all.add(mine);
            }
        });
        all.forEach(Sender::close);
        stores.instances().drop(lives.hub(), HistoryTable.soon());
        return seconds;
    }

    private double inProcess(int events, int size) throws Exception {
        Lives lives = Lives.of(claimed(), events);
        List<List<IncomingEvent>> deliveries = lives.parsed(size);
        double seconds = new Crowd(SENDERS).seconds(deliveries.size(), n -> hubgate.take(deliveries.get(n), PATIENCE));
        stores.instances().drop(lives.hub(), HistoryTable.soon());
        return seconds;
    }
}
