// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.readiness;

import io.hubgate.model.ExecutionId;
import io.hubgate.model.InstanceId;
import io.hubgate.taskhub.HubInstance;
import io.hubgate.tracking.InstanceRecord;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The waivers of one case, each as long as nothing of what it names has changed. */
record Exceptions(HubCase hubCase) {
    /** The waiver of a row, which lapses with the next write of the row, its next generation, and the next event. */
    Optional<Waiver> of(BlockerCode code, HubInstance row) {
        return instance(code, row.id(), row.executionId(), row.writtenAt());
    }

    /** The waiver of an instance that only events know, which lapses with the next event. */
    Optional<Waiver> of(BlockerCode code, InstanceRecord tracked) {
        return instance(code, tracked.id(), null, tracked.receivedAt());
    }

    Optional<Waiver> of(int queue, long surplus) {
        return surplus == 0
                ? Optional.empty()
                : inForce(BlockerCode.UNEXPLAINED_MESSAGES, new WaiverTarget.OfQueue(queue, surplus));
    }

    Optional<Waiver> ofMessage(String messageId) {
        return inForce(BlockerCode.POISON_MESSAGE, new WaiverTarget.OfMessage(messageId));
    }

    private Optional<Waiver> instance(
            BlockerCode code, InstanceId id, @Nullable ExecutionId execution, Instant changedAt) {
        return inForce(code, new WaiverTarget.OfInstance(id, execution))
                .filter(waiver -> !changedAt.isAfter(waiver.at()))
                .filter(waiver -> hubCase.events().active().stream()
                        .filter(tracked -> tracked.id().equals(id))
                        .noneMatch(tracked -> tracked.receivedAt().isAfter(waiver.at())));
    }

    private Optional<Waiver> inForce(BlockerCode code, WaiverTarget target) {
        return hubCase.waivers().stream()
                .filter(waiver -> waiver.code() == code)
                .filter(waiver -> waiver.hub().equals(hubCase.hub()))
                .filter(waiver -> Objects.equals(waiver.target(), target))
                .filter(waiver -> hubCase.now().isBefore(waiver.until()))
                .findFirst();
    }
}
