// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.store.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Ids that the extension allows and that keys of many databases do not. */
final class OddIds {
    private static final int LONGEST = 1024;

    /** Case, blanks, and what looks like a path, an escape, a wildcard, a statement or a document. */
    private static final String WRITTEN = """
            a A a/b a\\b a#b a?b a%b a%2Fb a%2fb a_b a+b a&b=c a'b a''b a"b a`b a;b-- a|b a:b a.b .. . / \\ ? null
            @counter@a @Counter@a {"id":1} <b>a</b> ss""";

    /** Blanks, control characters, what is invisible or turns the direction, what normalises or changes its length with its case. */
    private static final List<String> CHARACTERS = List.of(
            "a ",
            " a",
            "a\u0000b",
            "\u0000",
            "a\tb",
            "a\r\nb",
            "a\u007fb",
            "a\u0085b",
            "a\u2028b",
            "a\u202eb",
            "\u00e4",
            "a\u0308",
            "\u00df",
            "\u0130",
            "\u0131",
            "\ufffd",
            "\uffff");

    /** A rocket, and halves of it that stand alone or in the wrong order. */
    private static final List<String> SURROGATES =
            List.of("\ud83d\ude80", "\ud800", "\udc00", "\ud800a", "\udc00\ud800", "\ud83d\ude80".repeat(LONGEST / 2));

    private OddIds() {}

    /** Returns all of them, each once. */
    static List<String> all() {
        List<String> ids = new ArrayList<>();
        Stream.of(WRITTEN.split("\\s+")).forEach(ids::add);
        ids.addAll(CHARACTERS);
        ids.addAll(SURROGATES);
        for (int length : new int[] {255, 256, 257, 512, LONGEST - 1, LONGEST}) {
            ids.add("x".repeat(length));
            ids.add("\u20ac".repeat(length - 1) + "1");
            ids.add("\u20ac".repeat(length - 1) + "2");
        }
        return ids;
    }
}
