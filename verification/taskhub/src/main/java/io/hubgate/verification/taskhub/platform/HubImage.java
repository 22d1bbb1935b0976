// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.verification.taskhub.platform;

import io.hubgate.verification.taskhub.image.Account;
import io.hubgate.verification.taskhub.image.HubNames;
import io.hubgate.verification.taskhub.image.Message;
import io.hubgate.verification.taskhub.image.Row;
import io.hubgate.verification.taskhub.image.StorageImage;
import io.hubgate.verification.taskhub.image.Value;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the storage of a modelled hub holds, laid out with the table partition manager. Made anew only when something was written. */
final class HubImage {
    private static final Duration RENEWAL = Duration.ofSeconds(10);
    private static final Duration LEASE = Duration.ofSeconds(30);

    private final Platform platform;
    private final HubNames names;
    private Account account = Account.EMPTY;
    private long writes = -1;
    private Instant renewedAt = Instant.MIN;

    HubImage(Platform platform) {
        this.platform = platform;
        this.names = new HubNames(platform.hub, null);
    }

    StorageImage taken() {
        boolean renewed = !platform.now.isBefore(renewedAt.plus(RENEWAL));
        if (renewed) {
            renewedAt = platform.now;
        }
        if (renewed || writes != platform.written) {
            writes = platform.written;
            account = laidOut();
        }
        return new StorageImage(platform.now, account, null, null);
    }

    private Account laidOut() {
        List<Row> instances = new ArrayList<>();
        List<Row> history = new ArrayList<>();
        platform.lives.values().forEach(life -> {
            if (life.row != null) {
                instances.add(life.row);
            }
            history.addAll(life.history);
        });
        Map<String, List<Message>> queues = new TreeMap<>();
        List<Row> partitions = new ArrayList<>();
        Value owner = Value.string("host");
        Value expiry = Value.time(renewedAt.plus(LEASE));
        for (int number = 0; number < platform.control.size(); number++) {
            String queue = names.controlQueue(number);
            queues.put(queue, messages(platform.control.get(number)));
            partitions.add(new Row("", queue, renewedAt, Map.of("CurrentOwner", owner, "ExpiresAt", expiry)));
        }
        queues.put(names.workItems(), messages(platform.workItems));
        Map<String, List<Row>> tables =
                Map.of(names.instances(), instances, names.history(), history, names.partitions(), partitions);
        return new Account(tables, queues, Map.of());
    }

    private static List<Message> messages(List<Mail> mails) {
        return mails.stream().map(Mail::message).toList();
    }
}
