// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.deployment;

import io.hubgate.model.Actor;
import io.hubgate.model.Holder;
import io.hubgate.model.TaskHubName;
import io.hubgate.model.Token;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One recorded change of an app: who, when, what, why, on which evidence. Decisions are only ever appended, and each carries the hash of the
 * stored bytes of the one before.
 *
 * @param sequence 1 for the first, then counting up
 * @param at when
 * @param actor who
 * @param command the command's word
 * @param holder the pipeline run, or null
 * @param taskHub the hub that the command named, or null
 * @param summary one sentence: what changed
 * @param token the app's token after it
 * @param reason what the caller gave as a reason, or null
 * @param verdict the verdict that it stands on, or null
 * @param force the force that was used, or null
 * @param wouldRefuse whether it passed only because the app's policy observes: the code {@code WOULD_REFUSE}
 * @param previousHash the hash of the decision before, empty for the first
 */
public record Decision(
        long sequence,
        Instant at,
        Actor actor,
        String command,
        @Nullable Holder holder,
        @Nullable TaskHubName taskHub,
        String summary,
        Token token,
        @Nullable String reason,
        @Nullable VerdictDigest verdict,
        @Nullable ForceMark force,
        boolean wouldRefuse,
        String previousHash) {}
