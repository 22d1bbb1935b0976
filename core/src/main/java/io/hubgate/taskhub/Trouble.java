// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.taskhub;

/** Why a hub could not be looked at. Each is its own reason of an UNKNOWN verdict, by the same name (rule R-20). */
public enum Trouble {
    /** Nothing of the hub exists. */
    HUB_MISSING,
    /** Some of what every hub has does not exist, or not where it is configured. */
    HUB_INCOMPLETE,
    /** Storage refuses the identity. */
    ACCESS_DENIED,
    /** Storage asks for fewer requests. */
    THROTTLED,
    /** Storage does not answer. */
    UNREACHABLE,
    /** Storage, or something between, answers what cannot be understood. */
    UNREADABLE,
    /** The app keeps its hub elsewhere than in Azure Storage, or reading it is not supported. */
    UNSUPPORTED_BACKEND,
    /** The inspection is not finished; it goes on. */
    INSPECTING
}
