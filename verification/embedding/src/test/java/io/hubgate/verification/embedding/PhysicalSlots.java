// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.verification.embedding;

import io.hubgate.deployment.ObservedHub;
import io.hubgate.model.TaskHubName;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The two slots as they really are. Only deployments and swaps change them, and each of these can be watched, stopped and counted. */
final class PhysicalSlots {
    /** Watches what is about to be done, and may throw to keep it from being done or, after it, to let its end be unknown. */
    interface Watch {
        /** Code that serves one hub is about to be written over code that serves another, or over nothing. */
        default void deploying(@Nullable TaskHubName over, TaskHubName hub) {}

        /** The slots are about to be exchanged. */
        default void swapping(@Nullable TaskHubName production, @Nullable TaskHubName staging) {}

        /** It is done. */
        default void done() {}
    }

    private final List<String> acts = new ArrayList<>();
    private Watch watch = new Watch() {};
    private @Nullable TaskHubName production;
    private @Nullable TaskHubName staging;

    void watchedBy(Watch next) {
        watch = next;
    }

    @Nullable
    TaskHubName production() {
        return production;
    }

    @Nullable
    TaskHubName staging() {
        return staging;
    }

    ObservedHub seenInProduction() {
        return new ObservedHub(production);
    }

    ObservedHub seenInStaging() {
        return new ObservedHub(staging);
    }

    void deploy(TaskHubName hub) {
        watch.deploying(staging, hub);
        staging = hub;
        acts.add("deploy " + hub);
        watch.done();
    }

    void swap() {
        watch.swapping(production, staging);
        TaskHubName former = production;
        production = staging;
        staging = former;
        acts.add("swap in " + production);
        watch.done();
    }

    List<String> acts() {
        return List.copyOf(acts);
    }

    long swapsOf(String hub) {
        return acts.stream().filter(("swap in " + hub)::equals).count();
    }

    @Override
    public String toString() {
        return "production " + production + ", staging " + staging + " after " + acts;
    }
}
