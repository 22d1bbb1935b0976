// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.store;

/**
 * A decision of an app with its place in the log.
 *
 * @param sequence 1 for the first decision of the app, then counting up without a gap
 * @param document the bytes
 */
public record NumberedDocument(long sequence, Document document) {}
