// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
/**
 * The settings of the backend: one list of names, read from flags and environment variables, checked before anything starts. A setting
 * that this version cannot honour is refused, never ignored.
 */
@NullMarked
package io.hubgate.examples.backend.settings;

import org.jspecify.annotations.NullMarked;
