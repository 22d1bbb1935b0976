// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.examples.cli.text;

/** Emphasis, which is seen only where colours are. Words say everything, so nothing is lost without it. */
public enum Style {
    /** With escape sequences. */
    COLOURED,
    /** Without. */
    PLAIN;

    String good(String text) {
        return painted("1;32", text);
    }

    String bad(String text) {
        return painted("1;31", text);
    }

    String doubtful(String text) {
        return painted("1;33", text);
    }

    String strong(String text) {
        return painted("1", text);
    }

    String faint(String text) {
        return painted("2", text);
    }

    private String painted(String code, String text) {
        return this == PLAIN || text.isEmpty() ? text : "\u001B[" + code + "m" + text + "\u001B[0m";
    }
}
