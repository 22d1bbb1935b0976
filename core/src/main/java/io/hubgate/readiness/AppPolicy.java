// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.readiness;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What an app decided about its own verdicts. The defaults are safe.
 *
 * @param settleWindow how long events must have been quiet before they count, or null for the server's own
 * @param evidenceAge how old evidence may be when it is used, or null for the server's own
 * @param sources what must have been read
 * @param mode whether verdicts are enforced
 * @param entitiesAtCleanup what becomes of entity state when a hub's data is removed
 * @param entitiesLeftBehind what a stage does when the live hub holds entities (rule P-17)
 * @param requireObservation whether a verdict without an observation of the slot is refused
 * @param requireSeal whether the slot is stopped and judged again before it is written to (rule P-16)
 * @param eternals the orchestrators that never drain
 */
public record AppPolicy(
        @Nullable Duration settleWindow,
        @Nullable Duration evidenceAge,
        Sources sources,
        Mode mode,
        AtCleanup entitiesAtCleanup,
        LeftBehind entitiesLeftBehind,
        boolean requireObservation,
        boolean requireSeal,
        List<EternalOrchestrator> eternals) {
    /** The hub where an inspector is configured; enforced; entities block a clean-up and only warn at a stage; nothing else required. */
    public static final AppPolicy DEFAULT = new AppPolicy(
            null,
            null,
            Sources.HUB_IF_CONFIGURED,
            Mode.ENFORCE,
            AtCleanup.BLOCK,
            LeftBehind.WARN,
            false,
            false,
            List.of());

    private static final Duration LONGEST_WINDOW = Duration.ofDays(8);

    /**
     * Copies the list.
     *
     * @throws IllegalArgumentException if a time is negative or more than 8 days
     */
    public AppPolicy {
        requireWindow(settleWindow);
        requireWindow(evidenceAge);
        Objects.requireNonNull(sources, "sources");
        Objects.requireNonNull(mode, "mode");
        Objects.requireNonNull(entitiesAtCleanup, "entitiesAtCleanup");
        Objects.requireNonNull(entitiesLeftBehind, "entitiesLeftBehind");
        eternals = List.copyOf(eternals);
    }

    private static void requireWindow(@Nullable Duration window) {
        if (window != null && (window.isNegative() || window.compareTo(LONGEST_WINDOW) > 0)) {
            throw new IllegalArgumentException("settle window and age of evidence are not negative and at most 8 days");
        }
    }

    /**
     * Returns this policy with another fate of entities at clean-up.
     *
     * @param value the fate
     * @return the policy
     */
    public AppPolicy withEntitiesAtCleanup(AtCleanup value) {
        return new AppPolicy(
                settleWindow,
                evidenceAge,
                sources,
                mode,
                value,
                entitiesLeftBehind,
                requireObservation,
                requireSeal,
                eternals);
    }

    /**
     * Tells whether what is not READY is refused.
     *
     * @return false if it is only told
     */
    public boolean isEnforced() {
        return mode == Mode.ENFORCE;
    }

    /** What must have been read before a verdict can be READY. */
    public enum Sources {
        /** The hub itself, where an inspector is configured; else events. */
        HUB_IF_CONFIGURED,
        /** Events are enough; a hub that cannot be read is judged by its events. */
        EVENTS
    }

    /** Whether verdicts are enforced. */
    public enum Mode {
        /** What is not READY is refused. */
        ENFORCE,
        /** Everything passes, and the log says what would have been refused. */
        OBSERVE
    }

    /** What becomes of entity state when a hub's data is removed. */
    public enum AtCleanup {
        /** The hub is kept while it holds any. */
        BLOCK,
        /** It goes with the hub. */
        DROP
    }

    /** What a stage does when the live hub holds entities, which the next release will not see. */
    public enum LeftBehind {
        /** It warns. */
        WARN,
        /** It is refused. */
        BLOCK
    }
}
