// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.examples.backend.settings;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where the task hubs are, if they are looked at, and what a clean-up removes.
 *
 * @param account the account of all hubs that no other is named for, or null
 * @param accountsFile the file that names other accounts for some apps, or null
 * @param cleanup what a clean-up removes
 */
public record TaskHubs(
        @Nullable StorageAccount account, @Nullable Path accountsFile, Cleanup cleanup) {
    /** Checks that hubs which are to be removed can be looked at. */
    public TaskHubs {
        if (cleanup != Cleanup.TRACKING && account == null && accountsFile == null) {
            throw new SettingsException(Setting.CLEANUP_SCOPE.variable() + " is " + cleanup.word()
                    + ", and no account of task hubs is named: set " + Setting.TASKHUB_CONNECTION_STRING.variable()
                    + ", " + Setting.TASKHUB_ENDPOINT.variable() + " or " + Setting.TASKHUB_ACCOUNTS_FILE.variable());
        }
    }

    /** What a clean-up removes. */
    public enum Cleanup {
        /** Our own data only. */
        TRACKING("tracking"),
        /** The hub's own storage too. */
        TASK_HUB("task-hub"),
        /** The hub's rows in tables that other hubs use, besides. */
        TASK_HUB_AND_SHARED_ROWS("task-hub-and-shared-rows");

        private final String word;

        Cleanup(String word) {
            this.word = word;
        }

        /**
         * Returns the word of the setting.
         *
         * @return such as {@code task-hub}
         */
        public String word() {
            return word;
        }
    }

    /**
     * Tells whether hubs are looked at.
     *
     * @return true if an account is named, for all apps or for some
     */
    public boolean areInspected() {
        return account != null || accountsFile != null;
    }
}
