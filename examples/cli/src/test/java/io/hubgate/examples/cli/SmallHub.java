// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.examples.cli;

import com.azure.data.tables.TableClient;
import com.azure.data.tables.TableServiceClient;
import com.azure.data.tables.TableServiceClientBuilder;
import com.azure.data.tables.models.TableEntity;
import com.azure.storage.queue.QueueServiceClient;
import com.azure.storage.queue.QueueServiceClientBuilder;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Locale;

/** A task hub as the engine lays it out with its table partition manager: four partitions, and what a test puts in. */
final class SmallHub {
    private static final InstantSource CLOCK = InstantSource.system();
    private static final int PARTITIONS = 4;
    private static final String GENERATION = "0123456789abcdef0123456789abcdef";

    private final String name;
    private final TableServiceClient tables;
    private int events;

    private SmallHub(String connectionString, String name) {
        this.name = name;
        this.tables = new TableServiceClientBuilder()
                .connectionString(connectionString)
                .buildClient();
    }

    /** Makes a hub on which no host works any more, and that holds nothing. */
    static SmallHub make(String connectionString, String name) {
        SmallHub hub = new SmallHub(connectionString, name);
        hub.tables.createTable(name + "Instances");
        hub.tables.createTable(name + "History");
        TableClient partitions = hub.tables.createTable(name + "Partitions");
        QueueServiceClient queues = new QueueServiceClientBuilder()
                .connectionString(connectionString)
                .buildClient();
        String prefix = name.toLowerCase(Locale.ROOT);
        for (int i = 0; i < PARTITIONS; i++) {
            String queue = String.format(Locale.ROOT, "%s-control-%02d", prefix, i);
            queues.createQueue(queue);
            partitions.createEntity(new TableEntity("", queue).addProperty("IsDraining", false));
        }
        queues.createQueue(prefix + "-workitems");
        return hub;
    }

    String name() {
        return name;
    }

    /** Lets a host own the first partition, for so long. */
    SmallHub owned(Duration ahead) {
        String queue = name.toLowerCase(Locale.ROOT) + "-control-00";
        tables.getTableClient(name + "Partitions")
                .upsertEntity(new TableEntity("", queue)
                        .addProperty("CurrentOwner", "host-1")
                        .addProperty("ExpiresAt", CLOCK.instant().plus(ahead).atOffset(ZoneOffset.UTC)));
        return this;
    }

    /** Puts in an instance that was begun some time ago; its id is as the engine escapes it. */
    SmallHub instance(String id, String orchestrator, String status, Duration ago) {
        TableEntity row = new TableEntity(id, "")
                .addProperty("RuntimeStatus", status)
                .addProperty("Name", orchestrator)
                .addProperty("Version", "")
                .addProperty("ExecutionId", GENERATION)
                .addProperty("TaskHubName", name)
                .addProperty("CustomStatus", "null")
                .addProperty("CreatedTime", CLOCK.instant().minus(ago).atOffset(ZoneOffset.UTC))
                .addProperty("LastUpdatedTime", CLOCK.instant().minus(ago).atOffset(ZoneOffset.UTC));
        tables.getTableClient(name + "Instances").createEntity(row);
        return event(id, "ExecutionStarted", -1, orchestrator, ago);
    }

    /** Puts in that the instance began to wait for an activity. */
    SmallHub waitsFor(String id, String activity, Duration ago) {
        return event(id, "TaskScheduled", 0, activity, ago);
    }

    private SmallHub event(String id, String type, int number, String function, Duration ago) {
        TableEntity row = new TableEntity(id, String.format(Locale.ROOT, "%016X", events++))
                .addProperty("EventType", type)
                .addProperty("EventId", number)
                .addProperty("Name", function)
                .addProperty("ExecutionId", GENERATION)
                .addProperty("IsPlayed", false)
                .addProperty("_Timestamp", CLOCK.instant().minus(ago).atOffset(ZoneOffset.UTC));
        tables.getTableClient(name + "History").createEntity(row);
        return this;
    }
}
