// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
/** Log lines: readable for a person, or one JSON object a line; foreign text in them is escaped, keys and queries never get here. */
@NullMarked
package io.hubgate.examples.backend.log;

import org.jspecify.annotations.NullMarked;
