// Copyright The Hubgate Authors.
// SPDX-License-Identifier: Apache-2.0
package io.hubgate.verification.taskhub.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hubgate.rule.Rule;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A snapshot by another hand than ours: what is harmless is no reason not to read it, what would hide work is. */
@Rule("V-6")
class RecordedImageTest {
    private static StorageImage read(String json) throws JsonProcessingException {
        return RecordedImage.of(new ObjectMapper().readTree(json.replace('\'', '"')));
    }

    @Test
    void whatIsUnknownOrMissingDoesNoHarm() throws JsonProcessingException {
        StorageImage image = read("""
                {'takenAtMs': '1795409347582', 'trackingStore': null, 'recorder': {'version': 9}, 'tables': {'aInstances': [
                  {'PartitionKey': {'type': 'Edm.String', 'value': 'order-1'}, 'RowKey': {'type': 'Edm.String', 'value': ''},
                   'Generation': {'type': 'Edm.Int32', 'value': 2, 'note': 'a number'}}]},
                 'queues': {'a-control-00': {'approximateMessagesCount': '2', 'peeked': [{'messageId': 7, 'messageText': '{}'}], 'metadata': {}}}}
                """);
        assertThat(image.takenAt()).isEqualTo(Instant.ofEpochMilli(1_795_409_347_582L));
        assertThat(image.trackingStore()).isNull();
        assertThat(image.hubs().tables()).containsKeys("aInstances", "aHistory");
        assertThat(image.hubs().tables().get("aInstances"))
                .singleElement()
                .satisfies(row -> assertThat(row.properties()).containsEntry("Generation", Value.number(2)));
        assertThat(image.hubs().queues().get("a-control-00"))
                .extracting(message -> message.isVisible(image.takenAt()))
                .containsExactly(true, false);
    }

    @ParameterizedTest
    @ValueSource(strings = {"'peeked': []", "'approximateMessagesCount': 'many'", "'approximateMessagesCount': null"})
    void aQueueWithoutACountIsRefused(String queue) {
        assertThatThrownBy(() -> read("{'takenAtMs': 1, 'queues': {'a-control-00': {" + queue + "}}}"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
