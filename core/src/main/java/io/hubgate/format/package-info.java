// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
/**
 * How core's documents become bytes and values again: JSON in ASCII that begins with a format number. The same value always becomes the same
 * bytes, and every text and time comes back exactly. A format, once released, never changes: whatever it cannot carry (a new field, a new word)
 * gets a new number. A document is written in the oldest format that can carry it, and in a newer one than before only after
 * {@code HUBGATE_FORMAT} was raised, so that old and new backends run side by side. For the same reason a field that its format does not
 * have makes a document unreadable: code that skipped it would lose it with its next write.
 */
@NullMarked
package io.hubgate.format;

import org.jspecify.annotations.NullMarked;
