// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
/** Tests of the stored formats: what holds for every kind of document, the golden records, and the limits of single kinds. */
@NullMarked
package io.hubgate.format;

import org.jspecify.annotations.NullMarked;
