// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
/**
 * HTTP as the calls see it: routes as data, strict reading of queries and bodies, answers and problem documents as values, and the one
 * place that binds them to the server library. Every answer leaves through here, refusals of the library included.
 */
@NullMarked
package io.hubgate.examples.backend.http;

import org.jspecify.annotations.NullMarked;
