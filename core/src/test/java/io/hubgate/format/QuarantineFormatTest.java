// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hubgate.model.TaskHubName;
import io.hubgate.rule.Rule;
import io.hubgate.store.Document;
import io.hubgate.tracking.QuarantineId;
import io.hubgate.tracking.QuarantinedEvent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

@Rule("S-10")
class QuarantineFormatTest {
    private static final QuarantineId ID = new QuarantineId("20261123t051812501234500-00000000-abcdef01");
    private static final Instant RECEIVED = Instant.parse("2026-11-23T05:18:12.501234500Z");

    private static final QuarantinedEvent NAMED = new QuarantinedEvent(
            ID, RECEIVED, "it has no id", new TaskHubName("Orders420"), "{\"\u00e9\ud800\u0000\"}");
    private static final QuarantinedEvent NAMELESS = new QuarantinedEvent(ID, RECEIVED, "", null, "");

    private static Document document(String json) {
        return new Document(json.getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void the_first_format_is_this() {
        assertThat(new String(QuarantineFormat.write(NAMED).bytes(), StandardCharsets.US_ASCII))
                .isEqualTo("{\"f\":1,\"receivedAt\":\"2026-11-23T05:18:12.501234500Z\",\"reason\":\"it has no id\","
                        + "\"hub\":\"Orders420\",\"excerpt\":\"{\\\"\\u00E9\\uD800\\u0000\\\"}\"}");
    }

    @Test
    void what_was_written_is_read_again() {
        assertThat(QuarantineFormat.read(ID, QuarantineFormat.write(NAMED))).isEqualTo(NAMED);
        assertThat(QuarantineFormat.read(ID, QuarantineFormat.write(NAMELESS))).isEqualTo(NAMELESS);
    }

    @Test
    void a_newer_format_and_rubbish_are_refused_each_in_its_way() {
        assertThatThrownBy(() -> QuarantineFormat.read(ID, document("{\"f\":2}")))
                .isInstanceOf(UnsupportedFormatException.class);
        assertThatThrownBy(() -> QuarantineFormat.read(ID, document("{\"f\":1}")))
                .isInstanceOf(UnreadableDocumentException.class);
    }
}
