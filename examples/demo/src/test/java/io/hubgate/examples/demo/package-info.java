// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
/** Tests of the demo: it is run whole, against the backend's jar. */
@NullMarked
package io.hubgate.examples.demo;

import org.jspecify.annotations.NullMarked;
