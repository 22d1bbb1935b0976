// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.verification.taskhub.look;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hubgate.taskhub.HubLayout;
import io.hubgate.taskhub.PartitionOwner;
import io.hubgate.taskhub.Trouble;
import io.hubgate.verification.taskhub.image.Blob;
import io.hubgate.verification.taskhub.image.HubNames;
import io.hubgate.verification.taskhub.image.Row;
import io.hubgate.verification.taskhub.image.StorageImage;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What of a hub exists, and who owns its partitions.
 *
 * @param image the storage
 * @param names the hub's names
 */
record Layouts(StorageImage image, HubNames names) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String INFO = "taskhub.json";
    private static final int MOST_QUEUES = 16;

    /** Why the hub cannot be judged, or null if it is whole. */
    @Nullable
    Trouble trouble() {
        boolean instances = image.tracking().tables().containsKey(names.instances());
        boolean history = image.tracking().tables().containsKey(names.history());
        boolean workItems = image.hubs().queues().containsKey(names.workItems());
        int queues = controlQueues();
        if (!workItems && queues == 0 && (names.trackingPrefix() != null || (!instances && !history))) {
            return Trouble.HUB_MISSING;
        }
        HubLayout layout = layout();
        boolean told = layout.partitionRows() != null || layout.announcedPartitions() != null;
        boolean enough = told
                && (layout.partitionRows() == null || layout.partitionRows() <= queues)
                && (layout.announcedPartitions() == null || layout.announcedPartitions() <= queues);
        return instances && history && workItems && queues > 0 && enough ? null : Trouble.HUB_INCOMPLETE;
    }

    HubLayout layout() {
        List<Row> partitions = image.tracking().tables().get(names.partitions());
        return new HubLayout(
                controlQueues(),
                partitions == null || partitions.isEmpty() ? null : partitions.size(),
                announced(),
                names.trackingPrefix() != null);
    }

    List<PartitionOwner> owners() {
        List<PartitionOwner> owners = new ArrayList<>();
        for (Row row : image.tracking().tables().getOrDefault(names.partitions(), List.of())) {
            owners.add(new PartitionOwner(
                    row.key(),
                    PartitionOwner.Keeping.TABLE,
                    row.text("CurrentOwner"),
                    row.time("ExpiresAt"),
                    false,
                    row.writtenAt().toString()));
        }
        for (Blob blob : leases()) {
            if (!blob.name().equals(INFO)) {
                owners.add(new PartitionOwner(
                        blob.name(),
                        PartitionOwner.Keeping.LEASES,
                        null,
                        null,
                        blob.leased(),
                        blob.modifiedAt().toString()));
            }
        }
        return owners;
    }

    private int controlQueues() {
        int number = 0;
        while (number < MOST_QUEUES && image.hubs().queues().containsKey(names.controlQueue(number))) {
            number++;
        }
        return number;
    }

    private @Nullable Integer announced() {
        for (Blob blob : leases()) {
            if (blob.name().equals(INFO)) {
                return partitionCount(blob.content());
            }
        }
        return null;
    }

    /** What cannot be read announces a number that agrees with none. */
    private static int partitionCount(String content) {
        try {
            JsonNode count = JSON.readTree(content).path("PartitionCount");
            return count.isInt() ? count.intValue() : -1;
        } catch (JsonProcessingException e) {
            return -1;
        }
    }

    private List<Blob> leases() {
        return requireNonNull(image.tracking().containers().getOrDefault(names.leases(), List.of()));
    }
}
