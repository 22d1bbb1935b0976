// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.verification.recordings;

import io.hubgate.model.RuntimeStatus;
import io.hubgate.verification.taskhub.image.HubNames;
import io.hubgate.verification.taskhub.image.Row;
import io.hubgate.verification.taskhub.image.StorageImage;
import java.util.List;
import java.util.Objects;

/**
 * What most people would ask the hub's storage: whether an orchestration in the table of instances is not finished. Entities, whose rows say
 * Running for ever, are left out; queues are not looked at.
 */
final class ActiveRowsAlone implements Judge {
    @Override
    public String name() {
        return "active rows alone";
    }

    @Override
    public Said judge(Moment moment) {
        StorageImage image = moment.storage();
        HubNames names = new HubNames(moment.hub(), image.trackingPrefix());
        List<Row> rows = image.tracking().tables().getOrDefault(names.instances(), List.of());
        boolean active = rows.stream()
                .filter(row ->
                        image.trackingPrefix() == null || moment.hub().value().equals(row.text("TaskHubName")))
                .filter(row -> !row.partition().startsWith("@"))
                .anyMatch(row -> !RuntimeStatus.of(Objects.requireNonNullElse(row.text("RuntimeStatus"), ""))
                        .isTerminal());
        return active ? Said.NOT_READY : Said.READY;
    }
}
