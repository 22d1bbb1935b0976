// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.hubgate.error.ErrorCode;
import io.hubgate.error.HubgateException;
import io.hubgate.rule.Rule;
import io.hubgate.store.Document;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Rule("S-10")
class EnvelopeTest {

    @Nested
    class Writing {
        @Test
        void begins_with_the_number_and_keeps_the_order_of_the_fields() {
            Document document = Envelope.write(fields -> {
                fields.text("z", "last letter first");
                fields.number("a", Long.MAX_VALUE);
                fields.flag("b", false);
            });
            assertThat(text(document))
                    .isEqualTo("{\"f\":1,\"z\":\"last letter first\",\"a\":9223372036854775807,\"b\":false}");
        }

        @Test
        void leaves_out_what_is_null() {
            assertThat(text(Envelope.write(fields -> fields.text("a", null)))).isEqualTo("{\"f\":1}");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "plain",
                    "",
                    "ünï",
                    "\uD83D\uDE00",
                    "\uD83D alone",
                    "\uDE00",
                    "\u0000\u001f\u007f\u2028\u202e",
                    "\"\\/",
                    "a\nb"
                })
        void carries_any_text_in_ascii(String value) {
            Document document = Envelope.write(fields -> fields.text("t", value));
            assertThat(new String(document.bytes(), StandardCharsets.ISO_8859_1))
                    .matches("[\\x20-\\x7f]*");
            assertThat(Envelope.<String>read(document, fields -> fields.text("t", t -> t)))
                    .isEqualTo(value);
        }

        @Test
        void refuses_what_no_store_need_take() {
            assertThatExceptionOfType(DocumentTooLargeException.class)
                    .isThrownBy(() -> Envelope.write(fields -> fields.text("t", "x".repeat(Document.LARGEST))))
                    .withMessageContaining("524288");
        }
    }

    @Nested
    class Reading {
        @Test
        void of_a_newer_format_says_that_the_program_is_too_old() {
            assertThatExceptionOfType(UnsupportedFormatException.class)
                    .isThrownBy(() -> read("{\"f\":2,\"t\":\"x\"}"))
                    .satisfies(EnvelopeTest::isInternal)
                    .withMessageContaining("format 2")
                    .withMessageContaining("up to 1")
                    .satisfies(e -> assertThat(e.fix()).contains("this program is too old", "HUBGATE_FORMAT"));
        }

        @Test
        void of_a_newer_format_does_not_depend_on_what_stands_behind_the_number() {
            assertThatExceptionOfType(UnsupportedFormatException.class)
                    .isThrownBy(() -> read("{\"f\":2,\u0001\u0002 packed"));
        }

        @Test
        void of_an_older_format_than_the_oldest_says_that_the_data_is_too_old() {
            FormatNumber three = new FormatNumber(3);
            FormatNumber five = new FormatNumber(5);
            assertThatExceptionOfType(ObsoleteFormatException.class)
                    .isThrownBy(() -> new FormatNumber(2).between(three, five))
                    .satisfies(EnvelopeTest::isInternal)
                    .withMessageContaining("format 2")
                    .withMessageContaining("from 3")
                    .satisfies(e -> assertThat(e.fix()).contains("the stored data is too old"));
            assertThatExceptionOfType(UnsupportedFormatException.class)
                    .isThrownBy(() -> new FormatNumber(6).between(three, five));
            assertThat(three.between(three, five)).isEqualTo(three);
            assertThat(five.between(three, five)).isEqualTo(five);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "{",
                    "{\"f\":",
                    "{\"f\":1",
                    "{\"f\":1,",
                    "{\"f\":0,\"t\":\"x\"}",
                    "{\"f\":-1,\"t\":\"x\"}",
                    "{\"f\":1.5,\"t\":\"x\"}",
                    "{\"f\":\"1\",\"t\":\"x\"}",
                    "{\"f\":12345678901234567890,\"t\":\"x\"}",
                    "{\"t\":\"x\",\"f\":1}",
                    " {\"f\":1,\"t\":\"x\"}",
                    "[1]",
                    "null",
                    "{\"f\":1,\"t\":\"x\"",
                    "{\"f\":1,\"t\":\"x",
                    "{\"f\":1,\"t\":\"x\"}{}",
                    "{\"f\":1,\"f\":1,\"t\":\"x\"}",
                    "{\"f\":1,\"t\":\"x\",\"t\":\"y\"}",
                    "{\"f\":1,\"t\":null}",
                    "{\"f\":1,\"t\":7}",
                    "{\"f\":1,\"t\":[\"x\"]}",
                    "{\"f\":1}",
                    "\u0000\u0001\u0002",
                    "{\"f\":1,\"t\":\"\\ud8\"}"
                })
        void of_anything_else_says_that_it_is_unreadable(String bytes) {
            assertThatExceptionOfType(UnreadableDocumentException.class)
                    .isThrownBy(() -> read(bytes))
                    .satisfies(EnvelopeTest::isInternal);
        }

        @Test
        void refuses_a_field_that_the_format_does_not_have_because_the_next_write_would_lose_it() {
            assertThatExceptionOfType(UnreadableDocumentException.class)
                    .isThrownBy(() -> read("{\"f\":1,\"t\":\"x\",\"later\\u001b\":1}"))
                    .withMessage("a stored document cannot be read: later\\u001B is no field of this format");
        }

        @Test
        void refuses_bytes_that_are_no_text() {
            byte[] bytes = "{\"f\":1,\"t\":\"?\"}".getBytes(StandardCharsets.US_ASCII);
            bytes[bytes.length - 3] = (byte) 0xff;
            assertThatExceptionOfType(UnreadableDocumentException.class)
                    .isThrownBy(() -> Envelope.<String>read(new Document(bytes), fields -> fields.text("t", t -> t)));
        }

        @Test
        void survives_the_deepest_nesting() {
            assertThatExceptionOfType(UnreadableDocumentException.class)
                    .isThrownBy(() -> read("{\"f\":1,\"t\":" + "[".repeat(200_000)));
        }
    }

    private static void isInternal(HubgateException e) {
        assertThat(e.code()).isEqualTo(ErrorCode.INTERNAL);
        assertThat(e.fix()).isNotBlank();
    }

    private static String read(String bytes) {
        return Envelope.<String>read(
                new Document(bytes.getBytes(StandardCharsets.UTF_8)), fields -> fields.text("t", t -> t));
    }

    private static String text(Document document) {
        return new String(document.bytes(), StandardCharsets.US_ASCII);
    }
}
