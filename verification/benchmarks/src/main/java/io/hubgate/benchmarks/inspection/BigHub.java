// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.benchmarks.inspection;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hubgate.model.TaskHubName;
import io.hubgate.verification.azurite.Azurite;
import io.hubgate.verification.taskhub.image.Account;
import io.hubgate.verification.taskhub.image.HubNames;
import io.hubgate.verification.taskhub.image.Message;
import io.hubgate.verification.taskhub.image.Row;
import io.hubgate.verification.taskhub.image.StorageImage;
import io.hubgate.verification.taskhub.image.Value;
import io.hubgate.verification.taskhub.load.HubLoader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * A large hub in an emulator of its own. A request for each row would take a quarter of an hour, so a small hub is laid out by requests and its
 * rows are multiplied in the file in which the stopped emulator keeps its tables.
 */
final class BigHub {
    static final TaskHubName HUB = new TaskHubName("BigHub");

    /** One row in twenty is active. */
    static final int ACTIVE_EACH = 20;

    private static final HubNames NAMES = new HubNames(HUB, null);
    private static final int QUEUES = 4;
    private static final int INPUT = 1500;
    private static final ObjectMapper JSON = new ObjectMapper();

    private BigHub() {}

    /** Lays a hub of so many instances out and leaves the emulator running. */
    static void layOut(Azurite azurite, Path directory, int instances, Instant now) throws IOException {
        new HubLoader(azurite.account().connectionString(), null).load(seed(now));
        azurite.stop();
        Path file = directory.resolve("__azurite_db_table__.json");
        ObjectNode tables = (ObjectNode) JSON.readTree(file.toFile());
        for (JsonNode table : tables.required("collections")) {
            if (table.required("name").textValue().endsWith("$" + NAMES.instances())) {
                multiply((ObjectNode) table, instances);
            }
        }
        JSON.writeValue(file.toFile(), tables);
        azurite.start();
    }

    /** Two rows: one that runs, one that is finished. */
    private static StorageImage seed(Instant now) {
        Map<String, List<Message>> queues = new TreeMap<>();
        List<Row> partitions = new ArrayList<>();
        for (int number = 0; number < QUEUES; number++) {
            String queue = NAMES.controlQueue(number);
            queues.put(queue, List.of());
            partitions.add(new Row("", queue, now, Map.of("CurrentOwner", Value.string("host"))));
        }
        queues.put(NAMES.workItems(), List.of());
        List<Row> rows = List.of(row("a", "Running", now), row("b", "Completed", now));
        Map<String, List<Row>> tables =
                Map.of(NAMES.instances(), rows, NAMES.history(), List.of(), NAMES.partitions(), partitions);
        return new StorageImage(now, new Account(tables, queues, Map.of()), null, null);
    }

    private static Row row(String id, String status, Instant now) {
        Instant then = now.minus(Duration.ofDays(30));
        Map<String, Value> properties = new LinkedHashMap<>();
        properties.put("Name", Value.string("PlaceOrder"));
        properties.put("RuntimeStatus", Value.string(status));
        properties.put("ExecutionId", Value.string("0123456789abcdef0123456789abcdef"));
        properties.put("CreatedTime", Value.time(then));
        properties.put("LastUpdatedTime", Value.time(then));
        properties.put("TaskHubName", Value.string(HUB.value()));
        properties.put("CustomStatus", Value.string("null"));
        properties.put("Input", Value.string("\"" + "x".repeat(INPUT) + "\""));
        return new Row(id, "", then, properties);
    }

    private static void multiply(ObjectNode table, int instances) {
        ArrayNode rows = (ArrayNode) table.required("data");
        JsonNode active = rows.get(0).deepCopy();
        JsonNode finished = rows.get(1).deepCopy();
        rows.removeAll();
        ArrayNode order = JSON.createArrayNode();
        for (int number = 0; number < instances; number++) {
            boolean runs = number % ACTIVE_EACH == ACTIVE_EACH / 2;
            ObjectNode row = (runs ? active : finished).deepCopy();
            String id = String.format(Locale.ROOT, "order-%06d", number);
            row.put("PartitionKey", id);
            ((ObjectNode) row.required("properties")).put("PartitionKey", id);
            row.put("$loki", number + 1);
            rows.add(row);
            order.add(number);
        }
        table.put("maxId", instances);
        ObjectNode indices = (ObjectNode) table.required("binaryIndices");
        for (String index : List.of("PartitionKey", "RowKey")) {
            ((ObjectNode) indices.required(index)).set("values", order.deepCopy());
        }
    }
}
