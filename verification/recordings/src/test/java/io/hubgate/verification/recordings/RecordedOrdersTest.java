// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.verification.recordings;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.hubgate.rule.Rule;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever order, repetition and batching the delivery of the recorded events has, the tracker ends with the same. */
@Rule("V-3")
class RecordedOrdersTest {
    private static final long FIRST_SEED = Long.getLong("hubgate.seed", 20_261_123L);

    static Stream<Recording> recordings() {
        return Recording.all().stream();
    }

    @ParameterizedTest
    @MethodSource("recordings")
    void inTheRecordedOrder(Recording recording) {
        assertAsThePlainModelSays(recording, replayed(recording, Order.recorded(recording)), "as recorded");
    }

    @ParameterizedTest
    @MethodSource("recordings")
    void inShuffledDuplicatedAndSplitOrders(Recording recording) {
        Tracked expected = replayed(recording, Order.recorded(recording)).tracked();
        System.out.println(recording + ": " + orders(recording) + " orders, seeds from " + FIRST_SEED);
        for (long seed = FIRST_SEED; seed < FIRST_SEED + orders(recording); seed++) {
            Replay replay = replayed(recording, Order.shuffled(recording, seed));
            String order = "seed " + seed + " (repeat it with -Dhubgate.seed=" + seed + ")";
            assertAsThePlainModelSays(recording, replay, order);
            assertThat(replay.tracked()).as("%s, %s", recording, order).isEqualTo(expected);
        }
    }

    @Test
    void thatIsMoreThanAThousandOrders() {
        assertThat(recordings().mapToInt(RecordedOrdersTest::orders).sum()).isGreaterThan(1000);
    }

    /** Fewer of the large ones. */
    private static int orders(Recording recording) {
        return Math.min(60, 12_000 / Math.max(1, recording.posts().size()));
    }

    private static Replay replayed(Recording recording, List<List<JsonNode>> deliveries) {
        Replay replay = new Replay(recording);
        deliveries.forEach(replay::deliver);
        return replay;
    }

    private static void assertAsThePlainModelSays(Recording recording, Replay replay, String order) {
        PlainModel model = new PlainModel();
        Order.recorded(recording).forEach(events -> events.forEach(model::add));
        for (String hub : model.hubs()) {
            assertThat(replay.active(hub))
                    .as("active in %s of %s, %s", hub, recording, order)
                    .isEqualTo(model.active(hub));
        }
    }
}
