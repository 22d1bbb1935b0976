// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.verification.recordings;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.hubgate.rule.Rule;
import io.hubgate.store.Deadline;
import io.hubgate.taskhub.Depth;
import io.hubgate.taskhub.HubInstance;
import io.hubgate.taskhub.HubLook;
import io.hubgate.taskhub.Inspection;
import io.hubgate.taskhub.InspectionRequest;
import io.hubgate.taskhub.OpenTimer;
import io.hubgate.taskhub.QueueLook;
import io.hubgate.verification.taskhub.image.StorageImage;
import io.hubgate.verification.taskhub.look.PlainInspector;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The facts of a plain look are enough to tell work from none at each recorded moment, by the shortest rule that does: so where Hubgate is
 * wrong on a look, its rules are. The recordings are the measure of the plain look too.
 */
@Rule("V-6")
class PlainLookTest {
    static Stream<Moment> moments() {
        return Moment.judged();
    }

    @ParameterizedTest
    @MethodSource("moments")
    void tellsWorkFromNone(Moment moment) {
        HubLook look = look(moment);
        boolean work = look.rows().activeCount() > 0
                || look.rows().scheduledAgain().stream().anyMatch(row -> !hasBegun(row))
                || look.rows().busyEntities().stream().anyMatch(PlainLookTest::hasOperations)
                || look.before().stream().anyMatch(queue -> holdsWork(look, queue));
        assertThat(work).as("%s: %s", moment, look).isEqualTo(moment.expected() == Moment.Expected.NEVER_READY);
    }

    @ParameterizedTest
    @MethodSource("moments")
    void namesWhatIsAlive(Moment moment) {
        assertThat(look(moment).rows().active().stream().map(HubInstance::id))
                .as(moment.toString())
                .containsAll(moment.alive());
    }

    private static HubLook look(Moment moment) {
        StorageImage image = moment.storage();
        InstantSource clock = InstantSource.fixed(image.takenAt());
        Inspection inspection = new PlainInspector(() -> image, clock)
                .inspect(InspectionRequest.of(moment.hub(), Depth.WHOLE), Deadline.in(Duration.ofMinutes(1), clock));
        assertThat(inspection).as(moment.toString()).isInstanceOf(HubLook.class);
        return (HubLook) inspection;
    }

    private static boolean hasBegun(HubInstance row) {
        return row.history() != null && row.history().started();
    }

    private static boolean hasOperations(HubInstance entity) {
        return requireNonNull(entity.entity()).queueSize() > 0
                || !requireNonNull(entity.entity()).readable();
    }

    private static boolean holdsWork(HubLook look, QueueLook queue) {
        List<OpenTimer> due = look.leftovers().stream()
                .filter(timer -> timer.queue() == queue.number())
                .filter(timer -> timer.firesAt().isAfter(queue.readAt().plusSeconds(30)))
                .toList();
        return !queue.visible().isEmpty() || queue.hidden() != due.size();
    }
}
