// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.deployment;

import io.hubgate.readiness.AppPolicy;
import java.util.List;

/** Policies that differ from the default in one thing. */
final class Policies {
    static final AppPolicy OBSERVE = of(AppPolicy.Mode.OBSERVE, AppPolicy.LeftBehind.WARN, false, false);
    static final AppPolicy NO_ENTITIES_LEFT = of(AppPolicy.Mode.ENFORCE, AppPolicy.LeftBehind.BLOCK, false, false);
    static final AppPolicy OBSERVATION = of(AppPolicy.Mode.ENFORCE, AppPolicy.LeftBehind.WARN, true, false);
    static final AppPolicy SEAL = of(AppPolicy.Mode.ENFORCE, AppPolicy.LeftBehind.WARN, false, true);

    private Policies() {}

    private static AppPolicy of(
            AppPolicy.Mode mode, AppPolicy.LeftBehind leftBehind, boolean observation, boolean seal) {
        return new AppPolicy(
                null,
                null,
                AppPolicy.Sources.HUB_IF_CONFIGURED,
                mode,
                AppPolicy.AtCleanup.BLOCK,
                leftBehind,
                observation,
                seal,
                List.of());
    }
}
