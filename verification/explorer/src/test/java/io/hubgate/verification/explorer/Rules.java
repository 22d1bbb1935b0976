// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.verification.explorer;

import java.util.EnumSet;
import java.util.Set;

/**
 * Which rules hold in an exploration; taking one out shows what it is for.
 *
 * @param out the rules that are taken out
 */
record Rules(Set<Rule> out) {
    static final Rules ALL = new Rules(EnumSet.noneOf(Rule.class));

    /** A rule of the clients or of the machine. */
    enum Rule {
        /** Clients stage again immediately before they write. */
        STAGE_AGAIN,
        /** Clients swap again immediately before the physical swap. */
        SWAP_AGAIN,
        /** An abort counts only with the token that was read before looking. */
        TOKEN_AT_ABORT,
        /** Any other observation counts only with the token that was read before looking. */
        TOKEN_AT_LOOK,
        /** A client aborts another's deployment only if it had expired when the token was read. */
        EXPIRED_AT_LOOK,
        /** The machine renews a lease of which less than half is left. */
        RENEWAL,
        /** A verdict is given on every hub that a slot may hold, and not only on the recorded one. */
        OCCUPANTS,
        /** The app's policy requires a seal where the scope has triggers. */
        SEAL,
        /** A seal, and a stage after it, is refused while a host works on what the slot may hold. */
        SEAL_SEES_HOSTS
    }

    static Rules without(Rule rule) {
        return new Rules(EnumSet.of(rule));
    }

    boolean hold(Rule rule) {
        return !out.contains(rule);
    }

    /** Whether a stale token refuses every call. */
    boolean needTokens() {
        return hold(Rule.TOKEN_AT_ABORT) && hold(Rule.TOKEN_AT_LOOK);
    }
}
