// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.store;

/**
 * A document as a listing returns it.
 *
 * @param key its key on the shelf, or the app's name in lower case
 * @param document the bytes
 * @param revision its revision
 */
public record StoredDocument(String key, Document document, Revision revision) {}
