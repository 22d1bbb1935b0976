// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.benchmarks.tables;

import com.azure.data.tables.TableClient;
import com.azure.data.tables.models.TableEntity;
import io.hubgate.Answer;
import io.hubgate.Hubgate;
import io.hubgate.StatusQuery;
import io.hubgate.benchmarks.measure.Spread;
import io.hubgate.delivery.IncomingEvent;
import io.hubgate.deployment.Command;
import io.hubgate.deployment.Options;
import io.hubgate.model.Actor;
import io.hubgate.model.AppName;
import io.hubgate.model.SlotName;
import io.hubgate.model.TaskHubName;
import io.hubgate.store.Deadline;
import io.hubgate.store.azuretables.AzureTableStores;
import io.hubgate.verification.azurite.Azurite;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** A verdict on, and a drop of, a hub with 100 active instances after few and after many others have finished; in turns. */
final class HistoryTable {
    private static final int FEW = 1_000;
    private static final int MANY = Integer.getInteger("hubgate.finished", 100_000);
    private static final int ACTIVE = 100;
    private static final int VERDICTS = 50;
    private static final int ROUNDS = Integer.getInteger("hubgate.drops", 5);
    private static final String FINISHED = "1|F|3x5e11264sgsf.1|Completed|2026-11-23T12:00:00.123456700Z|||"
            + "2026-11-23T12:00:00.123456700Z|2026-11-23T12:00:00.123456700Z|2026-11-23T12:00:01.123456700Z|";

    private final PlainTables plain;
    private final AzureTableStores stores;
    private final Hubgate hubgate;

    /** A hub with a history, as long as it is there. */
    private record Filled(AppName app, TaskHubName hub) {}

    private HistoryTable(String account, AzureTableStores stores) {
        this.plain = new PlainTables(account);
        this.stores = stores;
        this.hubgate = Hubgate.builder(stores.apps(), stores.instances()).build();
    }

    static Deadline soon() {
        return Deadline.in(Duration.ofMinutes(5), InstantSource.system());
    }

    static void print() throws Exception {
        try (Azurite azurite = Azurite.inMemory()) {
            String account = azurite.account().connectionString();
            try (AzureTableStores stores =
                    AzureTableStores.builder().connectionString(account).build()) {
                new HistoryTable(account, stores).measure();
            }
        }
    }

    private void measure() throws Exception {
        List<Double> verdictFew = new ArrayList<>();
        List<Double> verdictMany = new ArrayList<>();
        List<Double> dropFew = new ArrayList<>();
        List<Double> dropMany = new ArrayList<>();
        for (int round = 0; round <= ROUNDS; round++) {
            Filled few = fill("few" + round, FEW);
            Filled many = fill("many" + round, MANY);
            for (int i = 0; i < VERDICTS; i++) {
                double one = millis(() -> verdict(few));
                double other = millis(() -> verdict(many));
                if (round > 0) {
                    verdictFew.add(one);
                    verdictMany.add(other);
                }
            }
            double one = millis(() -> drop(few));
            double other = millis(() -> drop(many));
            if (round > 0) {
                dropFew.add(one);
                dropMany.add(other);
            }
        }
        System.out.printf(
                Locale.ROOT, "| call | after %,d, ms | after %,d, ms | ratio |%n|---|---|---|---|%n", FEW, MANY);
        line("verdict", verdictFew, verdictMany);
        line("drop", dropFew, dropMany);
    }

    private static void line(String call, List<Double> few, List<Double> many) {
        System.out.println("| " + call + " | " + Spread.of(few).text(1) + " | "
                + Spread.of(many).text(1) + " | "
                + String.format(
                        Locale.ROOT,
                        "%.2f",
                        Spread.of(many).median() / Spread.of(few).median()) + " |");
    }

    private static double millis(Runnable call) {
        long begin = System.nanoTime();
        call.run();
        return (System.nanoTime() - begin) / 1e6;
    }

    private void verdict(Filled filled) {
        if (hubgate.status(StatusQuery.of(filled.app(), SlotName.STAGING))
                .verdict()
                .isReady()) {
            throw new IllegalStateException("ready, with " + ACTIVE + " active instances");
        }
    }

    private void drop(Filled filled) {
        stores.instances().drop(filled.hub(), soon());
    }

    private Filled fill(String name, int finished) throws Exception {
        TaskHubName hub = new TaskHubName(name);
        AppName app = new AppName(name + "-prod");
        Answer answer = hubgate.execute(
                new Command.Declare(app, Map.of(SlotName.STAGING, Optional.of(hub)), Options.NONE),
                Actor.of("benchmark"));
        if (!(answer instanceof Answer.Accepted)) {
            throw new IllegalStateException("the app was not declared: " + answer);
        }
        List<IncomingEvent> active = Lives.of(hub, ACTIVE).parsed(ACTIVE).get(0);
        hubgate.take(active, Duration.ofMinutes(1));
        TableEntity directory = plain.table("hubgatehubs").getEntity(hub.key(), "hub");
        layDown(
                plain.table(String.valueOf(directory.getProperty("T"))),
                (Integer) directory.getProperty("P"),
                finished);
        return new Filled(app, hub);
    }

    /** Writes rows of finished instances as the store does, but for the summaries. */
    private static void layDown(TableClient table, int partitions, int count) throws Exception {
        new Crowd(4).seconds(count / PlainTables.TRANSACTION, n -> {
            String partition = Integer.toString(n % partitions);
            table.submitTransaction(PlainTables.creating(IntStream.range(0, PlainTables.TRANSACTION)
                    .mapToObj(i -> PlainTables.row(partition, "i!done-" + (n * PlainTables.TRANSACTION + i), FINISHED))
                    .toList()));
        });
    }
}
