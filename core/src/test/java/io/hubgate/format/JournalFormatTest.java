// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.hubgate.deployment.JournalEntry;
import io.hubgate.error.ErrorCode;
import io.hubgate.model.Actor;
import io.hubgate.model.Holder;
import io.hubgate.rule.Rule;
import io.hubgate.store.Document;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The journal is capped: it forgets its oldest entries, never its newest. */
@Rule("P-9")
class JournalFormatTest {
    private static final String WIDE = "\u4e2d";
    private static final Actor LONGEST_ACTOR = new Actor(WIDE.repeat(256), WIDE.repeat(256));
    private static final Holder LONGEST_HOLDER =
            new Holder(WIDE.repeat(256), "https://ci.example/" + WIDE.repeat(2048 - 19));

    @Test
    void keeps_the_fifty_newest() {
        List<JournalEntry> entries = entries(80, "busy");
        assertThat(stored(entries)).isEqualTo(entries.subList(0, 50));
    }

    @Test
    void keeps_as_many_as_fit_into_64_kib() {
        List<JournalEntry> entries = entries(50, "x".repeat(2000));
        List<JournalEntry> kept = stored(entries);
        assertThat(kept).hasSizeBetween(49, 50).first().isNotEqualTo(kept.get(1));
        assertThat(kept).extracting(JournalEntry::message).containsOnly("x".repeat(1023) + "…");

        List<JournalEntry> wide = stored(entries(50, WIDE.repeat(500)));
        int one = JournalFormat.write(wide.subList(0, 1)).bytes().length;
        assertThat(wide).extracting(JournalEntry::at).startsWith(Instant.ofEpochSecond(50));
        assertThat(JournalFormat.write(wide).bytes()).hasSizeGreaterThan(JournalFormat.LARGEST - one);
        assertThat(wide).hasSizeBetween(18, 22);
    }

    @Test
    void keeps_the_newest_however_large() {
        JournalEntry largest = new JournalEntry(
                Instant.MAX, LONGEST_ACTOR, "stage", LONGEST_HOLDER, null, ErrorCode.NOT_READY, WIDE.repeat(100_000));
        List<JournalEntry> kept = stored(List.of(largest, largest, largest, largest));
        assertThat(kept).hasSizeBetween(1, 3);
        assertThat(kept.get(0).holder()).isEqualTo(LONGEST_HOLDER);
    }

    private static List<JournalEntry> stored(List<JournalEntry> entries) {
        Document document = JournalFormat.write(entries);
        assertThat(document.bytes()).hasSizeLessThanOrEqualTo(JournalFormat.LARGEST);
        return JournalFormat.read(document);
    }

    /** Entries of which the newest, the first, has the latest time. */
    private static List<JournalEntry> entries(int many, String message) {
        return IntStream.range(0, many)
                .mapToObj(n -> new JournalEntry(
                        Instant.ofEpochSecond(many - n),
                        Actor.LOCAL,
                        "stage",
                        null,
                        null,
                        ErrorCode.NOT_READY,
                        message))
                .toList();
    }
}
