// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.verification.recordings;

import com.fasterxml.jackson.databind.JsonNode;
import io.hubgate.model.InstanceId;
import io.hubgate.model.TaskHubName;
import io.hubgate.verification.taskhub.image.RecordedImage;
import io.hubgate.verification.taskhub.image.StorageImage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * One hub at one marked moment of a recording, with what was true of it.
 *
 * @param recording the recording
 * @param name the name of the snapshot that was taken then
 * @param at when
 * @param hub the hub
 * @param alive the instances that can still change
 * @param expected what a judge should say
 */
record Moment(
        Recording recording, String name, Instant at, TaskHubName hub, List<InstanceId> alive, Expected expected) {
    /** What a judge should say at a moment. */
    enum Expected {
        /** Work is alive: READY would be a disaster. */
        NEVER_READY,
        /** Nothing is: anything else would delay a deployment for no reason. */
        READY,
        /** Things were changing just then: not judged. */
        IN_MOTION,
        /** Both are right: not judged. */
        EITHER;

        boolean isJudged() {
            return this == NEVER_READY || this == READY;
        }
    }

    /** Every hub at every moment of a recording, the ones that are not judged too. */
    static List<Moment> of(Recording recording) {
        List<Moment> moments = new ArrayList<>();
        for (JsonNode moment : recording.truth().required("moments")) {
            Instant at = Recording.instant(moment, "atMs");
            String snapshot = moment.required("snapshot").textValue();
            String name = snapshot.substring(snapshot.indexOf('/') + 1, snapshot.lastIndexOf('.'));
            moment.required("hubs").properties().forEach(hub -> {
                Expected expected =
                        Expected.valueOf(hub.getValue().required("expect").textValue());
                List<InstanceId> alive = new ArrayList<>();
                hub.getValue().path("alive").forEach(id -> alive.add(new InstanceId(id.textValue())));
                moments.add(new Moment(recording, name, at, new TaskHubName(hub.getKey()), alive, expected));
            });
        }
        return moments;
    }

    /** Every judged moment of every recording. */
    static Stream<Moment> judged() {
        return Recording.all().stream()
                .flatMap(recording -> of(recording).stream())
                .filter(moment -> moment.expected().isJudged());
    }

    /** The POSTs that had been received by then, and answered so that the sender took them for delivered. */
    List<Recording.Post> received() {
        return recording.posts().stream()
                .filter(Recording.Post::wasReceived)
                .filter(post -> post.receivedAt().isBefore(at))
                .toList();
    }

    /** What the hub's storage held. */
    StorageImage storage() {
        return RecordedImage.read(recording.directory().resolve("snapshots").resolve(name + ".json"));
    }

    @Override
    public String toString() {
        return recording + " " + name + " " + hub;
    }
}
