// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
/** The calls themselves, a class for each group: each reads its request, asks whether the caller may, and asks {@code Hubgate}. */
@NullMarked
package io.hubgate.examples.backend.api;

import org.jspecify.annotations.NullMarked;
