// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
/**
 * What is known of an orchestration instance from its lifecycle events: one event, one record, and the join that makes records out of
 * events in any order and number. Pure values, without storage.
 */
@NullMarked
package io.hubgate.tracking;

import org.jspecify.annotations.NullMarked;
