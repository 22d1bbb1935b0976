// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
/** The storage of task hubs at one moment, as plain values: read from a recording, or laid out by the model of the platform. */
@NullMarked
package io.hubgate.verification.taskhub.image;

import org.jspecify.annotations.NullMarked;
