// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
/** Verdicts and hubs as text for a person. Everything foreign in it is escaped; nothing here decides anything. */
@NullMarked
package io.hubgate.examples.cli.text;

import org.jspecify.annotations.NullMarked;
