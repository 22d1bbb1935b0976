// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.store;

import io.hubgate.tracking.InstanceRecord;
import org.jspecify.annotations.Nullable;

/**
 * One conditional write of an instance.
 *
 * @param record what to store
 * @param expected the revision that the stored record must have, or null if there must be none
 */
public record InstanceWrite(InstanceRecord record, @Nullable Revision expected) {}
