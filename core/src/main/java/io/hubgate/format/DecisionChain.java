// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.format;

import io.hubgate.deployment.Decision;
import io.hubgate.deployment.LogHead;
import io.hubgate.format.ChainReport.Broken;
import io.hubgate.format.ChainReport.Fault;
import io.hubgate.format.ChainReport.Intact;
import io.hubgate.store.Document;
import io.hubgate.store.NumberedDocument;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * The chain of an app's decisions (rule P-9): each carries the hash over the stored bytes of the one before, and the app's record carries
 * number and hash of the latest. Whoever changes, removes or moves a decision must change all later ones and the record as well. It guards
 * against accidents and quiet edits, not against somebody who may write the whole store. Thread-safe; never blocks.
 */
public final class DecisionChain {
    private DecisionChain() {}

    /**
     * Returns the hash of a stored decision.
     *
     * @param decision its document, exactly as it is stored
     * @return SHA-256 over the bytes, as 64 hexadecimal digits in lower case
     */
    public static String hash(Document decision) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(decision.bytes());
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /**
     * Returns the head of a log that ends in a decision.
     *
     * @param latest the latest decision, exactly as it is stored
     * @return its number and hash, for the app's record and the next decision
     */
    public static LogHead headOf(NumberedDocument latest) {
        return new LogHead(latest.sequence(), hash(latest.document()));
    }

    /**
     * Checks a piece of a log from its newest decision back, as {@link io.hubgate.store.AppStore#decisions} returns it when asked for what
     * is older than {@code head.sequence() + 1}. For a log of several pages, call it again with the {@linkplain Intact#rest() rest} of the
     * page before, until that is {@linkplain Intact#isWhole() whole}.
     *
     * @param head the head that the piece must end in: that of the app's record, or the rest of the page before
     * @param newestFirst the decisions, the newest first
     * @return intact, or the newest place where the log breaks
     * @throws UnsupportedFormatException if a sound decision is of a newer format
     * @throws ObsoleteFormatException if a sound decision is of an older format than is still understood
     */
    public static ChainReport verify(LogHead head, List<NumberedDocument> newestFirst) {
        if (newestFirst.isEmpty() && !head.equals(LogHead.EMPTY)) {
            return new Broken(head.sequence(), Fault.MISSING);
        }
        if (!newestFirst.isEmpty() && newestFirst.get(0).sequence() > head.sequence()) {
            return new Broken(newestFirst.get(0).sequence(), Fault.SURPLUS);
        }
        LogHead expected = head;
        for (NumberedDocument found : newestFirst) {
            if (!headOf(found).equals(expected)) {
                return broken(expected, found, newestFirst);
            }
            Decision decision = DecisionFormat.read(found.document());
            expected = new LogHead(expected.sequence() - 1, decision.previousHash());
        }
        return new Intact(expected);
    }

    private static Broken broken(LogHead expected, NumberedDocument found, List<NumberedDocument> all) {
        if (expected.equals(LogHead.EMPTY)) {
            return new Broken(found.sequence(), Fault.SURPLUS);
        }
        if (all.stream().anyMatch(d -> hash(d.document()).equals(expected.hash()))) {
            return new Broken(expected.sequence(), Fault.REORDERED);
        }
        boolean there = all.stream().anyMatch(d -> d.sequence() == expected.sequence());
        return new Broken(expected.sequence(), there ? Fault.TAMPERED : Fault.MISSING);
    }
}
