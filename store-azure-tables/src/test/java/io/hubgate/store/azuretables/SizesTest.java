// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.store.azuretables;

import static org.assertj.core.api.Assertions.assertThat;

import com.azure.data.tables.models.TableEntity;
import io.hubgate.model.InstanceId;
import io.hubgate.model.OrchestratorName;
import io.hubgate.model.RuntimeStatus;
import io.hubgate.model.TaskHubName;
import io.hubgate.store.Document;
import io.hubgate.tracking.InstanceRecord;
import io.hubgate.tracking.LifecycleEvent;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The largest rows and transactions there can be, against what the service documents; Azurite takes larger ones. */
class SizesTest {
    private static final TaskHubName HUB = new TaskHubName("orders417");
    private static final Tally HEARD = new Tally(Hub.NOON, Hub.NOON, Hub.NOON, null, 0, 0, false);
    private static final int PROPERTY = 64 * 1024;
    private static final int ENTITY = 1024 * 1024;
    private static final int TRANSACTION = 4 * 1024 * 1024;
    /** Boundaries, headers and the names of properties. */
    private static final int AROUND_A_CHANGE = 1024;

    @Test
    void a_transaction_of_the_longest_instances_that_there_are_fits() {
        Draft draft = new Draft("0", Summary.NONE, HEARD, "w".repeat(30));
        for (int n = 0; draft.hasRoom(); n++) {
            draft.place(longest(n), null);
        }
        List<Change> changes = draft.changes();
        assertThat(changes).hasSizeBetween(98, 100);
        int size = 0;
        for (Change change : changes) {
            assertFits(change.entity());
            // All of it is plain ASCII, which JSON writes as it is.
            size += AROUND_A_CHANGE + size(change.entity()) / 2;
        }
        assertThat(size).isLessThan(TRANSACTION);
    }

    /** Ids and names of letters that are escaped, of the greatest length. */
    private static InstanceRecord longest(int n) {
        String id = n + "\u00e9".repeat(InstanceId.LONGEST - 4);
        return InstanceRecord.of(
                new LifecycleEvent(
                        HUB,
                        new InstanceId(id),
                        new OrchestratorName("\u00e9".repeat(OrchestratorName.LONGEST)),
                        RuntimeStatus.of("\u00e9".repeat(RuntimeStatus.LONGEST)),
                        Instant.parse("2026-11-23T12:00:00.123456789Z"),
                        "\u00e9".repeat(LifecycleEvent.LONGEST_REASON)),
                Instant.parse("2026-11-23T12:00:00.123456789Z"));
    }

    @Test
    void a_full_summary_and_the_largest_document_fit() {
        Draft draft = new Draft("0", Summary.NONE, HEARD, "w");
        for (int n = 0; n < 1000 && draft.hasRoom(); n++) {
            draft.place(Hub.record(HUB, "order-" + n, RuntimeStatus.RUNNING), null);
        }
        assertFits(draft.summary().entity("0"));
        TableEntity row = DocumentRow.of("apps", "a!orders", new Document(new byte[Document.LARGEST]), "w");
        assertFits(row);
        assertThat(size(row) * 4 / 3 + 2 * AROUND_A_CHANGE).isLessThan(TRANSACTION);
    }

    private static void assertFits(TableEntity entity) {
        for (Map.Entry<String, Object> property : entity.getProperties().entrySet()) {
            assertThat(size(property.getValue())).as(property.getKey()).isLessThanOrEqualTo(PROPERTY);
        }
        assertThat(size(entity)).isLessThanOrEqualTo(ENTITY);
    }

    /** The size as the service counts it: two bytes a character. */
    private static int size(TableEntity entity) {
        int size = 0;
        for (Map.Entry<String, Object> property : entity.getProperties().entrySet()) {
            size += 8 + 2 * property.getKey().length() + size(property.getValue());
        }
        return size;
    }

    private static int size(Object value) {
        if (value instanceof String text) {
            return 4 + 2 * text.length();
        }
        return value instanceof byte[] bytes ? 4 + bytes.length : 8;
    }
}
