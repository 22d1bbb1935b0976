// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.store.inmemory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FinishedTableTest {
    private final FinishedTable table = new FinishedTable(0);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void holds_what_a_map_holds_after_any_puts_removes_and_forgettings(long seed) {
        Random random = new Random(seed);
        Map<InstanceHash.Key, FinishedInstance> model = new HashMap<>();
        for (int step = 0; step < 20_000; step++) {
            // Few homes and many keys of the same home, so that runs of used slots are long and wrap around.
            InstanceHash.Key key = new InstanceHash.Key((long) random.nextInt(40) << 58, random.nextInt(20));
            int what = random.nextInt(100);
            if (what < 60) {
                FinishedInstance instance = instance(random.nextInt(1000), step);
                table.put(key, instance);
                model.put(key, instance);
            } else if (what < 99) {
                table.remove(key);
                model.remove(key);
            } else {
                int second = random.nextInt(1000);
                int before = model.size();
                model.values().removeIf(i -> i.receipt() < second);
                assertThat(table.forget(second)).as("seed %d", seed).isEqualTo(before - model.size());
            }
            assertThat(table.find(key)).as("seed %d step %d", seed, step).isEqualTo(model.get(key));
            assertThat(table.size()).as("seed %d step %d", seed, step).isEqualTo(model.size());
        }
        model.forEach((key, instance) -> assertThat(table.find(key)).isEqualTo(instance));
    }

    @Test
    void is_not_changed_by_what_happens_to_its_copy() {
        InstanceHash.Key key = new InstanceHash.Key(1, 2);
        table.put(key, instance(5, 1));
        FinishedTable copy = table.copy();
        copy.remove(key);
        assertThat(copy.find(key)).isNull();
        assertThat(table.find(key)).isEqualTo(instance(5, 1));
    }

    @Test
    void keeps_receipts_beyond_2038_as_they_are() {
        InstanceHash.Key key = new InstanceHash.Key(1, 2);
        table.put(key, instance(0xF000_0000, 1));
        assertThat(table.forget(4_000_000_000L)).isZero();
        assertThat(table.forget(4_100_000_000L)).isEqualTo(1);
    }

    @Test
    void is_split_when_it_is_full_and_loses_nothing() {
        FinishedTables tables = new FinishedTables();
        Random random = new Random(417);
        int count = 200_000;
        for (int i = 0; i < count; i++) {
            tables.put(new InstanceHash.Key(random.nextLong(), random.nextLong()), instance(i % 100, i));
        }
        FinishedTables copy = tables.copy();
        assertThat(tables.size()).isEqualTo(count);
        assertThat(tables.forget(50)).isEqualTo(count / 2);
        Random again = new Random(417);
        for (int i = 0; i < count; i++) {
            InstanceHash.Key key = new InstanceHash.Key(again.nextLong(), again.nextLong());
            assertThat(copy.find(key)).isEqualTo(instance(i % 100, i));
            assertThat(tables.find(key)).isEqualTo(i % 100 < 50 ? null : instance(i % 100, i));
        }
    }

    private static FinishedInstance instance(int receipt, int version) {
        return new FinishedInstance(version * 10L, Ticks.NONE, receipt, (byte) (version % 4), version);
    }
}
