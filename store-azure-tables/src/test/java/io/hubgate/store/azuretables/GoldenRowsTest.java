// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.store.azuretables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.azure.data.tables.models.TableEntity;
import io.hubgate.format.UnreadableDocumentException;
import io.hubgate.format.UnsupportedFormatException;
import io.hubgate.rule.Rule;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Rows as format 1 writes them: they stay readable for ever, and come out again as they were. */
class GoldenRowsTest {
    @Test
    @Rule("S-10")
    void instances_of_format_1_are_read_and_written_again_as_they_were() throws IOException {
        List<String> rows = lines("instances-1.txt");
        assertThat(rows).hasSize(5);
        for (String row : rows) {
            String key = row.substring(0, row.indexOf('='));
            String text = row.substring(row.indexOf('=') + 1);
            assertThat(RecordText.decode(key, text).encode()).isEqualTo(text);
        }
    }

    @Test
    @Rule("S-10")
    void tallies_of_format_1_are_read_and_written_again_as_they_were() throws IOException {
        for (String text : lines("tallies-1.txt")) {
            assertThat(Tally.decode(text).encode()).isEqualTo(text);
        }
    }

    @Test
    @Rule("S-10")
    void a_newer_format_is_refused_and_a_broken_row_is_told_apart_from_it() {
        assertThatThrownBy(() -> RecordText.decode("a", "2|whatever")).isInstanceOf(UnsupportedFormatException.class);
        assertThatThrownBy(() -> Formats.checked(new TableEntity("p", "r").addProperty("F", 2)))
                .isInstanceOf(UnsupportedFormatException.class);
        for (String broken : List.of("", "0|", "one|", "1|A|w", "1|Z|w|Running|x|||||2026-11-23T12:00:00Z|")) {
            assertThatThrownBy(() -> RecordText.decode("a", broken)).isInstanceOf(UnreadableDocumentException.class);
        }
        assertThatThrownBy(() -> Formats.checked(new TableEntity("p", "r")))
                .isInstanceOf(UnreadableDocumentException.class);
    }

    private static List<String> lines(String name) throws IOException {
        try (InputStream in = GoldenRowsTest.class.getResourceAsStream("/golden/" + name)) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.US_ASCII)
                    .lines()
                    .toList();
        }
    }
}
