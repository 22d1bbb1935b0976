// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
/**
 * A storage server for tests: Azurite, started and stopped, or a real account; and a proxy in front of it that fails on demand. It needs no
 * Azure SDK: tests bring the clients that they are about.
 */
@NullMarked
package io.hubgate.verification.azurite;

import org.jspecify.annotations.NullMarked;
