// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.examples.cli.account;

import java.io.Serial;

/** Something that the person at the keyboard has to put right: one sentence that says what, and one that says how. */
public final class Complaint extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final Kind kind;
    private final String fix;

    private Complaint(Kind kind, String message, String fix) {
        super(message);
        this.kind = kind;
        this.fix = fix;
    }

    /** Where the fault is. */
    public enum Kind {
        /** In the command line. */
        USAGE,
        /** In the app's own configuration. */
        CONFIGURATION,
        /** In storage, or on the way to it. */
        STORAGE
    }

    /**
     * Returns a complaint about the command line.
     *
     * @param message what is wrong; never with a secret in it
     * @param fix what to do
     * @return the complaint
     */
    public static Complaint usage(String message, String fix) {
        return new Complaint(Kind.USAGE, message, fix);
    }

    /**
     * Returns a complaint about the app's own configuration.
     *
     * @param message what is wrong
     * @param fix what to do
     * @return the complaint
     */
    public static Complaint misconfigured(String message, String fix) {
        return new Complaint(Kind.CONFIGURATION, message, fix);
    }

    /**
     * Returns a complaint about storage.
     *
     * @param message what is wrong
     * @param fix what to do
     * @return the complaint
     */
    public static Complaint unknown(String message, String fix) {
        return new Complaint(Kind.STORAGE, message, fix);
    }

    /**
     * Returns where the fault is.
     *
     * @return the kind
     */
    public Kind kind() {
        return kind;
    }

    /**
     * Returns what to do.
     *
     * @return one sentence
     */
    public String fix() {
        return fix;
    }
}
