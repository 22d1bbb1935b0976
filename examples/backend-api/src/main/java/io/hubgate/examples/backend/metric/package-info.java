// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
/** What the backend counts and times, for Prometheus. No label ever holds foreign text. */
@NullMarked
package io.hubgate.examples.backend.metric;

import org.jspecify.annotations.NullMarked;
