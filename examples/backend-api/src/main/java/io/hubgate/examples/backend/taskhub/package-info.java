// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
/** Looks at task hubs, and removes them, in the accounts that the settings name for each app. */
@NullMarked
package io.hubgate.examples.backend.taskhub;

import org.jspecify.annotations.NullMarked;
