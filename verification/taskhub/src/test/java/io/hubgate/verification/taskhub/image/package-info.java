// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
/** What a recording may lack and still be read. */
@NullMarked
package io.hubgate.verification.taskhub.image;

import org.jspecify.annotations.NullMarked;
