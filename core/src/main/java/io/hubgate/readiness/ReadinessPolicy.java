// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.readiness;

import java.time.Duration;
import java.util.Objects;

/**
 * How careful a verdict is. The defaults are safe.
 *
 * @param settleWindow how long events must have been quiet before they count; zero is allowed
 * @param evidenceAge how old evidence may be when it is used; zero is allowed
 * @param gracePeriod how long a retired hub's data is kept
 * @param samples how many instances a blocker shows, 1 to 100
 * @param app what the app decided for itself
 */
public record ReadinessPolicy(
        Duration settleWindow, Duration evidenceAge, Duration gracePeriod, int samples, AppPolicy app) {
    /** Two minutes, thirty seconds, seven days, twenty samples. */
    public static final ReadinessPolicy DEFAULT =
            new ReadinessPolicy(Duration.ofMinutes(2), Duration.ofSeconds(30), Duration.ofDays(7), 20);

    /**
     * A policy for apps that decided nothing for themselves.
     *
     * @param settleWindow how long events must have been quiet before they count; zero is allowed
     * @param evidenceAge how old evidence may be when it is used; zero is allowed
     * @param gracePeriod how long a retired hub's data is kept
     * @param samples how many instances a blocker shows, 1 to 100
     * @throws IllegalArgumentException if a value is outside its range
     */
    public ReadinessPolicy(Duration settleWindow, Duration evidenceAge, Duration gracePeriod, int samples) {
        this(settleWindow, evidenceAge, gracePeriod, samples, AppPolicy.DEFAULT);
    }

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException if a value is outside its range
     */
    public ReadinessPolicy {
        if (settleWindow.isNegative() || evidenceAge.isNegative() || gracePeriod.isNegative()) {
            throw new IllegalArgumentException("settle window, age of evidence and grace period are not negative");
        }
        Objects.requireNonNull(app, "app");
        if (samples < 1 || samples > 100) {
            throw new IllegalArgumentException("samples are 1 to 100");
        }
    }

    /**
     * Returns this policy with another settle window.
     *
     * @param window the window, not negative
     * @return the policy
     */
    public ReadinessPolicy withSettleWindow(Duration window) {
        return new ReadinessPolicy(window, evidenceAge, gracePeriod, samples, app);
    }

    /**
     * Returns this policy with what an app decided for itself, which wins over what it says for all.
     *
     * @param value the app's policy
     * @return the policy
     */
    public ReadinessPolicy withApp(AppPolicy value) {
        return new ReadinessPolicy(
                Objects.requireNonNullElse(value.settleWindow(), settleWindow),
                Objects.requireNonNullElse(value.evidenceAge(), evidenceAge),
                gracePeriod,
                samples,
                value);
    }
}
