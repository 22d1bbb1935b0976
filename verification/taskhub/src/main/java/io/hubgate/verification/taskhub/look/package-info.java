// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
/** A look at an image of storage, written as plainly as possible: beside it stands the real client. */
@NullMarked
package io.hubgate.verification.taskhub.look;

import org.jspecify.annotations.NullMarked;
