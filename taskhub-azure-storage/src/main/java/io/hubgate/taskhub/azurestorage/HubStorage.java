// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.taskhub.azurestorage;

import com.azure.core.exception.HttpResponseException;
import com.azure.data.tables.TableAsyncClient;
import com.azure.storage.blob.models.BlobContainerItem;
import io.hubgate.taskhub.CleanupPlan.Artefact;
import io.hubgate.taskhub.CleanupPlan.Kind;
import io.hubgate.taskhub.azurestorage.internal.client.Connection;
import io.hubgate.taskhub.azurestorage.internal.client.Visit;
import io.hubgate.taskhub.azurestorage.internal.layout.HubNames;
import io.hubgate.taskhub.azurestorage.internal.layout.Listing;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** The storage of one hub during one call. */
record HubStorage(HubNames names, Connection own, Connection tracking, Visit visit) {
    <T> T await(Mono<T> work) {
        return Waiting.until(visit, own.account(), work);
    }

    /** The names of the hub's queues, those of any number of partitions; no other hub's name has a hyphen. */
    List<String> queues() {
        return await(Listing.queues(own, names.prefix())).stream()
                .filter(name -> name.equals(names.workItems())
                        || names.controlNumber(name).isPresent())
                .sorted()
                .toList();
    }

    /** The hub's containers, in the order of removal. */
    List<BlobContainerItem> containers() {
        List<String> wanted = List.of(names.leases(), names.appLease(), names.largeMessages());
        List<BlobContainerItem> all = await(Listing.containers(tracking, names.prefix()));
        return wanted.stream()
                .flatMap(name -> all.stream().filter(item -> item.getName().equals(name)))
                .toList();
    }

    /** The name of a table in its real casing, or null if there is none. Two that differ in it only are one to the service. */
    @Nullable
    String table(String name) {
        return await(Listing.tablesBeginningWith(tracking, name.charAt(0))).stream()
                .filter(name::equalsIgnoreCase)
                .findFirst()
                .orElse(null);
    }

    TableAsyncClient client(String table) {
        return tracking.tables().getTableClient(table);
    }

    /** The table of instances among artefacts, whole or with rows of others in it. */
    @Nullable
    Artefact instances(Stream<Artefact> artefacts) {
        return artefacts
                .filter(artefact -> artefact.kind() == Kind.TABLE || artefact.kind() == Kind.SHARED_ROWS)
                .filter(artefact -> artefact.name().equalsIgnoreCase(names.instances()))
                .findFirst()
                .orElse(null);
    }

    /** The status with which the service refused, or 0. */
    static int statusOf(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof HttpResponseException answered && answered.getResponse() != null) {
                return answered.getResponse().getStatusCode();
            }
        }
        return 0;
    }
}
