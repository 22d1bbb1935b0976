// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
/** Which storage accounts to look at, and with what right. Secrets are kept here and never shown. */
@NullMarked
package io.hubgate.examples.cli.account;

import org.jspecify.annotations.NullMarked;
