// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.verification.taskhub.look;

import io.hubgate.store.Deadline;
import io.hubgate.taskhub.Depth;
import io.hubgate.taskhub.FailedLook;
import io.hubgate.taskhub.HubLook;
import io.hubgate.taskhub.HubRows;
import io.hubgate.taskhub.Inspection;
import io.hubgate.taskhub.InspectionRequest;
import io.hubgate.taskhub.LookTimes;
import io.hubgate.taskhub.OpenTimer;
import io.hubgate.taskhub.PartitionOwner;
import io.hubgate.taskhub.QueueLook;
import io.hubgate.taskhub.QueueMessage;
import io.hubgate.taskhub.TaskHubInspector;
import io.hubgate.taskhub.Trouble;
import io.hubgate.verification.taskhub.image.HubNames;
import io.hubgate.verification.taskhub.image.Message;
import io.hubgate.verification.taskhub.image.Row;
import io.hubgate.verification.taskhub.image.Storage;
import io.hubgate.verification.taskhub.image.StorageImage;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Looks at an image of storage in the order that rule R-11 wants: queues, point reads, scan, queues in the opposite order. It reads the storage
 * anew for each step and each row of the scan, so that what changes meanwhile is seen as a real client would see it.
 */
public final class PlainInspector implements TaskHubInspector {
    private final Storage storage;
    private final InstantSource clock;

    /**
     * @param storage what is looked at
     * @param clock our clock; the service's is the time of the image
     */
    public PlainInspector(Storage storage, InstantSource clock) {
        this.storage = storage;
        this.clock = clock;
    }

    @Override
    public Inspection inspect(InspectionRequest request, Deadline deadline) {
        Instant startedAt = clock.instant();
        StorageImage first = storage.read();
        HubNames names = new HubNames(request.hub(), first.trackingPrefix());
        Layouts layouts = new Layouts(first, names);
        Trouble trouble = layouts.trouble();
        if (trouble != null) {
            return new FailedLook(
                    request.hub(), clock.instant(), trouble, request.hub() + ": " + trouble, "look at the storage");
        }
        int controlQueues = layouts.layout().controlQueues();
        List<QueueLook> before = queues(names, controlQueues, false);
        List<PartitionOwner> owners = new Layouts(storage.read(), names).owners();
        Scan scan = new Scan(names, request.depth(), first.takenAt(), controlQueues);
        boolean onlyQueues = request.depth() == Depth.QUEUES;
        boolean whole = !onlyQueues && scan(request, names, scan, before);
        List<QueueLook> after = whole ? queues(names, controlQueues, true) : List.of();
        StorageImage last = storage.read();
        return new HubLook(
                request.hub(),
                new LookTimes(startedAt, clock.instant(), first.takenAt(), last.takenAt()),
                layouts.layout(),
                onlyQueues ? HubRows.UNREAD : scan.rows(),
                before,
                after,
                owners,
                whole ? new Layouts(last, names).owners() : List.of(),
                leftovers(request, scan, before, after),
                0);
    }

    private boolean scan(InspectionRequest request, HubNames names, Scan scan, List<QueueLook> before) {
        for (var suspect : request.suspects()) {
            scan.point(storage.read(), suspect);
        }
        if (scan.mayStop()) {
            return false;
        }
        String last = null;
        while (true) {
            StorageImage image = storage.read();
            Row next = null;
            for (Row row : image.tracking().tables().getOrDefault(names.instances(), List.of())) {
                if ((last == null || row.partition().compareTo(last) > 0)
                        && (next == null || row.partition().compareTo(next.partition()) < 0)) {
                    next = row;
                }
            }
            if (next == null) {
                break;
            }
            scan.row(image, next);
            if (scan.mayStop()) {
                return false;
            }
            last = next.partition();
        }
        points(request, scan, before);
        return true;
    }

    /** What is told whatever the scan has met: tracked instances, holders of locks, and whom due timers are for. */
    private void points(InspectionRequest request, Scan scan, List<QueueLook> before) {
        for (var id : request.tracked()) {
            scan.point(storage.read(), id);
        }
        for (var id : scan.holders()) {
            scan.point(storage.read(), id);
        }
        for (QueueLook queue : before) {
            for (var message : queue.visible()) {
                if (message.isTimer() && message.instance() != null) {
                    scan.point(storage.read(), message.instance());
                }
            }
        }
    }

    private List<QueueLook> queues(HubNames names, int controlQueues, boolean backwards) {
        List<Integer> numbers = new ArrayList<>();
        for (int number = 0; number < controlQueues; number++) {
            numbers.add(number);
        }
        numbers.add(QueueLook.WORK_ITEMS);
        if (backwards) {
            Collections.reverse(numbers);
        }
        return numbers.stream().map(number -> queue(names, number)).toList();
    }

    private QueueLook queue(HubNames names, int number) {
        StorageImage image = storage.read();
        String name = number == QueueLook.WORK_ITEMS ? names.workItems() : names.controlQueue(number);
        List<Message> messages = image.hubs().queues().getOrDefault(name, List.of());
        List<QueueMessage> visible = messages.stream()
                .filter(message -> message.isVisible(image.takenAt()))
                .limit(QueueLook.MOST_PEEKED)
                .map(MessageReader::read)
                .toList();
        return new QueueLook(name, number, image.takenAt(), messages.size(), visible);
    }

    /** Timers of queues in which something is hidden, and those that are remembered. */
    private static List<OpenTimer> leftovers(
            InspectionRequest request, Scan scan, List<QueueLook> before, List<QueueLook> after) {
        Set<Integer> hiding = new LinkedHashSet<>();
        for (List<QueueLook> looks : List.of(before, after)) {
            looks.stream().filter(look -> look.hidden() > 0).forEach(look -> hiding.add(look.number()));
        }
        Set<OpenTimer> timers = new LinkedHashSet<>(scan.timers());
        timers.addAll(request.remembered());
        return timers.stream().filter(timer -> hiding.contains(timer.queue())).toList();
    }
}
