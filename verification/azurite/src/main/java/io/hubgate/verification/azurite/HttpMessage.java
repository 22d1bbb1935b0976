// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.verification.azurite;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A request or reply of HTTP/1.1 as its bytes, untouched: only its end is found, by the rules of RFC 9112, section 6. */
final class HttpMessage {
    private static final int LONGEST_HEAD = 1 << 20;

    private final byte[] head;
    private final byte[] body;

    private HttpMessage(byte[] head, byte[] body) {
        this.head = head;
        this.body = body;
    }

    /** Reads a request, or returns null if the sender has closed the connection instead. */
    static @Nullable HttpMessage request(InputStream in, OutputStream back) throws IOException {
        byte[] head = head(in);
        if (head.length == 0) {
            return null;
        }
        HttpMessage request = new HttpMessage(head, new byte[0]);
        if ("100-continue".equalsIgnoreCase(request.header("Expect"))) {
            back.write("HTTP/1.1 100 Continue\r\n\r\n".getBytes(ISO_8859_1));
            back.flush();
        }
        return new HttpMessage(head, request.isSized() ? sizedBody(request, in) : new byte[0]);
    }

    /** Reads the final reply to a request; interim ones are left out. */
    static HttpMessage reply(InputStream in, String method) throws IOException {
        HttpMessage reply;
        do {
            byte[] head = head(in);
            if (head.length == 0) {
                throw new EOFException("no reply");
            }
            reply = new HttpMessage(head, new byte[0]);
        } while (reply.status() / 100 == 1);
        if (method.equals("HEAD") || reply.status() == 204 || reply.status() == 304) {
            return reply;
        }
        return new HttpMessage(reply.head, reply.isSized() ? sizedBody(reply, in) : in.readAllBytes());
    }

    /** The start line and the headers, with the empty line. */
    byte[] head() {
        return head;
    }

    /** The body as it travelled, with the sizes of its chunks. */
    byte[] body() {
        return body;
    }

    /** The first line, without its end. */
    String startLine() {
        String text = new String(head, ISO_8859_1);
        return text.substring(0, text.indexOf("\r\n"));
    }

    /** The status of a reply. */
    int status() {
        return Integer.parseInt(startLine().split(" ", 3)[1]);
    }

    /** The value of a header, or null if there is none. */
    @Nullable
    String header(String name) {
        for (String line : new String(head, ISO_8859_1).split("\r\n", -1)) {
            int colon = line.indexOf(':');
            if (colon > 0 && line.substring(0, colon).strip().equalsIgnoreCase(name)) {
                return line.substring(colon + 1).strip();
            }
        }
        return null;
    }

    /** Tells whether no other message follows on its connection. */
    boolean isLast() {
        boolean endsWithConnection = startLine().startsWith("HTTP/") && body.length > 0 && !isSized();
        return "close".equalsIgnoreCase(header("Connection")) || endsWithConnection;
    }

    byte[] bytes() {
        byte[] all = new byte[head.length + body.length];
        System.arraycopy(head, 0, all, 0, head.length);
        System.arraycopy(body, 0, all, head.length, body.length);
        return all;
    }

    private boolean isSized() {
        return isChunked() || header("Content-Length") != null;
    }

    private boolean isChunked() {
        String coding = header("Transfer-Encoding");
        return coding != null && coding.toLowerCase(Locale.ROOT).endsWith("chunked");
    }

    private static byte[] sizedBody(HttpMessage message, InputStream in) throws IOException {
        String length = message.header("Content-Length");
        return message.isChunked() || length == null ? chunks(in) : exactly(in, Integer.parseInt(length));
    }

    private static byte[] exactly(InputStream in, int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("the body ends after " + bytes.length + " of " + length + " bytes");
        }
        return bytes;
    }

    private static byte[] chunks(InputStream in) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        int size;
        do {
            String line = line(in, all);
            size = Integer.parseInt(line.split(";", 2)[0].strip(), 16);
            all.write(exactly(in, size));
            if (size > 0) {
                line(in, all);
            }
        } while (size > 0);
        while (!line(in, all).isEmpty()) {
            // A trailer.
        }
        return all.toByteArray();
    }

    /** Reads up to the empty line, or nothing at the end of the stream. */
    private static byte[] head(InputStream in) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        int first = in.read();
        if (first < 0) {
            return new byte[0];
        }
        all.write(first);
        do {
            if (all.size() > LONGEST_HEAD) {
                throw new IOException("the head of a message is longer than " + LONGEST_HEAD + " bytes");
            }
        } while (!line(in, all).isEmpty());
        return all.toByteArray();
    }

    /** Reads a line, appends it with its end, and returns it without. */
    private static String line(InputStream in, ByteArrayOutputStream all) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("the message ends in a line");
            }
            all.write(next);
            if (next != '\r') {
                line.append((char) next);
            }
        }
        all.write('\n');
        return line.toString();
    }
}
