// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.verification.taskhub.image;

import io.hubgate.model.TaskHubName;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the artefacts of a hub are called.
 *
 * @param hub the hub
 * @param trackingPrefix how the tables of instances and history begin if they are in a tracking store, else null
 */
public record HubNames(TaskHubName hub, @Nullable String trackingPrefix) {
    public String instances() {
        return Objects.requireNonNullElse(trackingPrefix, hub.value()) + "Instances";
    }

    public String history() {
        return Objects.requireNonNullElse(trackingPrefix, hub.value()) + "History";
    }

    public String partitions() {
        return hub.value() + "Partitions";
    }

    public String controlQueue(int number) {
        return String.format(Locale.ROOT, "%s-control-%02d", lower(), number);
    }

    public String workItems() {
        return lower() + "-workitems";
    }

    public String leases() {
        return lower() + "-leases";
    }

    public String appLease() {
        return lower() + "-applease";
    }

    private String lower() {
        return hub.value().toLowerCase(Locale.ROOT);
    }
}
