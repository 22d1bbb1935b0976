// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.benchmarks.inspection;

import com.azure.core.http.HttpClient;
import com.azure.core.http.okhttp.OkHttpAsyncHttpClientBuilder;
import com.azure.core.http.rest.PagedResponse;
import com.azure.data.tables.TableClient;
import com.azure.data.tables.TableClientBuilder;
import com.azure.data.tables.models.TableEntity;
import io.hubgate.benchmarks.measure.LiveHeap;
import io.hubgate.store.Deadline;
import io.hubgate.taskhub.Depth;
import io.hubgate.taskhub.HubLook;
import io.hubgate.taskhub.Inspection;
import io.hubgate.taskhub.InspectionRequest;
import io.hubgate.taskhub.azurestorage.AzureStorageInspector;
import io.hubgate.taskhub.azurestorage.access.StorageAccess;
import io.hubgate.verification.azurite.Azurite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * A hub of 100,000 instances, one in twenty active, all with inputs of three kilobytes as stored: how long the inspector takes to the first
 * blocker, for all of it, and for the explanation; against listing all columns page by page in one thread, in the same run on the same emulator.
 */
public final class InspectionTable {
    private static final int INSTANCES = Integer.getInteger("hubgate.instances", 100_000);
    private static final Duration PATIENCE = Duration.ofMinutes(30);
    private static final Clock CLOCK = Clock.systemUTC();
    private static final HttpClient HTTP = new OkHttpAsyncHttpClientBuilder()
            .responseTimeout(Duration.ofMinutes(2))
            .build();

    private final String connection;

    private InspectionTable(String connection) {
        this.connection = connection;
    }

    /** What a way to look at the hub took and found. */
    private record Seen(long requests, long active) {}

    /**
     * Measures and prints the table.
     *
     * @param arguments none
     * @throws IOException if the hub cannot be laid out
     * @throws InterruptedException if it is interrupted
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path directory = Files.createTempDirectory("hubgate-inspection");
        try (Azurite azurite = Azurite.onDisk(directory)) {
            BigHub.layOut(azurite, directory, INSTANCES, CLOCK.instant());
            new InspectionTable(azurite.account().connectionString()).measure();
        }
    }

    private void measure() throws InterruptedException {
        look(Depth.FIRST_BLOCKER);
        System.out.printf(
                "| %,d instances | seconds | times as fast as listing | requests | active rows seen | heap at most, MiB |%n",
                INSTANCES);
        System.out.println("|---|---:|---:|---:|---:|---:|");
        double listing = row("listing all columns", this::list, 0);
        row("Hubgate, to the first blocker", () -> look(Depth.FIRST_BLOCKER), listing);
        row("Hubgate, all of it", () -> look(Depth.WHOLE), listing);
        row("Hubgate, with explanation", () -> look(Depth.EXPLAIN), listing);
    }

    /** Does it twice: once for the time, once for the heap. */
    private static double row(String name, Supplier<Seen> work, double listing) throws InterruptedException {
        long began = System.nanoTime();
        Seen seen = work.get();
        double seconds = (System.nanoTime() - began) / 1e9;
        long heap = LiveHeap.mostDuring(() -> {
            if (!work.get().equals(seen)) {
                throw new IllegalStateException("two looks at a hub at rest saw different things");
            }
        });
        if (seen.active() == 0) {
            throw new IllegalStateException("nothing was seen");
        }
        System.out.printf(
                "| %s | %.2f | %.1f | %d | %d | %.1f |%n",
                name, seconds, listing == 0 ? 1 : listing / seconds, seen.requests(), seen.active(), heap / 1048576.0);
        return seconds;
    }

    private Seen look(Depth depth) {
        AzureStorageInspector inspector = AzureStorageInspector.builder(
                        StorageAccess.ofConnectionString(connection), CLOCK)
                .httpClient(HTTP)
                .build();
        Inspection inspection =
                inspector.inspect(InspectionRequest.of(BigHub.HUB, depth), Deadline.in(PATIENCE, CLOCK));
        if (!(inspection instanceof HubLook look)) {
            throw new IllegalStateException("the look failed: " + inspection);
        }
        return new Seen(look.requests(), look.rows().activeCount());
    }

    /** What a script does: every column of every row, page after page. */
    private Seen list() {
        TableClient table = new TableClientBuilder()
                .connectionString(connection)
                .tableName(BigHub.HUB.value() + "Instances")
                .httpClient(HTTP)
                .buildClient();
        long pages = 0;
        long active = 0;
        for (PagedResponse<TableEntity> page : table.listEntities().iterableByPage()) {
            pages++;
            active += page.getValue().stream()
                    .filter(row -> "Running".equals(row.getProperty("RuntimeStatus")))
                    .count();
        }
        return new Seen(pages, active);
    }
}
