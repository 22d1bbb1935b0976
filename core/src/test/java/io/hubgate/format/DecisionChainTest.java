// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.hubgate.deployment.Decision;
import io.hubgate.deployment.LogHead;
import io.hubgate.format.ChainReport.Broken;
import io.hubgate.format.ChainReport.Fault;
import io.hubgate.format.ChainReport.Intact;
import io.hubgate.model.Actor;
import io.hubgate.model.Token;
import io.hubgate.rule.Rule;
import io.hubgate.store.Document;
import io.hubgate.store.NumberedDocument;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Rule("P-9")
class DecisionChainTest {
    private static final int LENGTH = 6;

    /** The decisions 6, 5, … 1, and the head that the app's record holds. */
    private final List<NumberedDocument> log = log(LENGTH, "recorded something");

    private final LogHead head = DecisionChain.headOf(log.get(0));

    @Nested
    class Hash {
        @Test
        void is_sha_256_over_the_stored_bytes() {
            Document abc = new Document("abc".getBytes(StandardCharsets.US_ASCII));
            assertThat(DecisionChain.hash(abc))
                    .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        }

        @Test
        void does_not_depend_on_how_the_bytes_would_be_written_today() {
            byte[] spaced = "{\"f\":1, \"anything\" : 1}".getBytes(StandardCharsets.US_ASCII);
            byte[] tight = "{\"f\":1,\"anything\":1}".getBytes(StandardCharsets.US_ASCII);
            assertThat(DecisionChain.hash(new Document(spaced))).isNotEqualTo(DecisionChain.hash(new Document(tight)));
        }
    }

    @Nested
    class Sound {
        @Test
        void a_whole_log_is_intact_down_to_its_beginning() {
            ChainReport report = DecisionChain.verify(head, log);
            assertThat(report).isEqualTo(new Intact(LogHead.EMPTY));
            assertThat(((Intact) report).isWhole()).isTrue();
        }

        @Test
        void an_empty_log_is_whole() {
            assertThat(DecisionChain.verify(LogHead.EMPTY, List.of())).isEqualTo(new Intact(LogHead.EMPTY));
        }

        @ParameterizedTest
        @ValueSource(ints = {1, 2, 3, 4, 5})
        void a_page_tells_where_the_next_one_goes_on(int size) {
            Intact first = (Intact) DecisionChain.verify(head, log.subList(0, size));
            assertThat(first.isWhole()).isFalse();
            assertThat(first.rest()).isEqualTo(DecisionChain.headOf(log.get(size)));
            assertThat(DecisionChain.verify(first.rest(), log.subList(size, LENGTH)))
                    .isEqualTo(new Intact(LogHead.EMPTY));
        }
    }

    @Nested
    class Damaged {
        @ParameterizedTest
        @ValueSource(ints = {1, 2, 3, 4, 5, 6})
        void a_changed_byte_is_found_at_its_decision(int sequence) {
            byte[] bytes = at(sequence).document().bytes();
            bytes[bytes.length / 2] ^= 1;
            List<NumberedDocument> changed = with(sequence, new Document(bytes));
            assertThat(DecisionChain.verify(head, changed)).isEqualTo(new Broken(sequence, Fault.TAMPERED));
        }

        @ParameterizedTest
        @ValueSource(ints = {1, 2, 3, 4, 5, 6})
        void another_sound_decision_in_its_place_is_found(int sequence) {
            Document forged = DecisionFormat.write(decision(sequence, "recorded nothing", ""));
            assertThat(DecisionChain.verify(head, with(sequence, forged)))
                    .isEqualTo(new Broken(sequence, Fault.TAMPERED));
        }

        @Test
        void a_forged_end_of_the_log_is_found_at_the_head() {
            List<NumberedDocument> forged = log(LENGTH, "recorded nothing");
            assertThat(DecisionChain.verify(head, forged)).isEqualTo(new Broken(6, Fault.TAMPERED));
        }

