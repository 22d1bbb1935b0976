// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
/**
 * The demo: it starts the backend as a stranger would, replays what the real engine published while three releases of an app came and went,
 * and takes a pipeline's steps where the recording has them.
 */
@NullMarked
package io.hubgate.examples.demo;

import org.jspecify.annotations.NullMarked;
