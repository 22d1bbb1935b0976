// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.verification.recordings;

/** What a judge says of a hub. */
enum Said {
    /** Nothing is left. */
    READY,
    /** Something is left. */
    NOT_READY,
    /** It cannot be told. */
    UNKNOWN
}