        @ParameterizedTest
        @ValueSource(ints = {2, 3, 4, 5, 6})
        void a_missing_decision_is_found(int sequence) {
            List<NumberedDocument> rest = new ArrayList<>(log);
            rest.remove(at(sequence));
            assertThat(DecisionChain.verify(head, rest)).isEqualTo(new Broken(sequence, Fault.MISSING));
        }

        @Test
        void a_missing_beginning_is_found_by_the_page_that_is_empty() {
            Intact rest = (Intact) DecisionChain.verify(head, log.subList(0, LENGTH - 1));
            assertThat(DecisionChain.verify(rest.rest(), List.of())).isEqualTo(new Broken(1, Fault.MISSING));
        }

        @ParameterizedTest
        @ValueSource(ints = {1, 2, 3, 4, 5})
        void two_decisions_in_each_others_place_are_found(int sequence) {
            List<NumberedDocument> swapped = new ArrayList<>(log);
            Collections.swap(swapped, LENGTH - sequence, LENGTH - sequence - 1);
            assertThat(DecisionChain.verify(head, swapped)).isEqualTo(new Broken(sequence + 1, Fault.REORDERED));
        }

        @ParameterizedTest
        @ValueSource(ints = {1, 2, 3, 4, 5})
        void two_decisions_under_each_others_number_are_found(int sequence) {
            List<NumberedDocument> renumbered = with(sequence, at(sequence + 1).document());
            renumbered.set(
                    LENGTH - sequence - 1,
                    new NumberedDocument(sequence + 1, at(sequence).document()));
            assertThat(DecisionChain.verify(head, renumbered)).isEqualTo(new Broken(sequence + 1, Fault.REORDERED));
        }

        @Test
        void a_decision_after_the_head_is_found() {
            LogHead earlier = DecisionChain.headOf(at(4));
            assertThat(DecisionChain.verify(earlier, log)).isEqualTo(new Broken(6, Fault.SURPLUS));
            assertThat(DecisionChain.verify(LogHead.EMPTY, log)).isEqualTo(new Broken(6, Fault.SURPLUS));
        }

        @Test
        void a_decision_before_the_first_is_found() {
            List<NumberedDocument> more = new ArrayList<>(log);
            more.add(new NumberedDocument(0, at(1).document()));
            assertThat(DecisionChain.verify(head, more)).isEqualTo(new Broken(0, Fault.SURPLUS));
        }

        @Test
        void a_sound_decision_of_a_newer_format_is_no_fault_of_the_log() {
            Document newer = new Document("{\"f\":2,\"unknown\":true}".getBytes(StandardCharsets.US_ASCII));
            NumberedDocument only = new NumberedDocument(1, newer);
            assertThatExceptionOfType(UnsupportedFormatException.class)
                    .isThrownBy(() -> DecisionChain.verify(DecisionChain.headOf(only), List.of(only)));
        }
    }

    private NumberedDocument at(int sequence) {
        return log.get(LENGTH - sequence);
    }

    private List<NumberedDocument> with(int sequence, Document document) {
        List<NumberedDocument> changed = new ArrayList<>(log);
        changed.set(LENGTH - sequence, new NumberedDocument(sequence, document));
        return changed;
    }

    private static List<NumberedDocument> log(int length, String summary) {
        List<NumberedDocument> newestFirst = new ArrayList<>();
        LogHead head = LogHead.EMPTY;
        for (int sequence = 1; sequence <= length; sequence++) {
            Document document = DecisionFormat.write(decision(sequence, summary, head.hash()));
            NumberedDocument latest = new NumberedDocument(sequence, document);
            newestFirst.add(0, latest);
            head = DecisionChain.headOf(latest);
        }
        return newestFirst;
    }

    private static Decision decision(long sequence, String summary, String previousHash) {
        Instant at = Instant.EPOCH.plusSeconds(sequence);
        Token token = new Token(sequence);
        return new Decision(
                sequence,
                at,
                Actor.LOCAL,
                "declare",
                null,
                null,
                summary,
                token,
                null,
                null,
                null,
                false,
                previousHash);
    }
}
