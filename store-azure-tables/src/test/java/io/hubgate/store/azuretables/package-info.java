// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
/** Tests of the store on Azure Table storage. */
@NullMarked
package io.hubgate.store.azuretables;

import org.jspecify.annotations.NullMarked;
