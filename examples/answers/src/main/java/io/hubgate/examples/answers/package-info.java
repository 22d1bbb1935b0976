// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
/**
 * The documents that answers consist of: apps, verdicts, decisions, as JSON and as lines of text. Their fields are those of
 * {@code openapi.yaml}, whether the backend sends them or the command line prints them; nothing here decides anything.
 */
@NullMarked
package io.hubgate.examples.answers;

import org.jspecify.annotations.NullMarked;
