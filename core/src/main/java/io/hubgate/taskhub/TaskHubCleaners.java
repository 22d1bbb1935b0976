// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.taskhub;

import io.hubgate.model.AppName;

/**
 * Knows the cleaner of each app, where apps keep their hubs in accounts of their own. Implementations are thread-safe.
 */
@FunctionalInterface
public interface TaskHubCleaners {
    /**
     * Returns what removes the hubs of an app.
     *
     * @param app the app
     * @return its cleaner; where there is none, one that throws and says why
     */
    TaskHubCleaner of(AppName app);
}
