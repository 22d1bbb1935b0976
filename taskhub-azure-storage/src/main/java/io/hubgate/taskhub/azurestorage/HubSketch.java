// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.taskhub.azurestorage;

import io.hubgate.model.TaskHubName;
import io.hubgate.taskhub.PartitionOwner;
import io.hubgate.taskhub.QueueLook;
import io.hubgate.taskhub.QueueMessage;
import io.hubgate.taskhub.azurestorage.internal.client.Connection;
import io.hubgate.taskhub.azurestorage.internal.layout.HubNames;
import io.hubgate.taskhub.azurestorage.internal.layout.Owners;
import io.hubgate.taskhub.azurestorage.internal.queues.QueueReader;
import io.hubgate.taskhub.azurestorage.internal.rows.FirstRows;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** A quick look at one hub of a list: its queues, its owners and the first page of its rows. */
final class HubSketch {
    private final Connection account;
    private final HubNames names;
    private final @Nullable String instances;
    private final boolean hasHistory;
    private final @Nullable String partitions;
    private final boolean leases;
    private final List<String> queues;

    HubSketch(
            TaskHubName hub,
            Connection account,
            Collection<String> tables,
            Collection<String> queues,
            Collection<String> containers) {
        this.account = account;
        this.names = new HubNames(hub, null);
        this.instances = called(tables, names.instances());
        this.hasHistory = called(tables, names.history()) != null;
        this.partitions = called(tables, names.partitions());
        this.leases = containers.contains(names.leases());
        this.queues = queues.stream()
                .filter(name -> names.controlNumber(name).isPresent() || name.equals(names.workItems()))
                .sorted()
                .toList();
    }

    Mono<HubSummary> draw() {
        return Mono.zip(
                        QueueReader.named(account, names, queues),
                        Owners.of(account, partitions, leases ? names.leases() : null),
                        instances == null ? Mono.just(FirstRows.NONE) : FirstRows.of(account, instances))
                .map(read -> summary(read.getT1(), read.getT2(), read.getT3()));
    }

    private HubSummary summary(List<QueueLook> looks, List<PartitionOwner> owners, FirstRows rows) {
        Instant now = account.clock().last();
        Stream<Instant> messages =
                looks.stream().flatMap(look -> look.visible().stream()).map(QueueMessage::insertedAt);
        Instant last = Stream.concat(
                        messages,
                        Stream.concat(
                                owners.stream().map(PartitionOwner::expiresAt).filter(Objects::nonNull),
                                Stream.ofNullable(rows.latest())))
                .map(time -> time.isAfter(now) ? now : time)
                .max(Instant::compareTo)
                .orElse(null);
        return new HubSummary(
                names.hub(),
                instances != null && hasHistory,
                (int) looks.stream().filter(look -> !look.isWorkItems()).count(),
                looks.stream().mapToLong(QueueLook::messages).sum(),
                rows.count(),
                rows.more(),
                rows.active(),
                last,
                owners.stream().anyMatch(owner -> owner.isAlive(now)),
                now);
    }

    private static @Nullable String called(Collection<String> tables, String name) {
        return tables.stream().filter(name::equalsIgnoreCase).findFirst().orElse(null);
    }
}
