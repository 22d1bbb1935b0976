// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.hubgate.rule.Rule;
import io.hubgate.store.Document;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every kind of document, over many random values. The seed of a failure is in its message. */
class RoundTripTest {
    private static final int SEEDS = 300;

    static List<DocumentKind<?>> kinds() {
        return DocumentKind.ALL;
    }

    @ParameterizedTest
    @MethodSource("kinds")
    @Rule({"S-10", "S-14"})
    <T> void every_value_comes_back_exactly_with_casing_and_nanoseconds(DocumentKind<T> kind) {
        IntStream.range(0, SEEDS).forEach(seed -> {
            T value = kind.randomValue(new RandomValues(seed));
            T back = kind.read().apply(kind.write().apply(value));
            assertThat(back).as("seed %d", seed).isEqualTo(value).hasToString(value.toString());
        });
    }

    @ParameterizedTest
    @MethodSource("kinds")
    @Rule("S-10")
    <T> void the_same_value_becomes_the_same_bytes(DocumentKind<T> kind) {
        IntStream.range(0, SEEDS).forEach(seed -> {
            Document once = kind.write().apply(kind.randomValue(new RandomValues(seed)));
            Document again = kind.write().apply(kind.randomValue(new RandomValues(seed)));
            assertThat(again).as("seed %d", seed).isEqualTo(once);
            assertThat(kind.rewritten(once)).as("seed %d", seed).isEqualTo(once);
        });
    }

    @ParameterizedTest
    @MethodSource("kinds")
    @Rule("S-10")
    <T> void every_document_is_ascii_that_begins_with_the_oldest_format(DocumentKind<T> kind) {
        IntStream.range(0, SEEDS).forEach(seed -> {
            Document document = kind.write().apply(kind.randomValue(new RandomValues(seed)));
            assertThat(new String(document.bytes(), StandardCharsets.ISO_8859_1))
                    .as("seed %d", seed)
                    .startsWith("{\"f\":1,")
                    .matches("[\\x20-\\x7f]*");
        });
    }

    @ParameterizedTest
    @MethodSource("kinds")
    <T> void a_document_that_is_cut_anywhere_is_unreadable(DocumentKind<T> kind) {
        byte[] whole = kind.write().apply(kind.randomValue(new RandomValues(7))).bytes();
        for (int length = 0; length < whole.length; length++) {
            Document cut = new Document(Arrays.copyOf(whole, length));
            assertThatExceptionOfType(UnreadableDocumentException.class)
                    .as("cut to %d bytes", length)
                    .isThrownBy(() -> kind.read().apply(cut));
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    @Rule("S-10")
    <T> void a_newer_document_is_refused_as_newer(DocumentKind<T> kind) {
        String bytes = new String(
                kind.write().apply(kind.randomValue(new RandomValues(1))).bytes(), StandardCharsets.US_ASCII);
        Document newer = new Document(bytes.replaceFirst("1", "2").getBytes(StandardCharsets.US_ASCII));
        assertThatExceptionOfType(UnsupportedFormatException.class)
                .isThrownBy(() -> kind.read().apply(newer));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    @Rule("S-10")
    <T> void a_field_of_another_format_is_refused_in_every_object(DocumentKind<T> kind) {
        for (int seed = 0; seed < 20; seed++) {
            String bytes = new String(
                    kind.write().apply(kind.randomValue(new RandomValues(seed))).bytes(), StandardCharsets.US_ASCII);
            for (int at = bytes.indexOf('}'); at >= 0; at = bytes.indexOf('}', at + 1)) {
                String more = bytes.substring(0, at) + ",\"later\":true" + bytes.substring(at);
                Document later = new Document(more.getBytes(StandardCharsets.US_ASCII));
                assertThatExceptionOfType(UnreadableDocumentException.class)
                        .as(more)
                        .isThrownBy(() -> kind.read().apply(later))
                        .withMessageContaining("later is no field of this format");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    <T> void a_damaged_byte_never_escapes_as_another_exception(DocumentKind<T> kind) {
        byte[] whole = kind.write().apply(kind.randomValue(new RandomValues(7))).bytes();
        byte[] damages = {0, '"', '{', '9', (byte) 0xff};
        for (int at = 0; at < whole.length; at++) {
            byte[] damaged = whole.clone();
            damaged[at] = damages[at % damages.length];
            assertReadOrRefused(kind, new Document(damaged));
        }
    }

    private static <T> void assertReadOrRefused(DocumentKind<T> kind, Document document) {
        try {
            assertThat(kind.read().apply(document)).isNotNull();
        } catch (UnreadableDocumentException | UnsupportedFormatException expected) {
            assertThat(expected.fix()).isNotBlank();
        }
    }
}
