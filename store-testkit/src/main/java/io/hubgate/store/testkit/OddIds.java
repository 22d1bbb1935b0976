// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.store.testkit;

import java.util.ArrayList;
import java.util.List;

/** Ids that the extension allows and that keys of many databases do not. */
final class OddIds {
    private static final int LONGEST = 1024;

    private OddIds() {}

    /** Returns all of them, each once. */
    static List<String> all() {
        List<String> ids = new ArrayList<>(List.of(
                "a",
                "A",
                "a ",
                " a",
                "a/b",
                "a\\b",
                "a#b",
                "a?b",
                "a%b",
                "a%2Fb",
                "a%2fb",
                "a_b",
                "a+b",
                "a&b=c",
                "a'b",
                "a''b",
                "a\"b",
                "a`b",
                "a;b--",
                "a|b",
                "a:b",
                "a.b",
                "..",
                ".",
                "/",
                "\\",
                "@counter@a",
                "@Counter@a",
                "{\"id\":1}",
                "<b>a</b>",
                "null",
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
                "ss",
                "\u0130",
                "\u0131",
                "\ud83d\ude80",
                "\ud800",
                "\udc00",
                "\ud800a",
                "\udc00\ud800",
                "\uffff",
                "\ufffd",
                "?"));
        for (int length : new int[] {255, 256, 257, 512, LONGEST - 1, LONGEST}) {
            ids.add("x".repeat(length));
            ids.add("\u20ac".repeat(length - 1) + "1");
            ids.add("\u20ac".repeat(length - 1) + "2");
        }
        ids.add("\ud83d\ude80".repeat(LONGEST / 2));
        return ids;
    }
}
