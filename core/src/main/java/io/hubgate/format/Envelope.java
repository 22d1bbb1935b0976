// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.format;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hubgate.store.Document;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * What all stored documents have in common: one JSON object in ASCII whose first field is the format number. The number is read before
 * anything else is, so that a newer document is refused as newer, whatever it looks like behind the number.
 *
 * <p>Whatever is not ASCII is escaped, UTF-16 unit by UTF-16 unit: ids of instances may hold half a surrogate pair, which UTF-8 cannot carry.
 */
final class Envelope {
    private static final FormatNumber FIRST = new FormatNumber(1);
    private static final byte[] BEGINNING = "{\"f\":".getBytes(StandardCharsets.US_ASCII);
    private static final int MOST_DIGITS = 6;

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private Envelope() {}

    /** Returns a document of the first format, which can carry every value there is so far. */
    static Document write(Consumer<FieldWriter> fields) {
        byte[] bytes = bytes(fields);
        if (bytes.length > Document.LARGEST) {
            throw new DocumentTooLargeException(bytes.length);
        }
        return new Document(bytes);
    }

    /** Returns what a document would consist of, however large. */
    static byte[] bytes(Consumer<FieldWriter> fields) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(out)) {
            json.writeStartObject();
            FieldWriter writer = new FieldWriter(json);
            writer.number("f", FIRST.value());
            fields.accept(writer);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory failed", e);
        }
        return out.toByteArray();
    }

    /**
     * Reads a document of a format that this code understands.
     *
     * @throws UnsupportedFormatException if its format is newer
     * @throws ObsoleteFormatException if its format is older
     * @throws UnreadableDocumentException if it is no document of its kind
     */
    static <T> T read(Document document, Function<FieldReader, T> fields) {
        byte[] bytes = document.bytes();
        numberOf(bytes).between(FormatNumber.OLDEST, FormatNumber.NEWEST);
        ObjectNode root = parsed(bytes);
        root.remove("f");
        return FieldReader.read(root, "", fields);
    }

    /** Reads the number without understanding the rest. */
    private static FormatNumber numberOf(byte[] bytes) {
        int end = BEGINNING.length;
        int number = 0;
        while (end < bytes.length && end - BEGINNING.length < MOST_DIGITS && isDigit(bytes[end])) {
            number = number * 10 + bytes[end] - '0';
            end++;
        }
        boolean whole = begins(bytes) && end < bytes.length && (bytes[end] == ',' || bytes[end] == '}');
        if (!whole || number < 1) {
            throw new UnreadableDocumentException("it does not begin with a format number");
        }
        return new FormatNumber(number);
    }

    private static boolean begins(byte[] bytes) {
        for (int i = 0; i < BEGINNING.length; i++) {
            if (i >= bytes.length || bytes[i] != BEGINNING[i]) {
                return false;
            }
        }
        return true;
    }

    private static boolean isDigit(byte b) {
        return b >= '0' && b <= '9';
    }

    private static ObjectNode parsed(byte[] bytes) {
        try {
            JsonNode root = JSON.readTree(bytes);
            if (root instanceof ObjectNode object) {
                return object;
            }
        } catch (IOException e) {
            throw new UnreadableDocumentException("it is not JSON", e);
        }
        throw new UnreadableDocumentException("it is not a JSON object");
    }
}
