// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.eventgrid;

import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * Finds where each event of a delivery begins and ends, by strings and brackets alone, so that one event that is no valid JSON does not take
 * its neighbours with it. It needs no recursion and copes with any bytes. A bracket that closes an outer one closes the inner ones too, which
 * mends most events that were broken in the middle.
 */
final class DeliverySplitter {
    private static final int END = -1;

    private final byte[] text;
    private final boolean array;
    /** What is open inside the current event: true for an object, false for an array. */
    private final BitSet open = new BitSet();

    private int depth;
    /** How many of the open ones are objects: a bracket without a partner is then known without a search. */
    private int objects;

    private int at;
    private boolean ended;
    private boolean cutOff;
    private int from;
    private int to;

    /** Begins at the first byte that is not white space. */
    DeliverySplitter(byte[] text, int from) {
        this.text = text;
        this.at = skipSpace(text, from);
        this.array = at < text.length && text[at] == '[';
        if (array) {
            at++;
        }
    }

    /** Moves to the next event; an empty place between two commas is none. Returns false at the end of the delivery. */
    boolean next() {
        while (!ended) {
            at = skipSpace(text, at);
            from = at;
            scan();
            to = at;
            int end = peek();
            if (end == ',') {
                at++;
            } else if (end == ']') {
                at++;
                closeUnlessMoreFollows();
            } else {
                ended = true;
                cutOff = array;
            }
            if (to > from) {
                return true;
            }
        }
        return false;
    }

    /** Returns where the event begins. */
    int from() {
        return from;
    }

    /** Returns where the event ends. */
    int to() {
        return to;
    }

    /** Tells whether the array has no end, once {@link #next()} was false. */
    boolean isCutOff() {
        return cutOff;
    }

    /** Returns what is wrong behind the last event, once {@link #next()} was false, or null if nothing is. */
    @Nullable
    String trouble() {
        if (cutOff) {
            return "the delivery is cut off";
        }
        return rest() < text.length ? "there is text after the end of the delivery" : null;
    }

    /** Returns where the text after the delivery begins, once {@link #next()} was false; the length of the text if nothing follows. */
    int rest() {
        return skipSpace(text, at);
    }

    static int skipSpace(byte[] text, int from) {
        int i = from;
        while (i < text.length && (text[i] == ' ' || text[i] == '\n' || text[i] == '\r' || text[i] == '\t')) {
            i++;
        }
        return i;
    }

    /** After a bracket too many, a comma tells that the delivery goes on. */
    private void closeUnlessMoreFollows() {
        int next = skipSpace(text, at);
        if (next < text.length && text[next] == ',') {
            at = next + 1;
        } else {
            ended = true;
        }
    }

    private int peek() {
        return array && at < text.length ? text[at] : END;
    }

    /** Moves to the byte after the event: a comma or bracket of the delivery, or the end of the text. */
    private void scan() {
        depth = 0;
        objects = 0;
        for (; at < text.length; at++) {
            byte b = text[at];
            if (b == '"') {
                skipString();
            } else if (b == '{' || b == '[') {
                open.set(depth++, b == '{');
                objects += b == '{' ? 1 : 0;
            } else if (b == '}' || b == ']') {
                if (closes(b == '}')) {
                    return;
                }
            } else if (b == ',' && depth == 0 && array) {
                return;
            }
        }
    }

    /** Takes a closing bracket. Returns true if the event ends before it, or, outside an array, with it. */
    private boolean closes(boolean object) {
        if ((object ? objects : depth - objects) == 0) {
            // Nothing inside the event matches: a ']' is that of the delivery, a '}' is one too many.
            return !object && array;
        }
        boolean closed;
        do {
            closed = open.get(--depth);
            objects -= closed ? 1 : 0;
        } while (closed != object);
        boolean whole = depth == 0 && !array;
        at += whole ? 1 : 0;
        return whole;
    }

    /** Stands on the closing quote afterwards, or on the last byte. */
    private void skipString() {
        int i = at + 1;
        while (i < text.length && text[i] != '"') {
            i += text[i] == '\\' ? 2 : 1;
        }
        at = Math.min(i, text.length - 1);
    }
}
