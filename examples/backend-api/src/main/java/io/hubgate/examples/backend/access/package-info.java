// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
/**
 * Who may call what: keys with roles, read from a file and read again when it changes, and the guard that keeps browsers and proxies out
 * of a backend that has no keys. Knows nothing of an HTTP library; keys are held as digests only.
 */
@NullMarked
package io.hubgate.examples.backend.access;

import org.jspecify.annotations.NullMarked;
