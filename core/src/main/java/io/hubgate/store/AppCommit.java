// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.store;

import io.hubgate.model.AppName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One command's write: the new record of an app and the decisions that led to it, which become visible together or not at all (rule S-3).
 *
 * @param app the app
 * @param expected the revision that the record must still have, or null if the app must not exist yet
 * @param document the new record
 * @param decisions the decisions, in order; their numbers follow those already logged
 */
public record AppCommit(AppName app, @Nullable Revision expected, Document document, List<NumberedDocument> decisions) {
    /** Copies the decisions. */
    public AppCommit {
        decisions = List.copyOf(decisions);
    }
}
