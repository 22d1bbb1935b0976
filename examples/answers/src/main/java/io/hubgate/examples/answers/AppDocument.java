// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.examples.answers;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hubgate.deployment.App;
import io.hubgate.deployment.Deployment;
import io.hubgate.deployment.Next;
import io.hubgate.deployment.Release;
import io.hubgate.deployment.Slot;
import io.hubgate.model.TaskHubName;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An app as answers show it. */
public final class AppDocument {
    private final Links links;

    /**
     * Creates a writer of apps.
     *
     * @param links where its page is
     */
    public AppDocument(Links links) {
        this.links = links;
    }

    /**
     * Returns an app.
     *
     * @param app its record
     * @param releases all its releases, older final ones included
     * @param next what the caller does next
     * @return the document
     */
    public ObjectNode of(App app, List<Release> releases, Next next) {
        ObjectNode node = Parts.object();
        node.put("app", app.name().value());
        node.put("token", app.token().toString());
        ObjectNode slots = node.putObject("slots");
        ObjectNode mayHold = node.putObject("mayHold");
        app.slots().values().forEach(slot -> {
            slots.set(slot.name().value(), slot(app, slot));
            ArrayNode hubs = mayHold.putArray(slot.name().value());
            slot.occupants().forEach(hub -> hubs.add(hub.value()));
        });
        ArrayNode all = node.putArray("releases");
        releases.forEach(release -> all.add(release(release)));
        node.set("deployment", deployment(app.deployment()));
        node.put("next", next.word());
        node.put("url", links.to(app.name()));
        return node;
    }

    private static @Nullable ObjectNode slot(App app, Slot slot) {
        TaskHubName hub = slot.recorded();
        if (hub == null) {
            return null;
        }
        Release release = app.release(hub)
                .orElseThrow(
                        () -> new IllegalStateException("slot " + slot.name() + " records a hub without a release"));
        ObjectNode node = Parts.object();
        node.put("taskHub", hub.value());
        node.set("release", Parts.label(release.label()));
        node.put("phase", release.phase().name());
        node.put("since", Parts.time(release.times().since()));
        return node;
    }

    private static ObjectNode release(Release release) {
        Release.Times times = release.times();
        ObjectNode node = Parts.object();
        node.set("release", Parts.label(release.label()));
        node.put("taskHub", release.taskHub().value());
        node.put("phase", release.phase().name());
        node.put("slot", Objects.toString(release.slot(), null));
        node.put("since", Parts.time(times.since()));
        node.put("stagedAt", Parts.time(times.stagedAt()));
        node.put("liveAt", Parts.time(times.liveAt()));
        node.put("leftProductionAt", Parts.time(times.leftProductionAt()));
        node.put("retiredAt", Parts.time(times.retiredAt()));
        node.put("deletedAt", Parts.time(times.deletedAt()));
        node.put("hubData", Parts.name(release.hubData()));
        node.set("forced", Parts.forced(release.forced()));
        return node;
    }

    /**
     * Returns an open deployment.
     *
     * @param open the deployment, or null
     * @return its document, or null
     */
    public static @Nullable ObjectNode deployment(@Nullable Deployment open) {
        if (open == null) {
            return null;
        }
        ObjectNode node = Parts.object();
        node.put("taskHub", open.taskHub().value());
        node.put("release", open.release().value());
        node.put("slot", open.slot().value());
        node.put("step", open.step().name());
        node.set("holder", Parts.holder(open.holder()));
        node.put("openedAt", Parts.time(open.openedAt()));
        node.put("expiresAt", Parts.time(open.expiresAt()));
        return node;
    }
}
