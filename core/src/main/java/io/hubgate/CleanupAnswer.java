// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate;

import io.hubgate.deployment.App;
import io.hubgate.readiness.Warning;
import java.util.List;

/** What became of a clean-up as a whole. */
public sealed interface CleanupAnswer {
    /**
     * It was carried out, hub by hub.
     *
     * @param app the record after it
     * @param results one for each release that is retired or being removed
     * @param warnings what the caller should know
     */
    record Done(App app, List<CleanupResult> results, List<Warning> warnings) implements CleanupAnswer {
        /** Copies the lists. */
        public Done {
            results = List.copyOf(results);
            warnings = List.copyOf(warnings);
        }
    }

    /**
     * It was refused as a whole, and nothing was done.
     *
     * @param refused why
     */
    record Refused(Answer.Refused refused) implements CleanupAnswer {}
}
