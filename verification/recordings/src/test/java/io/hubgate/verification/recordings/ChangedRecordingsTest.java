// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.verification.recordings;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.hubgate.readiness.Verdict;
import io.hubgate.rule.Rule;
import io.hubgate.verification.taskhub.image.Account;
import io.hubgate.verification.taskhub.image.Row;
import io.hubgate.verification.taskhub.image.StorageImage;
import io.hubgate.verification.taskhub.image.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Recordings as another version of the engine, or an unusual app, would have left them. */
@DisplayName("With the hub looked at, at recorded moments that were changed")
class ChangedRecordingsTest {
    private static final String INSTANCES = "Instances";
    private static final String CHILD = "parent-1-child";

    static Stream<Moment> sharedTables() {
        return Moment.judged().filter(moment -> moment.recording().scenario().equals("tracking-store"));
    }

    /** Extension 2.10 writes no hub's name into rows of sub-orchestrations and entities. */
    @Rule({"R-12", "V-6"})
    @ParameterizedTest
    @MethodSource("sharedTables")
    void aChildThatNamesNoHubIsInItsParentsHub(Moment moment) {
        StorageImage image = nameless(moment.storage());
        RightVerdict.assertRight(moment, HubgateWithTheHub.verdict(moment, image, true));
        RightVerdict.assertRight(moment, HubgateWithTheHub.verdict(moment, image, false));
    }

    /** A start of the parent's id on the other hub, or a purge, takes away what tells whose the child is. */
    @Rule({"R-2", "R-12"})
    @ParameterizedTest
    @CsvSource({"true", "false"})
    void aChildWhoseParentsGenerationHasNoRowMayBeAnyHubs(boolean gone) {
        Moment moment = sharedTables()
                .filter(m -> m.hub().value().equals("OrdersV2"))
                .findFirst()
                .orElseThrow();
        assertThat(moment.expected()).isEqualTo(Moment.Expected.READY);
        StorageImage image = changed(nameless(moment.storage()), row -> {
            if (!row.partition().equals("parent-1")) {
                return row;
            }
            return gone ? renamed(row, "another") : row.with("ExecutionId", Value.string("0".repeat(32)));
        });
        Verdict verdict = HubgateWithTheHub.verdict(moment, image, false);
        assertThat(verdict.isReady()).as(verdict.toString()).isFalse();
        assertThat(RightVerdict.named(verdict)).extracting(id -> id.value()).containsExactly(CHILD);
    }

    /** Ids with an at sign that are no entities: the engine lets clients give none, but not everybody asks it. */
    @Rule({"R-13", "V-1"})
    @ParameterizedTest
    @CsvSource({"@order", "@order@1", "@", "@@"})
    void anOrchestrationWhoseIdBeginsWithAnAtSignIsWork(String id) {
        Moment moment = detached("01-starter-done-child-runs");
        String running = moment.alive().get(0).value();
        for (String status : List.of("null", "{}", "{\"step\":1}", "{\"entityExists\":true}")) {
            StorageImage image = changed(
                    moment.storage(),
                    row -> row.partition().equals(running)
                            ? renamed(row, id).with("CustomStatus", Value.string(status))
                            : row);
            Verdict verdict = HubgateWithTheHub.verdict(moment, image, false);
            assertThat(verdict.isReady()).as(verdict.toString()).isFalse();
            assertThat(RightVerdict.named(verdict)).extracting(i -> i.value()).containsExactly(id);
        }
    }

    @Test
    @Rule({"R-13", "V-4"})
    void anOrchestrationWhoseIdBeginsWithAnAtSignEndsToo() {
        Moment moment = detached("02-done");
        StorageImage image = changed(moment.storage(), row -> renamed(row, "@" + row.partition()));
        Verdict verdict = HubgateWithTheHub.verdict(moment, image, false);
        assertThat(verdict.isReady()).as(verdict.toString()).isTrue();
    }

    private static Moment detached(String name) {
        return Moment.of(Recording.of("ext-3.15.0", "detached")).stream()
                .filter(moment -> moment.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static StorageImage nameless(StorageImage image) {
        return changed(image, row -> Set.of(CHILD, "@counter@k1").contains(row.partition()) ? without(row) : row);
    }

    private static Row without(Row row) {
        assertThat(row.text("TaskHubName")).isNotNull();
        return row.with("TaskHubName", null);
    }

    private static Row renamed(Row row, String id) {
        return new Row(id, row.key(), row.writtenAt(), row.properties());
    }

    /** The image with another table of instances, wherever that is. */
    private static StorageImage changed(StorageImage image, UnaryOperator<Row> change) {
        return image.trackingStore() == null
                ? new StorageImage(image.takenAt(), changed(image.hubs(), change), null, null)
                : new StorageImage(
                        image.takenAt(),
                        image.hubs(),
                        changed(requireNonNull(image.trackingStore()), change),
                        image.trackingPrefix());
    }

    private static Account changed(Account account, UnaryOperator<Row> change) {
        Map<String, List<Row>> tables = new LinkedHashMap<>(account.tables());
        tables.replaceAll((name, rows) ->
                name.endsWith(INSTANCES) ? rows.stream().map(change).toList() : rows);
        return new Account(tables, account.queues(), account.containers());
    }
}
