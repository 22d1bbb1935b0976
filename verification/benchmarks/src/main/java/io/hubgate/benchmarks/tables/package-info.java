// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
/** The store on Azure tables: events a second, verdicts and drops after a long history, start-up. All beside an Azurite in memory. */
@NullMarked
package io.hubgate.benchmarks.tables;

import org.jspecify.annotations.NullMarked;
