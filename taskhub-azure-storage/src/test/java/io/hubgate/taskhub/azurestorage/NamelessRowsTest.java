// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.taskhub.azurestorage;

import static org.assertj.core.api.Assertions.assertThat;

import io.hubgate.rule.Rule;
import io.hubgate.taskhub.Depth;
import io.hubgate.taskhub.HubLook;
import io.hubgate.taskhub.InspectionRequest;
import io.hubgate.taskhub.azurestorage.access.StorageAccess;
import io.hubgate.verification.azurite.StorageAccount;
import io.hubgate.verification.azurite.TestStorage;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows that name no hub, in tables that two hubs use: extension 2.10 writes the name only where a client started the instance. */
class NamelessRowsTest {
    private final StorageAccount own = TestStorage.shared().account();
    private final StorageAccount tracking = TestStorage.shared().secondAccount();
    private final String prefix = "T" + TestStorage.freshName("rack");
    private final SmallHub ours = new SmallHub(Inspecting.freshHub(), own, tracking, prefix)
            .createTables()
            .createQueues(2)
            .announce(2);
    private final SmallHub other = new SmallHub(Inspecting.freshHub(), own, tracking, prefix);

    @ParameterizedTest
    @EnumSource(
            value = Depth.class,
            names = {"FIRST_BLOCKER", "WHOLE", "EXPLAIN"})
    @Rule("R-12")
    void aChildOfAnotherHubsOrchestrationIsThatHubs(Depth depth) {
        other.instance("parent/1", generation("a", "Running"));
        child("child", "b", "parent/1", "a");
        child("grandchild", "c", "child", "b");
        HubLook look = look(depth);
        assertThat(look.isComplete()).isTrue();
        assertThat(look.rows().activeCount()).isZero();
        assertThat(look.rows().changed()).isZero();
    }

    @Test
    @Rule("R-12")
    void aChildOfOursIsOurs() {
        ours.instance("parent", generation("a", "Terminated"));
        child("child", "b", "parent", "a");
        assertThat(active(look(Depth.WHOLE))).containsExactly("child");
    }

    /** Purged, or started again, there or here: nothing tells whose the child is. */
    @ParameterizedTest
    @ValueSource(strings = {"", "another"})
    @Rule({"R-2", "R-12"})
    void aChildWhoseParentsGenerationHasNoRowCounts(String generation) {
        if (!generation.isEmpty()) {
            other.instance("parent", generation(generation, "Running"));
        }
        child("child", "b", "parent", "a");
        assertThat(active(look(Depth.WHOLE))).containsExactly("child");
        assertThat(active(look(Depth.FIRST_BLOCKER))).containsExactly("child");
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "{", "{}", "{\"OrchestrationInstance\":{\"InstanceId\":\"child\"}}"})
    @Rule({"R-2", "R-12"})
    void aBeginningThatNamesNoParentTellsNothing(String parent) {
        nameless("child", "b").event("child", "ExecutionStarted", Map.of("ExecutionId", "b", "ParentInstance", parent));
        assertThat(active(look(Depth.WHOLE))).containsExactly("child");
    }

    @Test
    @Rule({"R-2", "R-12"})
    void aRowThatCallsItselfItsParentCounts() {
        child("child", "b", "child", "b");
        assertThat(active(look(Depth.WHOLE))).containsExactly("child");
    }

    private void child(String id, String generation, String parent, String parents) {
        String names = "{\"Name\":\"Chain\",\"OrchestrationInstance\":{\"InstanceId\":\"" + parent
                + "\",\"ExecutionId\":\"" + parents + "\"},\"TaskScheduleId\":0}";
        nameless(id, generation)
                .event(id, "ExecutionStarted", Map.of("ExecutionId", generation, "ParentInstance", names));
    }

    private SmallHub nameless(String id, String generation) {
        return ours.instance(id, Map.of("RuntimeStatus", "Running", "ExecutionId", generation, "TaskHubName", ""));
    }

    private static Map<String, Object> generation(String generation, String status) {
        return Map.of("RuntimeStatus", status, "ExecutionId", generation);
    }

    private HubLook look(Depth depth) {
        AzureStorageInspector inspector = AzureStorageInspector.builder(
                        StorageAccess.ofConnectionString(own.connectionString()), Inspecting.CLOCK)
                .trackingStore(StorageAccess.ofConnectionString(tracking.connectionString()), prefix)
                .httpClient(Clients.HTTP)
                .build();
        return (HubLook) Inspecting.inspect(inspector, InspectionRequest.of(ours.name(), depth));
    }

    private static List<String> active(HubLook look) {
        return look.rows().active().stream().map(row -> row.id().value()).toList();
    }
}
