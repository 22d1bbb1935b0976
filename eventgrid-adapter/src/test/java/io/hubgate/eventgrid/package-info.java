// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
/** Tests of the parser and of the webhook. */
@NullMarked
package io.hubgate.eventgrid;

import org.jspecify.annotations.NullMarked;
