// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
/** The tables of instances and history, read without any payload. */
@NullMarked
package io.hubgate.taskhub.azurestorage.internal.rows;

import org.jspecify.annotations.NullMarked;
