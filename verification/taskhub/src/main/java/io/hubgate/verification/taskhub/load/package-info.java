// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
/** Lays an image of storage out in real accounts, as the engine would have left it there. */
@NullMarked
package io.hubgate.verification.taskhub.load;

import org.jspecify.annotations.NullMarked;
