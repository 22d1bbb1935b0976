// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
/**
 * Task hubs of the Azure Storage provider of Durable Functions, looked at through the storage services' own clients. Everything here only
 * reads.
 */
@NullMarked
package io.hubgate.taskhub.azurestorage;

import org.jspecify.annotations.NullMarked;
