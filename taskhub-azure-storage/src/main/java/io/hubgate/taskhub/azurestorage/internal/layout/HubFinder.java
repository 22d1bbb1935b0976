// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.taskhub.azurestorage.internal.layout;

import com.azure.storage.blob.models.BlobContainerItem;
import io.hubgate.taskhub.HubLayout;
import io.hubgate.taskhub.PartitionOwner;
import io.hubgate.taskhub.Trouble;
import io.hubgate.taskhub.azurestorage.internal.client.Connection;
import io.hubgate.taskhub.azurestorage.internal.client.StorageTrouble;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Finds out what of a hub exists, by listing: nothing is asked for by a name that may not exist, so nothing can be created (rule R-18). */
public final class HubFinder {
    private final HubNames names;
    private final Connection own;
    private final Connection tracking;

    /**
     * Creates a finder.
     *
     * @param names the hub's names
     * @param own the account of its queues
     * @param tracking the account of its tables and leases
     */
    public HubFinder(HubNames names, Connection own, Connection tracking) {
        this.names = names;
        this.own = own;
        this.tracking = tracking;
    }

    /**
     * Looks for the hub.
     *
     * @return the hub, or a {@link StorageTrouble} that says what is missing (rule R-20)
     */
    public Mono<HubPlace> find() {
        // The tables first: their account's clock is the one that rows are compared with.
        return tables().flatMap(tables -> Listing.queues(own, names.prefix())
                .flatMap(queues -> Listing.containers(tracking, names.prefix())
                        .flatMap(containers -> whole(new Found(
                                named(tables, names.instances()),
                                named(tables, names.history()),
                                named(tables, names.partitions()),
                                queues,
                                containers.stream()
                                        .map(BlobContainerItem::getName)
                                        .toList())))));
    }

    private Mono<List<String>> tables() {
        char hub = names.hub().value().charAt(0);
        Mono<List<String>> ofHub = Listing.tablesBeginningWith(tracking, hub);
        String prefix = names.trackingPrefix();
        if (prefix == null || Character.toLowerCase(prefix.charAt(0)) == Character.toLowerCase(hub)) {
            return ofHub;
        }
        return ofHub.flatMap(tables -> Listing.tablesBeginningWith(tracking, prefix.charAt(0))
                .map(shared -> {
                    List<String> all = new ArrayList<>(tables);
                    all.addAll(shared);
                    return all;
                }));
    }

    private Mono<HubPlace> whole(Found found) {
        if (found.isNothing(names)) {
            return Mono.error(missing());
        }
        boolean leases = found.containers.contains(names.leases());
        Mono<List<PartitionOwner>> rows = Owners.ofTable(tracking, found.partitions);
        Mono<Optional<Integer>> announced =
                leases ? Owners.announced(tracking, names.leases()) : Mono.just(Optional.empty());
        return rows.zipWith(
                announced, (partitions, number) -> place(found, leases, partitions.size(), number.orElse(null)));
    }

    private HubPlace place(Found found, boolean leases, int rows, @Nullable Integer announced) {
        List<Integer> queues = found.controlQueues(names);
        List<String> lacking = new ArrayList<>();
        if (found.instances == null) {
            lacking.add("table " + names.instances() + " in " + tracking.account());
        }
        if (found.history == null) {
            lacking.add("table " + names.history() + " in " + tracking.account());
        }
        if (!found.queues.contains(names.workItems())) {
            lacking.add("queue " + names.workItems() + " in " + own.account());
        }
        if (rows == 0 && announced == null) {
            lacking.add(
                    "any row of table " + names.partitions() + " and blob " + names.leases() + "/" + Owners.ANNOUNCEMENT
                            + " in " + tracking.account() + ", one of which tells how many control queues there are");
        }
        int wanted = Math.max(1, Math.max(rows, announced == null ? 0 : announced));
        int last = queues.isEmpty() ? -1 : queues.get(queues.size() - 1);
        for (int number = 0; number < Math.max(wanted, last + 1); number++) {
            if (!queues.contains(number)) {
                lacking.add("queue " + names.controlQueue(number) + " in " + own.account());
            }
        }
        if (found.instances == null || found.history == null || !lacking.isEmpty()) {
            throw incomplete(lacking);
        }
        HubLayout layout = new HubLayout(queues.size(), rows == 0 ? null : rows, announced, names.sharesTables());
        return new HubPlace(
                names, own, tracking, found.instances, found.history, found.partitions, leases, queues, layout);
    }

    private StorageTrouble missing() {
        return new StorageTrouble(
                Trouble.HUB_MISSING,
                "nothing of task hub " + names.hub() + " exists in " + accounts(),
                "check the hub's name, letter by letter, and that this is the account its app uses; a hub that was never started has nothing yet");
    }

    private StorageTrouble incomplete(List<String> lacking) {
        int shown = Math.min(5, lacking.size());
        return new StorageTrouble(
                Trouble.HUB_INCOMPLETE,
                "task hub " + names.hub() + " lacks " + String.join(", ", lacking.subList(0, shown))
                        + (lacking.size() > shown ? " and " + (lacking.size() - shown) + " more" : ""),
                "if the app has a tracking store, configure its account and prefix here; otherwise the hub was deleted in part, or is being made");
    }

    private String accounts() {
        return own.account().equals(tracking.account()) ? own.account() : own.account() + " and " + tracking.account();
    }

    /** The service ignores the case of tables; of two that differ in it only, which a stand-in may have, the exact one counts. */
    private static @Nullable String named(List<String> tables, String name) {
        return tables.contains(name)
                ? name
                : tables.stream().filter(name::equalsIgnoreCase).findFirst().orElse(null);
    }

    private record Found(
            @Nullable String instances,
            @Nullable String history,
            @Nullable String partitions,
            List<String> queues,
            List<String> containers) {
        boolean isNothing(HubNames names) {
            boolean ownTables = partitions != null || (!names.sharesTables() && (instances != null || history != null));
            boolean ownContainers = containers.contains(names.leases())
                    || containers.contains(names.appLease())
                    || containers.contains(names.largeMessages());
            boolean ownQueues =
                    queues.contains(names.workItems()) || !controlQueues(names).isEmpty();
            return !ownTables && !ownContainers && !ownQueues;
        }

        List<Integer> controlQueues(HubNames names) {
            return queues.stream()
                    .map(names::controlNumber)
                    .filter(OptionalInt::isPresent)
                    .map(OptionalInt::getAsInt)
                    .sorted()
                    .toList();
        }
    }
}
