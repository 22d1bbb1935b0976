// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
/** Calls a running backend over real HTTP and holds every exchange against {@code openapi.yaml}. */
@NullMarked
package io.hubgate.examples.backend.contract;

import org.jspecify.annotations.NullMarked;
