// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.taskhub;

import io.hubgate.model.AppName;
import org.jspecify.annotations.Nullable;

/**
 * Knows the inspector of each app, where apps keep their hubs in accounts of their own. It is asked before each look, so it should answer from
 * memory, and the same inspector for the same app. Implementations are thread-safe.
 */
@FunctionalInterface
public interface TaskHubInspectors {
    /**
     * Returns what looks at the hubs of an app.
     *
     * @param app the app, or null for a hub that no app has claimed
     * @return its inspector; where none can look, one whose looks fail and say why: what was not seen is never taken for empty (rule R-2)
     */
    TaskHubInspector of(@Nullable AppName app);
}
