// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
/** How an account of Azure Storage is reached, and how fast it may be asked. */
@NullMarked
package io.hubgate.taskhub.azurestorage.access;

import org.jspecify.annotations.NullMarked;
