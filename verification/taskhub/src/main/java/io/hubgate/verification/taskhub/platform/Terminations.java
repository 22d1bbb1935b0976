// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.verification.taskhub.platform;

/** What the versions of the extension publish when an orchestration is terminated. */
public enum Terminations {
    /** Terminated, as it should be. */
    TOLD,
    /** Nothing. */
    SILENT,
    /** Completed. */
    TOLD_AS_COMPLETED
}
