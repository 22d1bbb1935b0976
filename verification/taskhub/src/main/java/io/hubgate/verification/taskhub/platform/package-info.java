// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
/**
 * A model of the engine with the Azure Storage provider: what it writes in which order, and what it publishes. It follows the sources of the engine
 * and the recordings, and acts one write at a time, so that a reader can come in between any two.
 */
@NullMarked
package io.hubgate.verification.taskhub.platform;

import org.jspecify.annotations.NullMarked;
