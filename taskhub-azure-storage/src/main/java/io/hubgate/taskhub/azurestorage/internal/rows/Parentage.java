// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.taskhub.azurestorage.internal.rows;

import com.azure.data.tables.TableAsyncClient;
import com.azure.data.tables.models.ListEntitiesOptions;
import com.azure.data.tables.models.TableEntity;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hubgate.model.ExecutionId;
import io.hubgate.taskhub.azurestorage.internal.client.Pages;
import io.hubgate.taskhub.azurestorage.internal.layout.HubPlace;
import java.util.List;
import java.util.Optional;
import reactor.core.publisher.Mono;

/**
 * Tells of a row that names no hub, in tables that several hubs use, whether it is another hub's (rule R-12). Old versions of the engine write
 * the name only where a client started the instance; a sub-orchestration is in the hub of its parent, which its history names together with the
 * parent's generation. What does not lead to a row of just that generation that names a hub stays in doubt.
 */
final class Parentage {
    /** How many generations up are asked. */
    private static final int MOST_STEPS = 8;

    private static final ObjectMapper JSON = new ObjectMapper();

    private final TableAsyncClient instances;
    private final TableAsyncClient histories;
    private final String hub;

    Parentage(HubPlace place) {
        this.instances = place.tracking().tables().getTableClient(place.instances());
        this.histories = place.tracking().tables().getTableClient(place.history());
        this.hub = place.names().hub().value();
    }

    Mono<Boolean> isAnothers(InstanceRow row) {
        return isAnothers(row, MOST_STEPS);
    }

    private Mono<Boolean> isAnothers(InstanceRow row, int steps) {
        if (row.hub() != null) {
            return Mono.just(!row.mayBeOf(hub));
        }
        ExecutionId generation = row.instance().executionId();
        if (generation == null || steps == 0) {
            return Mono.just(false);
        }
        return parent(row.key(), generation)
                .flatMap(this::row)
                .flatMap(parent -> isAnothers(parent, steps - 1))
                .defaultIfEmpty(false);
    }

    private Mono<Parent> parent(String key, ExecutionId generation) {
        ListEntitiesOptions options = new ListEntitiesOptions()
                .setFilter("PartitionKey eq " + KeyCode.quoted(key) + " and ExecutionId eq "
                        + KeyCode.quoted(generation.value()) + " and EventType eq 'ExecutionStarted'")
                .setSelect(List.of("PartitionKey", "RowKey", "ParentInstance"));
        return Pages.all(histories.listEntities(options))
                .mapNotNull(started -> started.stream()
                        .map(Parentage::parent)
                        .flatMap(Optional::stream)
                        .findFirst()
                        .orElse(null));
    }

    private static Optional<Parent> parent(TableEntity started) {
        if (!(started.getProperty("ParentInstance") instanceof String text)) {
            return Optional.empty();
        }
        try {
            JsonNode parent = JSON.readTree(text).path("OrchestrationInstance");
            String id = parent.path("InstanceId").asText("");
            String generation = parent.path("ExecutionId").asText("");
            return id.isEmpty() || generation.isEmpty() ? Optional.empty() : Optional.of(new Parent(id, generation));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    /** The parent's row, if it is still of that generation. */
    private Mono<InstanceRow> row(Parent parent) {
        ListEntitiesOptions options = new ListEntitiesOptions()
                .setFilter("PartitionKey eq " + KeyCode.quoted(KeyCode.escape(parent.id)) + " and RowKey eq ''"
                        + " and ExecutionId eq " + KeyCode.quoted(parent.generation))
                .setSelect(InstanceRow.COLUMNS);
        return Pages.all(instances.listEntities(options))
                .mapNotNull(rows -> rows.isEmpty() ? null : InstanceRow.read(rows.get(0)));
    }

    private record Parent(String id, String generation) {}
}
