// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
/** What an app's {@code host.json} says of its task hub, with the settings that it names. */
@NullMarked
package io.hubgate.examples.cli.hostjson;

import org.jspecify.annotations.NullMarked;
