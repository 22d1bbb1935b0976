// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
/**
 * The SPI of a task hub's own storage: what an inspector is asked and what it saw, as facts without judgement. The rules of {@link
 * io.hubgate.readiness} judge them. Facts about the platform come from its sources and from recordings of the running engine.
 */
@NullMarked
package io.hubgate.taskhub;

import org.jspecify.annotations.NullMarked;
